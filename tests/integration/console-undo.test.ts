import { beforeAll, expect, test } from "vitest";
import { publish } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { type ConsoleWorld, createConsoleWorld } from "@/tests/support/console-world";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await createConsoleWorld();
  return world.close;
});

/** A listing of the agency harbour whose agent changes it and takes changes back. */
async function setUp(overrides: Parameters<ConsoleWorld["insert"]>[0] = {}) {
  const { id } = await world.insert(overrides);
  const path = `/api/console/listings/${id}`;
  const row = () => world.database.listing.findUniqueOrThrow({ where: { id } });
  const history = async (query = "") => (await world.ask(world.agent, "GET", `${path}/history${query}`)).body;
  const last = async () => (await history()).items[0];
  const change = async (method: string, noun: string, more: object) => {
    const { version } = await row();
    const answer = await world.ask(world.agent, method, path + noun, { version, ...more });
    expect(answer.status).toBe(200);
    return (await last()).id as string;
  };
  const undo = (entryId: string) => world.ask(world.agent, "POST", `${path}/history/${entryId}/reversal`);
  const events = async () => {
    const found = await world.database.listingEvent.findMany({
      where: { listingId: id },
      orderBy: { id: "asc" },
    });
    return found.map(({ kind, priceDisplay }) => `${kind} ${priceDisplay}`);
  };
  return { id, path, row, history, last, change, undo, events };
}

/** A row without what grows with every change. */
function lasting({ version: _, updatedAt: __, ...rest }: Record<string, unknown>) {
  return rest;
}

test("a change that is undone leaves every field as it was, and is an entry that names what it undid", async () => {
  const { row, history, change, undo } = await setUp({ latitude: -33.9, longitude: 151.2 });
  const before = lasting(await row());
  const entry = await change("PATCH", "", {
    changes: { price: 900_000, locality: "vic/carlton", beds: null },
  });
  expect(await row()).toMatchObject({ localityId: world.carlton.id, latitude: null, bedrooms: null });
  expect((await undo(entry)).status).toBe(200);
  expect(lasting(await row())).toEqual(before);
  const { items } = await history();
  expect(
    items.map(({ action, undoes, undoneBy }: Record<string, unknown>) => [action, undoes, undoneBy]),
  ).toEqual([
    ["undo", entry, []],
    ["set", null, [items[0].id]],
  ]);
});

test("what undid can be undone, and then all is as it was made to be", async () => {
  const { row, last, change, undo } = await setUp();
  const entry = await change("PATCH", "", { changes: { headline: "Better", agents: ["harbour-agent"] } });
  const made = lasting(await row());
  await undo(entry);
  await undo((await last()).id);
  expect(lasting(await row())).toEqual(made);
});

test("a change whose fields were changed again is not undone: the conflict names them, and nothing is written", async () => {
  const { row, change, undo } = await setUp();
  const first = await change("PATCH", "", { changes: { headline: "First", beds: 5 } });
  const second = await change("PATCH", "", { changes: { headline: "Second" } });
  const before = await row();
  const refused = await undo(first);
  expect(refused.status).toBe(409);
  expect(refused.body.error).toMatchObject({
    message:
      "That change cannot be undone: headline has been changed since. Undo what came later first, or set the fields.",
    conflict: { fields: [{ field: "headline", base: "First", theirs: "Second" }] },
  });
  expect(await row()).toEqual(before);
  expect([(await undo(second)).status, (await undo(first)).status]).toEqual([200, 200]);
  expect((await undo(first)).status).toBe(409);
});

test("an undone sale is on show again at the price and from the day that it had, and its history only grew", async () => {
  const { row, change, undo, events } = await setUp();
  const before = lasting(await row());
  const sale = await change("POST", "/sale", { soldOn: "2026-05-01", soldPrice: 1_050_000 });
  expect((await undo(sale)).status).toBe(200);
  expect(lasting(await row())).toEqual(before);
  expect(await events()).toEqual(["sold Sold for $1,050,000", "relisted $1,000,000"]);
});

test("each verb is undone to the status before it, with the event that says what the listing became", async () => {
  for (const [noun, more, kind] of [
    ["/offer", {}, "relisted"],
    ["/withdrawal", {}, "relisted"],
    ["/sale", { soldOn: "2026-05-01" }, "relisted"],
  ] as const) {
    const { row, change, undo, events } = await setUp();
    const before = lasting(await row());
    await undo(await change("POST", noun, more));
    expect(lasting(await row()), noun).toEqual(before);
    expect((await events()).at(-1), noun).toBe(`${kind} $1,000,000`);
  }
  const offered = await setUp({ status: "under_offer" });
  await offered.undo(await offered.change("POST", "/sale", { soldOn: "2026-05-01" }));
  expect([(await offered.row()).status, (await offered.events()).at(-1)]).toEqual([
    "under_offer",
    "under_offer $1,000,000",
  ]);
  const sold = await setUp({ status: "sold", soldOn: new Date("2026-05-01"), soldPrice: 7n });
  const before = lasting(await sold.row());
  await sold.undo(await sold.change("POST", "/relisting", {}));
  expect(lasting(await sold.row())).toEqual(before);
  const draft = await setUp({ status: "draft", publishedAt: null, description: "Ready." });
  await draft.undo(await draft.change("POST", "/publication", {}));
  expect([(await draft.row()).status, await draft.events()]).toEqual([
    "draft",
    ["listed $1,000,000", "withdrawn $1,000,000"],
  ]);
});

test("what a person may not do by changing they may not do by undoing: neither give a listing away, nor touch the price of a sale", async () => {
  const given = await setUp({ agencyId: world.valley.id });
  const { version } = await given.row();
  const moved = await world.ask(world.editor, "PATCH", given.path, {
    version,
    changes: { agency: "harbour" },
  });
  expect(moved.status).toBe(200);
  expect((await given.undo((await given.last()).id)).status).toBe(403);
  expect((await given.row()).agencyId).toBe(world.harbour.id);
  const withheld = await setUp();
  const range = await withheld.change("PATCH", "", { changes: { priceLow: 900_000 } });
  await withheld.change("POST", "/sale", { soldOn: "2026-05-01" });
  const refused = await withheld.undo(range);
  expect([refused.status, refused.body.error.message]).toEqual([
    409,
    expect.stringContaining("its price is the sale's"),
  ]);
});

test("how a listing was made is not undone, and neither is what is no change of it", async () => {
  const house = {
    offer: "sale",
    propertyType: "house",
    headline: "A house",
    locality: "nsw/newtown",
    price: 1,
  };
  const made = await world.ask(world.agent, "POST", "/api/console/listings", house);
  const path = `/api/console/listings/${made.body.id}/history`;
  const [entry] = (await world.ask(world.agent, "GET", path)).body.items;
  expect((await world.ask(world.agent, "POST", `${path}/${entry.id}/reversal`)).status).toBe(409);
  const { change } = await setUp();
  const elsewhere = await change("PATCH", "", { changes: { beds: 9 } });
  for (const id of [elsewhere, "999999999999", "0", "x", "9".repeat(19)])
    expect((await world.ask(world.agent, "POST", `${path}/${id}/reversal`)).status, id).toBe(404);
});

test("the history goes from page to page, newest first, each entry once; what a program did has its name", async () => {
  const { id, change, history } = await setUp({ status: "draft", publishedAt: null, description: "Ready." });
  await publish(ListingId.parse(id), { name: "feed harbour" });
  for (const beds of [1, 2, 4]) await change("PATCH", "", { changes: { beds } });
  const first = await history("?limit=3");
  const second = await history(`?limit=3&before=${first.next}`);
  expect([first.items.length, second.next]).toEqual([3, null]);
  expect([...first.items, ...second.items].map(({ change: { beds } }) => beds?.to)).toEqual([
    4,
    2,
    1,
    undefined,
  ]);
  expect(second.items).toMatchObject([
    { actor: "feed harbour", isPerson: false, address: null, action: "publish" },
  ]);
});
