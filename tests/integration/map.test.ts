import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { searchRead } from "@/lib/listings/freshness";
import type { ListingMap } from "@/lib/listings/listing-map";
import { mapRead } from "@/lib/listings/map-freshness";
import { getListingMap } from "@/lib/listings/map-queries";
import { mapQuery } from "@/lib/listings/map-query";
import { searchListings } from "@/lib/listings/queries";
import { type Bounds, emptySearch, type ListingSearch, searchWith } from "@/lib/listings/search";
import { createTestDatabase } from "@/tests/support/database";
import { insertMapWorld, type MapWorld } from "@/tests/support/map-world";
import { type PlacedListing, plainMap } from "@/tests/support/plain-map";
import { plainSearch } from "@/tests/support/plain-search";

const SEED = Number(process.env.VERANDAH_TEST_SEED ?? Date.now());
const SLOW = 120_000;

test(
  `a map shows what a plain reading of its filters finds in its window, each listing once, alone or in one cluster (seed ${SEED})`,
  async () => {
    const world = await setUp();
    const { listings } = world;
    const byId = new Map(listings.map((listing) => [listing.id, listing]));
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyChange, anyWindow(listings), async (changes, window) => {
        const search = searchWith(emptySearch("buy"), changes);
        const query = mapQuery(search, window);
        const found = plainSearch(world, search).ids.flatMap((id) => byId.get(id) ?? []);
        const map = await getListingMap(query);
        expectMap(map, plainMap(found, query));
        seen.add(kindOf(map));
        for (const { id, position, isExact } of map.listings) {
          const listing = byId.get(id);
          expect(position).toEqual(listing?.point);
          expect(isExact).toBe(listing?.ownPoint !== null && !listing?.isHidden);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
    // Otherwise the comparison would hold for maps of nothing.
    expect([...seen].sort()).toEqual(["few", "many together", "none", "some apart", "some together"]);
  },
  SLOW,
);

test("the fullest map there can be is kept: it does not depend on more than an entry may", async () => {
  const { runtime, database, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: regionId } = await database.region.findUniqueOrThrow({ where: { slug: "nsw" } });
  await database.$executeRaw`
    WITH place AS (
      INSERT INTO locality (region_id, name, slug, latitude, longitude)
      SELECT ${regionId}::int, 'Place ' || n, 'place-' || n, -34 + n / 220.0, 151 + n / 220.0 FROM generate_series(1, 390) n RETURNING id)
    INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, price_low, price_high, locality_id, published_at)
    SELECT 'sale', 'active', 'house', 'House', '-', 'AUD', 500000, 500000, id, '2026-03-01' FROM place`;
  await runtime.tail.catchUp();
  const search = searchWith(emptySearch("buy"), {
    price: { min: 123_456, max: 9_876_543 },
    keywords: ["house"],
  });
  const query = mapQuery(search, { bounds: { west: 151, south: -34, east: 152.9, north: -32.1 }, zoom: 16 });
  const map = await getListingMap(query);
  expect(map.listings).toHaveLength(390);
  expect(runtime.cache.heldUnder(mapRead(query).key)).toBeDefined();
});

test("a search of very many places in order of price is kept too", async () => {
  const { runtime, database, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: regionId } = await database.region.findUniqueOrThrow({ where: { slug: "nsw" } });
  await database.$executeRaw`
    WITH place AS (
      INSERT INTO locality (region_id, name, slug, latitude, longitude)
      SELECT ${regionId}::int, 'Place ' || n, 'place-' || n, -34 + n / 10000.0, 151 FROM generate_series(1, 95) n RETURNING id)
    INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, price_low, price_high, locality_id, published_at)
    SELECT 'sale', 'active', 'house', 'House', '-', 'AUD', 500000, 500000, id, '2026-03-01' FROM place`;
  await runtime.tail.catchUp();
  const search = searchWith(emptySearch("buy"), {
    ...{ localities: ["nsw/place-1"], aroundKm: 10, sort: "price-up" as const },
    price: { min: 123_456, max: 9_876_543 },
  });
  await searchListings(search);
  expect(runtime.cache.heldUnder(searchRead(search).key)).toBeDefined();
});

async function setUp(): Promise<MapWorld> {
  const { database, close } = await createTestDatabase();
  onTestFinished(close);
  return insertMapWorld(database, { count: 900, seed: SEED });
}

/** By how many there are, and whether near ones are clustered: each is counted in another way. */
function kindOf({ total, clusters }: ListingMap): string {
  if (total <= 60) return total === 0 ? "none" : "few";
  const how = clusters.length > 0 ? "together" : "apart";
  return total <= 400 ? `some ${how}` : `many ${how}`;
}

/** Positions are told to five decimals, sides outward. */
function expectMap(map: ListingMap, { total, single, clusters }: ReturnType<typeof plainMap>): void {
  expect({ total: map.total, totalIsExact: map.totalIsExact }).toEqual({ total, totalIsExact: true });
  expect(map.listings.map(({ id }) => id)).toEqual(single);
  const shown = map.clusters.reduce((sum, { count }) => sum + count, map.listings.length);
  expect(shown).toBe(total);
  expect(map.clusters.length + map.listings.length).toBeLessThanOrEqual(400);
  expect(map.clusters.length).toBe(clusters.length);
  for (const cluster of map.clusters) {
    const { position, bounds, count, price } = cluster;
    const expected = clusters.find(
      (each) =>
        Math.abs(each.position.lng - position.lng) < 0.000011 &&
        Math.abs(each.position.lat - position.lat) < 0.000011 &&
        each.count === count,
    );
    expect({ position, price }).toEqual({ position, price: expected?.price });
    for (const side of ["west", "south", "east", "north"] as const)
      expect(Math.abs(bounds[side] - (expected?.bounds[side] ?? 999)), side).toBeLessThanOrEqual(
        0.00001 + 1e-9,
      );
    expect(contains(bounds, expected?.bounds)).toBe(true);
  }
}

function contains(outer: Bounds, inner: Bounds | undefined): boolean {
  if (inner === undefined) return false;
  const { west, south, east, north } = inner;
  return outer.west <= west && outer.south <= south && outer.east >= east && outer.north >= north;
}

const range = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.nat({ max: most }))
    .map(([min, more]) => ({ min, max: min + more }));

const anyFilter = fc.oneof(
  fc.record({ channel: fc.constantFrom("rent", "sold") }),
  fc.record({ region: fc.constantFrom("nsw", "vic") }),
  fc.record({
    localities: fc.constantFrom<ListingSearch["localities"]>(["nsw/here"], ["nsw/there", "vic/here"]),
  }),
  fc.record({ beds: range(4) }),
  fc.record({ baths: range(3) }),
  fc.record({ parking: range(2) }),
  fc.record({ price: range(6) }),
  fc.record({ land: range(4) }),
  fc.record({ types: fc.subarray(["house", "land", "unit"] as const) }),
);

/** Few at once: many find nothing. */
const anyChange = fc
  .array(anyFilter, { maxLength: 2, size: "max" })
  .map((filters): Partial<ListingSearch> => Object.assign({}, ...filters));

/** Around a listing, from a few metres to the world, at a zoom that need not fit. */
function anyWindow(listings: readonly PlacedListing[]) {
  return fc
    .record({
      centre: fc.constantFrom(...listings).map(({ point }) => point),
      exponents: fc.tuple(fc.integer({ min: -11, max: 8 }), fc.integer({ min: -2, max: 2 })),
      offset: fc.tuple(fc.constantFrom(0, 0.5, 0.9, 1), fc.constantFrom(0, 0.5, 0.9, 1)),
      zoom: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(null)),
    })
    .map(({ centre, exponents, offset, zoom }) => {
      const [width, height] = [2 ** exponents[0], 2 ** (exponents[0] + exponents[1])];
      const west = Math.max(-180, centre.lng - width * offset[0]);
      const south = Math.max(-90, centre.lat - height * offset[1]);
      const bounds = {
        west,
        south,
        east: Math.min(180, west + width),
        north: Math.min(90, south + height),
      };
      return { bounds, zoom: zoom ?? Math.min(20, Math.max(0, 9 - exponents[0])) };
    });
}
