import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { searchListings } from "@/lib/listings/queries";
import { emptySearch, type ListingSearch, searchWith } from "@/lib/listings/search";
import type { Database } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { type PlainListing, plainSearch } from "@/tests/support/plain-search";
import { search, walk } from "@/tests/support/searching";

const SEED = Number(process.env.VERANDAH_TEST_SEED ?? Date.now());

// Few values, so that listings tie on what they are sorted by and pages end within a tie.
test(`walking its pages shows what a plain reading of a search finds, each listing once, in order (seed ${SEED})`, async () => {
  const { listings } = await setUp(150);
  const range = (most: number) =>
    fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: most }), fc.nat({ max: most }))
        .map(([min, more]) => ({ min, max: min + more })),
      { freq: 1 },
    );
  const change = fc.record(
    {
      region: fc.constantFrom("nsw", "vic"),
      localities: fc.constantFrom<ListingSearch["localities"]>([], ["nsw/here"], ["nsw/there", "vic/here"]),
      beds: range(4),
      baths: range(3),
      parking: range(2),
      price: range(6),
      land: range(4),
      types: fc.subarray(["house", "land", "unit"] as const),
      sort: fc.constantFrom("newest", "price-up", "price-down"),
      limit: fc.integer({ min: 5, max: 60 }),
    },
    { requiredKeys: ["sort", "limit"] },
  );
  const channel = fc.constantFrom("buy", "rent", "sold");
  await fc.assert(
    fc.asyncProperty(channel, change, async (asked, changes) => {
      const question = searchWith(emptySearch(asked), changes);
      const expected = plainSearch(listings, question);
      const { total, totalIsExact, facets } = await searchListings(question);
      expect({ total, totalIsExact, facets }).toEqual({
        total: expected.ids.length,
        totalIsExact: true,
        facets: expected.facets,
      });
      expect(await walk(question)).toEqual(expected.ids);
    }),
    { seed: SEED, numRuns: 80 },
  );
});

test.each(["newest", "price-up", "price-down"] as const)(
  `writes between pages neither hide nor repeat a listing that they leave alone (%s, seed ${SEED})`,
  async (sort) => {
    const { database, listings, locality } = await setUp(90);
    const question = search(`channel=buy&limit=4&sort=${sort}`);
    const before = plainSearch(listings, question).ids;
    const touched = new Set<number>();
    const chance = random(SEED);
    const seen = await walk(question, async () => {
      const id = before[Math.floor(chance() * before.length)] ?? 0;
      touched.add(id);
      if (chance() < 0.5) await database.listing.update({ where: { id }, data: { status: "withdrawn" } });
      else await database.listing.update({ where: { id }, data: priced(Math.floor(chance() * 7)) });
      await insertListing(database, { localityId: locality, publishedAt: new Date(), ...priced(3) });
    });
    const left = before.filter((id) => !touched.has(id));
    expect(touched.size).toBeGreaterThan(2);
    expect(seen.filter((id) => left.includes(id))).toEqual(left);
  },
);

test("a cursor serves pages of another size, but no other search, no other order, and no forger", async () => {
  await setUp(60);
  const question = search("channel=buy&limit=5");
  const { next: after } = await searchListings(question);
  const wider = await searchListings({ ...question, limit: 9, after });
  expect(wider.items).toHaveLength(9);
  const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  const [version, hash, value, id] = JSON.parse(Buffer.from(after ?? "", "base64url").toString());
  const wrong = [
    { ...question, after, sort: "price-up" },
    { ...question, after, beds: { min: 1, max: null } },
    { ...question, after, channel: "rent" },
    { ...question, after: "x" },
    { ...question, after: forged([version, hash, value, "1; DROP TABLE listing"]) },
    { ...question, after: forged([version, hash, "yesterday", id]) },
    { ...question, after: forged([version, hash, "0000-01-01T00:00:00.000Z", id]) },
    { ...question, after: forged([version, hash, "2026-02-30T00:00:00.000Z", id]) },
    { ...question, after: forged([version, hash, value, 3_000_000_000]) },
    { ...question, after: forged([version + 1, hash, value, id]) },
    { ...question, after: forged(null) },
  ] satisfies ListingSearch[];
  for (const asked of wrong) {
    await expect(searchListings(asked), JSON.stringify(asked)).rejects.toMatchObject({
      code: "bad_request",
      issues: [{ field: "after" }],
    });
  }
});

async function setUp(count: number): Promise<{
  database: Database;
  listings: readonly PlainListing[];
  locality: number;
}> {
  const { database, close } = await createTestDatabase();
  onTestFinished(close);
  const places = [
    { key: "nsw/here", ...(await insertLocality(database, { slug: "here" })) },
    { key: "nsw/there", ...(await insertLocality(database, { slug: "there" })) },
    { key: "vic/here", ...(await insertLocality(database, { slug: "here", region: "vic" })) },
  ] as const;
  const chance = random(SEED + count);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
  const listings: PlainListing[] = [];
  for (let made = 0; made < count; made++) {
    const { locality, ...listing } = anyListing(pick, pick(places));
    const { id, channel } = await database.listing.findUniqueOrThrow({
      where: await insertListing(database, { localityId: locality.id, ...listing.row }),
      select: { id: true, channel: true },
    });
    listings.push({ ...listing.plain, id, channel, locality: locality.key });
  }
  return { database, listings, locality: places[0].id };
}

function anyListing<Place>(pick: <T>(values: readonly T[]) => T, locality: Place) {
  const status = pick(["active", "active", "under_offer", "sold", "withdrawn", "draft"] as const);
  const offer = status === "sold" ? "sale" : pick(["sale", "sale", "rent"] as const);
  const low = pick([null, 0, 1, 2, 2, 3, 5]);
  const day = pick(["2026-01-01", "2026-01-02", "2026-01-03"]);
  const plain = {
    type: pick(PROPERTY_TYPES.filter((type) => ["house", "land", "unit", "rural"].includes(type))),
    beds: pick([null, 0, 1, 2, 3, 6]),
    baths: pick([null, 0.5, 1, 1.75, 2.25, 5]),
    parking: pick([null, 0, 1, 2]),
    low,
    high: low === null ? null : low + pick([0, 0, 2]),
    landAreaM2: pick([null, 0.4, 1.5, 2.49, 4]),
    publishedAt: `${day}T00:00:00.000Z`,
    soldOn: status === "sold" ? day : null,
  };
  const row = {
    status,
    offer,
    propertyType: plain.type,
    bedrooms: plain.beds,
    bathrooms: plain.baths,
    parking: plain.parking,
    priceLow: plain.low,
    priceHigh: plain.high,
    landAreaM2: plain.landAreaM2,
    publishedAt: new Date(plain.publishedAt),
    soldOn: plain.soldOn === null ? null : new Date(plain.soldOn),
  };
  return { locality, plain, row };
}

function priced(low: number): { priceLow: number; priceHigh: number } {
  return { priceLow: low, priceHigh: low };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
