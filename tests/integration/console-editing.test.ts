import { beforeAll, expect, test } from "vitest";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { type ConsoleWorld, createConsoleWorld, type SignedIn } from "@/tests/support/console-world";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await createConsoleWorld();
  return world.close;
});

/** A listing of the agency harbour, and what an editor's page does with it. */
async function setUp(overrides: Parameters<ConsoleWorld["insert"]>[0] = {}) {
  const { id, version } = await world.insert(overrides);
  const path = `/api/console/listings/${id}`;
  const edit = (who: SignedIn, seen: number, changes: object) =>
    world.ask(who, "PATCH", path, { version: seen, changes });
  const verb = (who: SignedIn, noun: string, more: object) => world.ask(who, "POST", `${path}/${noun}`, more);
  const shown = async () => (await world.ask(world.editor, "GET", path)).body;
  const history = async () => (await world.ask(world.editor, "GET", `${path}/history`)).body.items;
  const row = () => world.database.listing.findUniqueOrThrow({ where: { id } });
  return { id, version, edit, verb, shown, history, row };
}

test("the editor is given the listing with its version, what stands against its price, what is missing and what may be done", async () => {
  const { shown, id, version } = await setUp({
    ...{ status: "draft", publishedAt: null, localityId: world.carlton.id },
    ...{ hideStreet: true, priceDisplay: "From $1,000,000" },
  });
  expect(await shown()).toMatchObject({
    ...{ id, version, channel: null, timeZone: "Australia/Melbourne" },
    fields: {
      street: "1 Example Street",
      hideStreet: true,
      locality: "vic/carlton",
      agency: "harbour",
      beds: 3,
    },
    agents: [{ slug: "harbour-agent" }],
    priceWarnings: [
      { rule: "open-ended-price", source: { url: expect.stringContaining("consumer.vic.gov.au") } },
    ],
    missingForPublishing: ["description"],
    verbs: expect.arrayContaining([
      {
        verb: "publish",
        isAllowed: false,
        reason: `Listing ${id} cannot be published yet; set description first.`,
      },
      { verb: "sell", isAllowed: false, reason: expect.stringContaining("publish it before it can be sold") },
    ]),
  });
});

test("an acknowledged edit is in the next read of whoever carries its cookie, and in the audit with who, when and from where", async () => {
  const { id, version, edit, history } = await setUp();
  await getListing(ListingId.parse(id));
  const { status, body, headers } = await edit(world.agent, version, { price: 1_250_000 });
  expect([status, body.version]).toEqual([200, version + 1]);
  expect(body.changed).toEqual(["priceDisplay", "priceLow", "priceHigh"]);
  expect(headers.get("set-cookie")).toMatch(/^verandah-seen=/);
  expect((await getListing(ListingId.parse(id)))?.price.display).toBe("$1,250,000");
  expect(await history()).toMatchObject([
    {
      ...{ actor: "Ada Agent", isPerson: true, address: "127.0.0.1", action: "set", version: version + 1 },
      at: expect.stringMatching(/^20\d\d-.*Z$/),
      change: { priceLow: { from: 1_000_000, to: 1_250_000 } },
      ...{ undoes: null, undoneBy: [] },
    },
  ]);
});

test("the second of two editors sees both versions field by field, and nothing is written until they have chosen", async () => {
  const { version, edit, row } = await setUp();
  const began = await row();
  await edit(world.agent, version, { headline: "Theirs", beds: 4 });
  await edit(world.agent, version + 1, { headline: "Theirs again" });
  const before = await row();
  const refused = await edit(world.editor, version, { headline: "Mine", parking: 2 });
  expect(refused.status).toBe(409);
  expect(refused.body.error).toMatchObject({
    code: "conflict",
    conflict: {
      ...{ version: version + 2, changedBy: "Ada Agent", isComplete: true },
      changedAt: expect.stringMatching(/^20\d\d-.*Z$/),
      fields: [
        { field: "beds", base: 3, theirs: 4, mine: 3 },
        { field: "headline", base: began.headline, theirs: "Theirs again", mine: "Mine" },
        { field: "parking", base: 1, theirs: 1, mine: 2 },
      ],
    },
  });
  expect(await row()).toEqual(before);
  const chosen = await edit(world.editor, refused.body.error.conflict.version, { headline: "Mine" });
  expect([chosen.status, (await row()).headline, (await row()).bedrooms]).toEqual([200, "Mine", 4]);
});

test("changes to other fields are a conflict too: which of them belong together is for a person to say", async () => {
  const { version, edit } = await setUp();
  await edit(world.agent, version, { beds: 4 });
  const { status, body } = await edit(world.editor, version, { headline: "Three bedrooms" });
  expect(status).toBe(409);
  expect(body.error.conflict.fields.map(({ field }: { field: string }) => field)).toEqual([
    "beds",
    "headline",
  ]);
});

test("a verb decided on an old version is refused with what has changed since", async () => {
  const { version, edit, verb } = await setUp();
  await edit(world.agent, version, { price: 900_000 });
  const { status, body } = await verb(world.editor, "sale", { version, soldOn: "2026-05-01" });
  expect(status).toBe(409);
  expect(body.error.conflict).toMatchObject({
    version: version + 1,
    fields: [{ field: "priceDisplay", base: "$1,000,000", theirs: "$900,000", mine: "$1,000,000" }, {}, {}],
  });
});

test("where somebody changed the row past the commands, the conflict says that it does not know everything", async () => {
  const { id, version, edit } = await setUp();
  await world.database.$executeRaw`UPDATE listing SET headline = 'By a feed' WHERE id = ${id}`;
  const { body } = await edit(world.editor, version, { headline: "Mine" });
  expect(body.error.conflict).toEqual({
    ...{ version: version + 1, changedBy: null, changedAt: null, isComplete: false },
    fields: [{ field: "headline", theirs: "By a feed", mine: "Mine" }],
  });
});

test("agents, inspections in the property's own time, and captions are fields like any other", async () => {
  const { id, version, edit, shown, row } = await setUp({
    media: {
      create: ["a", "b"].map((letter, position) => ({
        ...{ kind: "photo" as const, position, contentHash: letter.repeat(64), widthPx: 10, heightPx: 10 },
      })),
    },
  });
  const [first, second] = (await shown()).fields.media;
  const summer = { kind: "open_home", startsAt: "2026-12-05T11:00", endsAt: "2026-12-05T11:30" };
  const winter = { kind: "auction", startsAt: "2026-07-04T10:00", endsAt: "2026-07-04T10:30" };
  const parts = {
    agents: ["harbour-agent"],
    inspections: [summer, winter],
    media: [second, { ...first, caption: "The garden" }],
  };
  expect((await edit(world.editor, version, parts)).body.changed.sort()).toEqual([
    "agents",
    "inspections",
    "media",
  ]);
  expect((await row()).version).toBe(version + 1);
  expect((await shown()).fields).toMatchObject({ ...parts, inspections: [winter, summer] });
  const instants = await world.database.inspection.findMany({
    where: { listingId: id },
    orderBy: { startsAt: "asc" },
  });
  expect(instants.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    "2026-07-04T00:00:00.000Z",
    "2026-12-05T00:00:00.000Z",
  ]);
  expect((await edit(world.editor, version + 1, { inspections: [winter, summer] })).body.changed).toEqual([]);
  await edit(world.editor, version + 1, { inspections: [summer] });
  const kept = await world.database.inspection.findMany({ where: { listingId: id } });
  expect(kept.map((one) => one.id)).toEqual([instants[1]?.id]);
});

test("parts that cannot be are refused by the field's name, and change nothing", async () => {
  const { version, edit, row } = await setUp();
  const before = await row();
  const visit = { kind: "open_home", startsAt: "2026-12-05T11:00", endsAt: "2026-12-05T11:30" };
  for (const [changes, field] of [
    [{ agents: ["nobody"] }, "agents"],
    [{ agents: ["valley-agent"] }, "agents"],
    [{ agents: ["harbour-agent", "harbour-agent"] }, "agents"],
    [{ inspections: [{ ...visit, endsAt: visit.startsAt }] }, "inspections"],
    [{ inspections: [visit, visit] }, "inspections"],
    [{ inspections: [{ ...visit, startsAt: "2026-13-05T11:00" }] }, "inspections"],
    // The clocks of New South Wales go from two to three that night.
    [
      { inspections: [{ ...visit, startsAt: "2026-10-04T02:30", endsAt: "2026-10-04T03:30" }] },
      "inspections",
    ],
    [{ media: [{ id: 1, caption: "Not of this listing" }] }, "media"],
  ] as const) {
    const { status, body } = await edit(world.editor, version, changes);
    expect([status, body.error.issues[0].field], JSON.stringify(changes)).toEqual([
      400,
      expect.stringMatching(new RegExp(`^(changes\\.)?${field}`)),
    ]);
  }
  expect(await row()).toEqual(before);
});
