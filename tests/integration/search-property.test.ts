import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { searchListings } from "@/lib/listings/queries";
import { emptySearch, type ListingSearch, type ListingSort, searchWith } from "@/lib/listings/search";
import { createTestDatabase } from "@/tests/support/database";
import { picker } from "@/tests/support/picker";
import { plainSearch } from "@/tests/support/plain-search";
import { insertRandomWorld, KEYWORDS } from "@/tests/support/random-world";
import { walk, walkAsOfMany } from "@/tests/support/searching";

const SEED = Number(process.env.VERANDAH_TEST_SEED ?? Date.now());
const RUNS = 120;
const LISTINGS = 220;

/** On the eve of a weekend, on its first day, on its last, and when it is over in Sydney and not in Seattle. */
const MOMENTS = [
  ...["2026-03-05T03:40:00Z", "2026-03-06T22:10:00Z", "2026-03-07T16:00:00Z", "2026-03-08T13:20:00Z"],
].map((moment) => new Date(moment));

test(`a search finds, counts and orders what a plain reading of it does, however its pages are read (seed ${SEED})`, async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  // What is cached under one moment would answer under the next.
  const { database, close } = await createTestDatabase({ CACHE_MEMORY: "off", CACHE_SHARED: "off" });
  onTestFinished(close);
  const [now = new Date()] = MOMENTS;
  const world = await insertRandomWorld(database, { count: LISTINGS, now, pick: picker(SEED) });
  let foundSome = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...MOMENTS), CHANNEL, FEW_CHANGES, async (moment, channel, changes) => {
      vi.setSystemTime(moment);
      const question = searchWith(emptySearch(channel), changes);
      const expected = plainSearch({ ...world, now: moment }, question);
      const { total, totalIsExact, facets, notice } = await searchListings(question);
      expect({ total, totalIsExact, facets }).toEqual({
        total: expected.ids.length,
        totalIsExact: true,
        facets: expected.facets,
      });
      const isByPrice = question.price !== null || question.sort.startsWith("price");
      expect(notice !== null).toBe(isByPrice && expected.currencies > 1);
      expect(await walk(question)).toEqual(expected.ids);
      expect(await walkAsOfMany(question)).toEqual(expected.ids);
      foundSome += expected.ids.length > 0 ? 1 : 0;
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(foundSome).toBeGreaterThan(RUNS / 3);
}, 240_000);

function range(most: number, decimals = 0) {
  const step = 10 ** decimals;
  return fc
    .tuple(fc.option(fc.nat({ max: most * step })), fc.option(fc.nat({ max: most * step })))
    .map(([one, other]) => {
      const [min, more] = [one === null ? null : one / step, other === null ? null : other / step];
      if (min === null && more === null) return null;
      return { min, max: more === null ? null : (min ?? 0) + more };
    });
}

const CHANNEL = fc.constantFrom("buy", "buy", "rent", "sold");
const DAYS = ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"] as const;
const OUTLINES: readonly NonNullable<ListingSearch["area"]>[] = [
  [
    { lng: 151.1, lat: -34 },
    { lng: 151.25, lat: -33.95 },
    { lng: 151.25, lat: -33.85 },
  ],
  [
    { lng: 115.8, lat: -32 },
    { lng: 115.9, lat: -32 },
    { lng: 115.87, lat: -31.96 },
    { lng: 115.9, lat: -31.9 },
    { lng: 115.8, lat: -31.9 },
  ],
];

/** Each asks for little, so that several together still find something. */
const FILTERS = {
  region: fc.constantFrom("nsw", "wa", "us-wa", "vic"),
  localities: fc.constantFrom<ListingSearch["localities"]>(["nsw/ashby"], ["nsw/birdwood", "wa/ashby"]),
  around: fc.record({
    localities: fc.constantFrom<ListingSearch["localities"]>(["nsw/ashby"], ["nsw/birdwood", "us-wa/calder"]),
    aroundKm: fc.constantFrom(1, 4, 6, 50),
  }),
  keywords: fc.uniqueArray(fc.constantFrom(...KEYWORDS), { minLength: 1, maxLength: 2 }),
  beds: range(6),
  baths: range(5, 2),
  parking: range(2),
  price: range(6),
  land: range(4),
  types: fc.subarray(["house", "land", "unit"] as const),
  features: fc.uniqueArray(fc.constantFrom("swimming-pool", "study", "deck"), { minLength: 1, maxLength: 2 }),
  newWithinDays: fc.constantFrom(1, 3, 7, 14),
  open: fc.oneof(
    fc.constant({ kind: "weekend" as const }),
    fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)).map((days) => {
      const [from = "", to = ""] = [...days].sort();
      return { kind: "days" as const, from, to };
    }),
  ),
  agency: fc.constantFrom("harbour", "valley"),
  agent: fc.constantFrom("harbour-agent", "valley-agent"),
  bounds: fc.constantFrom(
    { west: 151.1, south: -34, east: 151.2, north: -33.88 },
    { west: 115, south: -35, east: 152, north: -31.94 },
    { west: -180, south: -90, east: 180, north: 90 },
  ),
  area: fc.constantFrom(...OUTLINES),
};

const FEW_CHANGES = fc
  .record({
    filters: fc.record(FILTERS),
    names: fc.subarray(Object.keys(FILTERS) as (keyof typeof FILTERS)[], { maxLength: 3 }),
    sort: fc.nat(),
    limit: fc.integer({ min: 4, max: 24 }),
  })
  .map(({ filters, names, sort, limit }): Partial<ListingSearch> => {
    let changes: Partial<ListingSearch> = { limit };
    for (const name of names)
      changes = { ...changes, ...(name === "around" ? filters.around : { [name]: filters[name] }) };
    const sorts = sortsOf(changes);
    return { ...changes, sort: sorts[sort % sorts.length] ?? "newest" };
  });

/** Those that these filters give ground for, the ones that few do more often. */
function sortsOf({ localities, bounds, area, keywords }: Partial<ListingSearch>): readonly ListingSort[] {
  const sorts: ListingSort[] = ["newest", "price-up", "price-down", "inspection"];
  if (localities || bounds || area) sorts.push("nearest", "nearest");
  if (keywords) sorts.push("match", "match", "match");
  return sorts;
}
