import { expect, onTestFinished, test } from "vitest";
import { type Channel, ListingId } from "@/lib/listings/listing";
import { searchListings } from "@/lib/listings/queries";
import { findSimilarListings } from "@/lib/listings/similar-queries";
import { type Chance, chanceFrom } from "@/tests/support/chance";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { type PlainHome, type PlainPlace, plainSimilar } from "@/tests/support/plain-similar";
import { search } from "@/tests/support/searching";

const SEED = Number(process.env.VERANDAH_TEST_SEED ?? Date.now());
const PLACES = 12;
const HOMES = 150;

// Few values, so that many listings are alike in the same things and only the last rule tells them apart.
test(`the listings like one are those that a plain comparison with all others finds, in its order (seed ${SEED})`, async () => {
  const { database } = await setUp();
  const chance = chanceFrom(SEED);
  const places: PlainPlace[] = [];
  for (let made = 0; made < PLACES; made++) {
    const point = { latitude: -33.8 + degrees(chance), longitude: 151.1 + degrees(chance) };
    places.push({ ...point, id: (await insertLocality(database, point)).id });
  }
  const homes: PlainHome[] = [];
  for (let made = 0; made < HOMES; made++) {
    const { row, ...plain } = anyHome(chance, chance.pick(places));
    homes.push({ ...plain, id: (await insertListing(database, row)).id });
  }
  let found = 0;
  for (const home of homes) {
    const similar = await findSimilarListings(ListingId.parse(home.id));
    const ids = similar?.map(({ id }) => id);
    expect(ids, JSON.stringify(home)).toEqual(plainSimilar(homes, home));
    found += ids?.length ?? 0;
  }
  expect(found).toBeGreaterThan(HOMES);
});

test("what was withdrawn or let leads to what is on offer like it, what was sold to what else was sold, and a draft to nothing", async () => {
  const { database, insert, similarTo } = await setUp();
  const forSale = await insert({});
  const toRent = await insert({ offer: "rent" });
  const sold = await insert({ status: "sold", soldOn: new Date("2026-03-02") });
  const withdrawn = await insert({ status: "withdrawn" });
  const let_ = await insert({ offer: "rent", status: "leased", leasedOn: new Date("2026-03-02") });
  const alsoSold = await insert({ status: "sold", soldOn: new Date("2026-03-01") });
  const draft = await insert({ status: "draft", publishedAt: null });
  expect(await similarTo(withdrawn)).toEqual([forSale]);
  expect(await similarTo(let_)).toEqual([toRent]);
  expect(await similarTo(alsoSold)).toEqual([sold]);
  expect(await similarTo(forSale)).toEqual([]);
  expect(await similarTo(draft)).toBeNull();
  expect(await similarTo(2_000_000)).toBeNull();
  await database.listing.update({ where: { id: withdrawn }, data: { status: "active" } });
  expect(await similarTo(forSale)).toEqual([withdrawn]);
});

test("a place whose middle is ten kilometres away is near, and no place beyond it, whatever the direction", async () => {
  const { database, insert, similarTo } = await setUp();
  const given = await insert({});
  for (const [km, expected] of [
    [9.99, 4],
    [10.01, 4],
  ] as const) {
    const degrees = km / 111.195;
    const east = degrees / Math.cos((33.9 * Math.PI) / 180);
    for (const [north, across] of [
      [degrees, 0],
      [-degrees, 0],
      [0, east],
      [0, -east],
    ] as const) {
      const place = await insertLocality(database, { latitude: -33.9 + north, longitude: 151.18 + across });
      await insert({ localityId: place.id });
    }
    expect(await similarTo(given), `${km} km`).toHaveLength(expected);
  }
});

test("a similar listing is shown by the same card as in a search, with its street hidden where it is", async () => {
  const { insert } = await setUp();
  await insert({ hideStreet: true, features: ["Pool"], landAreaM2: 400 });
  const given = await insert({});
  const shown = await findSimilarListings(ListingId.parse(given));
  const page = await searchListings(search("channel=buy"));
  expect(shown).toEqual(page.items.filter(({ id }) => id !== given));
  expect(shown?.[0]?.street).toBeNull();
});

test("no further place is looked at after two thousand listings, or after a hundred places", async () => {
  const { database, insert, similarTo } = await setUp();
  const given = await insert({});
  const near = await insertLocality(database, { latitude: -33.91, longitude: 151.18 });
  const further = await insert({ localityId: near.id });
  expect(await similarTo(given)).toEqual([further]);
  // Nearer and empty; the one with the listing becomes the hundred and first.
  await database.$executeRaw`
    INSERT INTO locality (region_id, slug, name, latitude, longitude)
    SELECT id, 'empty-' || n, 'Empty ' || n, -33.9001, 151.18 FROM region, generate_series(1, 99) n WHERE region.slug = 'nsw'`;
  expect(await similarTo(given)).toEqual([]);
  await database.$executeRaw`DELETE FROM locality WHERE slug = 'empty-1'`;
  expect(await similarTo(given)).toEqual([further]);
  const unlike = (most: number) => database.$executeRaw`
    INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, bedrooms, locality_id, published_at)
    SELECT offer, status, 'land', headline, 'On request', 'AUD', NULL, locality_id, published_at
    FROM listing, generate_series(1, ${most}::int) WHERE id = ${given}`;
  await unlike(1_999);
  expect(await similarTo(given)).toEqual([further]);
  await unlike(1);
  expect(await similarTo(given)).toEqual([]);
});

test("where its own place has enough that is alike in everything, no other place concerns it", async () => {
  const { runtime, database, insert, similarTo } = await setUp();
  const given = await insert({});
  for (let like = 0; like < 6; like++) await insert({});
  const near = await insertLocality(database);
  const loadsAfter = async (change: () => Promise<unknown>) => {
    await similarTo(given);
    await change();
    await runtime.tail.catchUp();
    let loads = 0;
    onTestFinished(runtime.observe(({ kind }) => void (kind === "load" && loads++)));
    await similarTo(given);
    return loads;
  };
  expect(await loadsAfter(() => insert({ localityId: near.id }))).toBe(0);
  expect(await loadsAfter(() => insertLocality(database))).toBe(0);
  expect(await loadsAfter(() => insert({ offer: "rent" }))).toBe(0);
  const description = { description: "Freshly painted." };
  expect(await loadsAfter(() => database.listing.update({ where: { id: given }, data: description }))).toBe(
    0,
  );
  expect(
    await loadsAfter(() => database.listing.update({ where: { id: given }, data: { bedrooms: 9 } })),
  ).toBe(1);
  expect(await loadsAfter(() => insert({ localityId: near.id }))).toBe(1);
});

async function setUp() {
  const { runtime, database, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database);
  const insert = async (overrides: Partial<Parameters<typeof insertListing>[1]>) =>
    (await insertListing(database, { localityId, ...overrides })).id;
  const similarTo = async (id: number) => {
    const similar = await findSimilarListings(ListingId.parse(id));
    return similar?.map((card) => card.id) ?? null;
  };
  return { runtime, database, insert, similarTo };
}

/** Up to 13 km either way: some places are within reach of each other, and some are not. */
function degrees({ whole }: Chance): number {
  return whole(-1_200, 1_200) / 10_000;
}

function anyHome({ pick, whole }: Chance, place: PlainPlace) {
  const status = pick(["active", "active", "active", "under_offer", "sold", "withdrawn", "leased"] as const);
  const offer =
    status === "sold" ? "sale" : status === "leased" ? "rent" : pick(["sale", "sale", "rent"] as const);
  const market: Channel = status === "sold" ? "sold" : offer === "sale" ? "buy" : "rent";
  const day = `2026-03-0${whole(1, 4)}`;
  const low = pick([null, 8, 9, 10, 10, 11, 12, 13]);
  const plain = {
    market,
    isPublic: status !== "withdrawn" && status !== "leased",
    place,
    type: pick(["house", "house", "unit", "land"] as const),
    beds: pick([null, 2, 3, 4, 6]),
    low,
    high: low === null ? null : low + whole(0, 2),
    currency: pick(["AUD", "AUD", "AUD", "USD"]),
    publishedAt: `${day}T00:00:00.000Z`,
  };
  const row = {
    ...{ status, offer, localityId: place.id, propertyType: plain.type, bedrooms: plain.beds },
    ...{ priceLow: low, priceHigh: plain.high, priceCurrency: plain.currency },
    publishedAt: new Date(plain.publishedAt),
    soldOn: status === "sold" ? new Date(day) : null,
    leasedOn: status === "leased" ? new Date(day) : null,
  };
  return { ...plain, row };
}
