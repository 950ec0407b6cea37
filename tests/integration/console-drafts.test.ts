import { beforeAll, expect, test } from "vitest";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { LISTING } from "@/lib/listings/listing-shape";
import { getListing } from "@/lib/listings/queries";
import { type ConsoleWorld, createConsoleWorld } from "@/tests/support/console-world";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await createConsoleWorld();
  return world.close;
});

async function setUp(overrides: Parameters<ConsoleWorld["insert"]>[0] = {}) {
  const { id, version } = await world.insert(overrides);
  const path = `/api/console/listings/${id}`;
  const keep = (changes: unknown, who = world.agent) =>
    world.ask(who, "PUT", `${path}/draft`, { baseVersion: version, changes });
  const kept = async (who = world.agent) => (await world.ask(who, "GET", `${path}/draft`)).body.draft;
  const preview = async () => (await world.ask(world.agent, "GET", `${path}/preview`)).body;
  return { id: ListingId.parse(id), version, path, keep, kept, preview };
}

test("a draft keeps what was typed as it was typed, right or wrong, for its person alone, and one for each listing", async () => {
  const { id, version, path, keep, kept } = await setUp();
  const typed = { beds: "thre", price: "1.2m?", headline: "", inspections: [{ startsAt: "soon" }] };
  expect((await keep(typed)).status).toBe(200);
  expect(await kept()).toMatchObject({ listingId: id, baseVersion: version, changes: typed });
  expect(await kept(world.editor)).toBeNull();
  await keep({ headline: "Shorter" });
  expect((await kept()).changes).toEqual({ headline: "Shorter" });
  await world.ask(world.agent, "DELETE", `${path}/draft`);
  expect(await kept()).toBeNull();
});

test("a draft touches neither its listing, nor the version, nor what any cache holds", async () => {
  const { id, keep } = await setUp();
  const { database, runtime } = world;
  const shown = await getListing(id);
  const before = await database.listing.findUnique({ where: { id } });
  const [journal] = await database.$queryRaw<object[]>`SELECT count(*) FROM cache_journal`;
  await keep({ headline: "Typed" });
  expect(await database.listing.findUnique({ where: { id } })).toEqual(before);
  expect(await database.$queryRaw`SELECT count(*) FROM cache_journal`).toEqual([journal]);
  await runtime.tail.catchUp();
  expect(await getListing(id)).toBe(shown);
});

test("a draft is bounded in size, in its fields and in how many listings one may begin; an old one is forgotten", async () => {
  const { keep, kept, path, version } = await setUp();
  expect((await keep({ description: "x".repeat(65_400) })).status).toBe(200);
  expect((await keep({ description: "x".repeat(65_536) })).status).toBe(400);
  expect((await keep({ description: "ä".repeat(32_768) })).status).toBe(400);
  expect((await keep({ status: "sold" })).status).toBe(400);
  expect((await keep({ headline: "\0" })).status).toBe(400);
  expect((await keep([])).status).toBe(400);
  expect(
    (await world.ask(world.agent, "PUT", `${path}/draft`, { baseVersion: version, changes: {}, userId: 1 }))
      .status,
  ).toBe(400);
  const begin = async () =>
    (await world.ask(world.agent, "POST", "/api/console/drafts", { changes: { offer: "rent" } })).status;
  const all = await Promise.all(Array.from({ length: 22 }, begin));
  expect(all.filter((status) => status === 201)).toHaveLength(20);
  expect(all.filter((status) => status === 409)).toHaveLength(2);
  await world.database.$executeRaw`UPDATE listing_draft SET updated_at = now() - interval '31 days'`;
  expect(await begin()).toBe(201);
  expect(await world.database.listingDraft.count()).toBe(1);
  expect(await kept()).toBeNull();
});

test("a preview without a draft is what the public sees, to the letter", async () => {
  const { id, preview } = await setUp({
    ...{ latitude: -33.95, longitude: 151.15, features: ["Lemon tree"], bathrooms: 2.5, landAreaM2: 512.5 },
    agents: { create: { agentId: world.harbour.agentId } },
    inspections: {
      create: { startsAt: new Date("2030-01-05T01:00Z"), endsAt: new Date("2030-01-05T02:00Z") },
    },
    events: { create: { kind: "listed", occurredOn: new Date("2026-03-01"), priceDisplay: "$1,000,000" } },
  });
  const { listing, issues } = await preview();
  expect(issues).toEqual([]);
  expect(listing).toEqual(await getListing(id));
});

test("a preview shows the draft as it will be once it is saved, in the shape of the public page, and hides what will be hidden", async () => {
  const { id, version, keep, preview } = await setUp({
    street: "9 Secret Lane",
    latitude: -33.95,
    longitude: 151.15,
  });
  const changes = {
    ...{ headline: "Better", price: 1_250_000, beds: 5, hideStreet: true, features: ["Pool"] },
    ...{ agents: ["harbour-agent"], description: "New words." },
    inspections: [{ kind: "open_home" as const, startsAt: "2026-12-05T11:00", endsAt: "2026-12-05T11:30" }],
  };
  await keep(changes);
  const { listing } = await preview();
  expect(LISTING.parse(listing)).toEqual(listing);
  expect(JSON.stringify(listing)).not.toMatch(/Secret|33\.95/);
  expect(listing.inspections).toEqual([
    { kind: "open_home", startsAt: "2026-12-05T00:00:00.000Z", endsAt: "2026-12-05T00:30:00.000Z" },
  ]);
  await setListing(id, changes, world.agent.person, { expectedVersion: version });
  const { history: _, version: __, ...saved } = (await getListing(id)) ?? {};
  expect(listing).toMatchObject(saved);
});

test("a preview leaves out what of the draft is not right, and says which and why", async () => {
  const { keep, preview } = await setUp({ status: "draft", publishedAt: null });
  await keep({
    beds: "thre",
    headline: "Fine",
    locality: "nsw/atlantis",
    agents: ["nobody"],
    priceLow: 9,
    priceHigh: 3,
  });
  const { listing, issues } = await preview();
  expect(listing).toMatchObject({
    ...{ headline: "Fine", beds: 3, locality: { slug: "newtown" } },
    // As it will be when it is on show.
    ...{ status: "active", channel: "buy" },
  });
  expect(issues.map(({ field }: { field: string }) => field).sort()).toEqual([
    "agents",
    "beds",
    "locality",
    "priceLow",
  ]);
});
