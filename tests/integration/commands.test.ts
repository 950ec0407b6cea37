import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/audit/audit-entry";
import {
  createListing,
  goUnderOffer,
  lease,
  publish,
  relist,
  sell,
  setListing,
  withdraw,
} from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import type { ListingInput } from "@/lib/listings/listing-input";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";

const EDITOR: Actor = { name: "test editor" };
const HOUSE = {
  offer: "sale",
  propertyType: "house",
  headline: "A house with a verandah",
  description: "Three bedrooms and a lemon tree.",
  locality: "nsw/newtown",
  price: 1_250_000,
  beds: 3,
} as const satisfies ListingInput;

let held: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  held = await createTestDatabase();
  const { database } = held;
  for (const [region, slug, name] of [
    ["nsw", "newtown", "Newtown"],
    ["nsw", "enmore", "Enmore"],
    ["us-wa", "98178", "98178"],
  ] as const) {
    const { id: regionId } = await database.region.findUniqueOrThrow({ where: { slug: region } });
    await database.locality.create({ data: { regionId, slug, name, latitude: -33.9, longitude: 151.2 } });
  }
  await database.agency.create({ data: { slug: "lantern", name: "Lantern" } });
});
afterAll(() => held.close());

async function setUp(input: Partial<ListingInput> = {}) {
  const { database } = held;
  const written = await createListing({ ...HOUSE, ...input }, EDITOR);
  const id = ListingId.parse(written.id);
  const row = () => database.listing.findUniqueOrThrow({ where: { id } });
  const history = async () => {
    const events = await database.listingEvent.findMany({ where: { listingId: id }, orderBy: { id: "asc" } });
    return events.map(({ kind, priceDisplay }) => [kind, priceDisplay]);
  };
  const audits = () =>
    database.auditEntry.findMany({
      where: { subject: "listing", subjectId: String(id) },
      orderBy: { id: "asc" },
    });
  return { database, id, row, history, audits };
}

async function setUpPublished(input: Partial<ListingInput> = {}) {
  const made = await setUp(input);
  await publish(made.id, EDITOR);
  return made;
}

test("a new listing is a draft in no channel, priced in its country's currency, with an audit entry and no history", async () => {
  const { id, row, history, audits } = await setUp({ agency: "lantern", baths: 2.25, landAreaM2: 450 });
  expect(await row()).toMatchObject({
    status: "draft",
    channel: null,
    version: 1,
    priceDisplay: "$1,250,000",
    priceLow: 1_250_000n,
    priceHigh: 1_250_000n,
    priceCurrency: "AUD",
    publishedAt: null,
    agencyId: expect.any(Number),
  });
  expect(await history()).toEqual([]);
  expect(await audits()).toMatchObject([
    {
      actor: "test editor",
      action: "listing.create",
      subjectId: String(id),
      change: { headline: { from: null, to: HOUSE.headline } },
    },
  ]);
  const american = await setUp({ locality: "us-wa/98178", price: 450_000 });
  expect(await american.row()).toMatchObject({ priceDisplay: "US$450,000", priceCurrency: "USD" });
});

test("a listing goes through its life, and every step is in its history and in the audit, with a version more", async () => {
  const { id, row, history, audits } = await setUp();
  const steps = [
    await publish(id, EDITOR),
    await setListing(id, { price: 1_190_000 }, EDITOR),
    await goUnderOffer(id, EDITOR),
    await sell(id, { soldOn: "2026-11-20", soldPrice: 1_210_000 }, EDITOR),
    await relist(id, EDITOR),
    await withdraw(id, EDITOR),
  ];
  expect(steps.map(({ status, version }) => [status, version])).toEqual([
    ["active", 2],
    ["active", 3],
    ["under_offer", 4],
    ["sold", 5],
    ["active", 6],
    ["withdrawn", 7],
  ]);
  expect(await history()).toEqual([
    ["listed", "$1,250,000"],
    ["price_changed", "$1,190,000"],
    ["under_offer", "$1,190,000"],
    ["sold", "Sold for $1,210,000"],
    ["relisted", "$1,190,000"],
    ["withdrawn", "$1,190,000"],
  ]);
  expect((await audits()).map(({ action }) => action)).toEqual(
    ["create", "publish", "set", "go_under_offer", "sell", "relist", "withdraw"].map(
      (verb) => `listing.${verb}`,
    ),
  );
  expect(await row()).toMatchObject({ status: "withdrawn", channel: null, soldOn: null, soldPrice: null });
});

test("a sold listing carries its day and its price, and is in no channel but sold", async () => {
  const { id, row } = await setUpPublished();
  const { changed } = await sell(id, { soldOn: "2026-11-20", soldPrice: 1_310_000 }, EDITOR);
  expect(await row()).toMatchObject({
    channel: "sold",
    soldOn: new Date("2026-11-20"),
    soldPrice: 1_310_000n,
    priceDisplay: "Sold for $1,310,000",
    priceLow: 1_310_000n,
    priceHigh: 1_310_000n,
  });
  expect(changed).toEqual(expect.arrayContaining(["status", "soldOn", "soldPrice", "priceDisplay"]));
});

test("a sale recorded wrongly is corrected by relisting and selling again, and the home is sold once that day", async () => {
  const { id, history } = await setUpPublished();
  await sell(id, { soldOn: "2026-11-20", soldPrice: 131_000 }, EDITOR);
  await relist(id, EDITOR);
  await sell(id, { soldOn: "2026-11-20", soldPrice: 1_310_000 }, EDITOR);
  expect((await history()).filter(([kind]) => kind === "sold")).toEqual([["sold", "Sold for $1,310,000"]]);
});

test("a rental is leased, not sold", async () => {
  const { id, row } = await setUpPublished({ offer: "rent", price: 650 });
  await expect(sell(id, { soldOn: "2026-11-20" }, EDITOR)).rejects.toThrow(/lease it instead of selling it/);
  await lease(id, { leasedOn: "2026-11-20" }, EDITOR);
  expect(await row()).toMatchObject({
    status: "leased",
    channel: null,
    leasedOn: new Date("2026-11-20"),
    priceDisplay: "$650 per week",
  });
});

test("setting what is already so writes nothing and says so", async () => {
  const { id, row, audits } = await setUpPublished();
  const before = await row();
  const result = await setListing(
    id,
    { price: 1_250_000, headline: HOUSE.headline, locality: "nsw/newtown", agency: null, features: [] },
    EDITOR,
  );
  expect(result).toEqual({ id, version: before.version, status: "active", changed: [] });
  expect(await row()).toEqual(before);
  expect((await audits()).length).toBe(2);
});

test("setting fields writes those and no others", async () => {
  const { id, row, audits } = await setUpPublished();
  const before = await row();
  const { changed } = await setListing(
    id,
    { headline: "Another", beds: null, baths: 2.5, locality: "nsw/enmore", agency: "lantern" },
    EDITOR,
  );
  expect([...changed].sort()).toEqual(["agency", "baths", "beds", "headline", "locality"]);
  const after = await row();
  expect(after).toEqual({
    ...before,
    headline: "Another",
    bedrooms: null,
    bathrooms: after.bathrooms,
    localityId: after.localityId,
    agencyId: after.agencyId,
    version: before.version + 1,
    updatedAt: after.updatedAt,
  });
  expect(after.bathrooms?.toNumber()).toBe(2.5);
  expect(after.localityId).not.toBe(before.localityId);
  expect((await audits()).at(-1)?.change).toMatchObject({
    headline: { from: HOUSE.headline, to: "Another" },
    locality: { from: "nsw/newtown", to: "nsw/enmore" },
    beds: { from: 3, to: null },
  });
});

test("a change that is wrong beside what stays is refused with the field, and nothing is written", async () => {
  const { id, row, audits } = await setUpPublished();
  const before = await row();
  for (const [changes, field] of [
    [{ priceLow: 2_000_000 }, "priceLow"],
    [{ priceHigh: null }, "priceHigh"],
    [{ latitude: -33.9 }, "longitude"],
    [{ locality: "nsw/atlantis" }, "locality"],
    [{ agency: "nobody" }, "agency"],
    [{ beds: 100 }, "beds"],
  ] as const) {
    const refused = setListing(id, changes, EDITOR);
    await expect(refused, field).rejects.toMatchObject({ code: "bad_request", issues: [{ field }] });
  }
  expect(await row()).toEqual(before);
  expect((await audits()).length).toBe(2);
});

test("a listing that is not there is not found, whatever the verb", async () => {
  const id = ListingId.parse(2_000_000_000);
  const missing = { code: "not_found", message: "There is no listing 2000000000." };
  await expect(publish(id, EDITOR)).rejects.toMatchObject(missing);
  await expect(setListing(id, { beds: 1 }, EDITOR)).rejects.toMatchObject(missing);
  await expect(sell(id, { soldOn: "2026-11-20" }, EDITOR)).rejects.toMatchObject(missing);
});

test("whoever saw an older version is told, and overwrites nothing", async () => {
  const { id, row } = await setUpPublished();
  await setListing(id, { headline: "First" }, EDITOR, { expectedVersion: 2 });
  const second = setListing(id, { headline: "Second" }, EDITOR, { expectedVersion: 2 });
  await expect(second).rejects.toMatchObject({
    code: "conflict",
    message: `Listing ${id} was changed in the meantime (version 3, you saw 2); look at it again, then repeat your change.`,
  });
  expect((await row()).headline).toBe("First");
});

// Both are made to wait for the same row: whoever decided before its turn came would decide on what is no longer so.
test("a listing that two people withdraw at once is withdrawn once", async () => {
  const { id, history } = await setUpPublished();
  const holder = await connectClient(held.url);
  await holder.query("BEGIN");
  await holder.query("SELECT 1 FROM listing WHERE id = $1 FOR UPDATE", [id]);
  // What is shown of the others' activity stays as it is while a transaction lasts.
  const watcher = await connectClient(held.url);
  const both = Promise.allSettled([withdraw(id, EDITOR), withdraw(id, EDITOR)]);
  await vi.waitFor(
    async () => {
      const { rows } = await watcher.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      expect(rows).toHaveLength(2);
    },
    { timeout: 4_000, interval: 20 },
  );
  await holder.end();
  await watcher.end();
  expect((await both).map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await history()).toHaveLength(2);
});

test("what fails after the listing was written takes the listing's change back with it", async () => {
  const { id, row, history } = await setUpPublished();
  const before = await row();
  const nobody: Actor = {
    name: "nobody",
    userId: 2_000_000_000,
    role: "editor",
    agency: null,
    address: "127.0.0.1",
  };
  await expect(setListing(id, { price: 1 }, nobody)).rejects.toThrow();
  expect(await row()).toEqual(before);
  expect(await history()).toHaveLength(1);
});
