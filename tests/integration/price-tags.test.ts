import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { getListingMap } from "@/lib/listings/map-queries";
import { mapQuery } from "@/lib/listings/map-query";
import { searchListings } from "@/lib/listings/queries";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search } from "@/tests/support/searching";

type Range = { readonly min: number | null; readonly max: number | null };
type Price = { readonly low: number; readonly high: number } | null;

const MOVES = 40;
/** With those that move more than a map shows one by one. */
const STILL = 60;
const EVERYWHERE = { bounds: { west: 150, south: -35, east: 153, north: -33 }, zoom: 6 };
/** Around the prices below, also on a band's first and last amount. */
const ENDS = [90_000, 99_999, 100_000, 480_000, 499_999, 500_000, 510_000, 525_000, 999_999, 1_000_000];
const RANGES: readonly Range[] = ENDS.flatMap((end) => [
  { min: end, max: null },
  { min: null, max: end },
  { min: end, max: end + 10_000 },
]);

const NEAR = fc.integer({ min: 478_000, max: 528_000 });
const AMOUNT = fc.oneof(NEAR, NEAR, fc.constantFrom(...ENDS), fc.integer({ min: 80_000, max: 1_200_000 }));
const PRICE: fc.Arbitrary<Price> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(AMOUNT, AMOUNT).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

test("however prices move, ranges, orders by price and maps are of what they are now, though all was cached before", async () => {
  const { runtime, database, url, close } = await createTestDatabase();
  const psql = await connectClient(url);
  onTestFinished(async () => {
    await psql.end();
    await close();
  });
  const { id: localityId } = await insertLocality(database);
  const prices = new Map<number, Price>();
  for (const amount of [95_000, 490_000, 505_000, 1_000_000]) {
    const { id } = await insertListing(database, {
      localityId,
      priceLow: BigInt(amount),
      priceHigh: BigInt(amount),
    });
    prices.set(id, { low: amount, high: amount });
  }
  const ids = [...prices.keys()];
  const still = { low: 600_000, high: 600_000 };
  for (let n = 0; n < STILL; n++) {
    const { id } = await insertListing(database, { localityId, priceLow: 600_000n, priceHigh: 600_000n });
    prices.set(id, still);
  }
  const move = async (id: number, price: Price) => {
    await psql.query("UPDATE listing SET price_low = $2, price_high = $3 WHERE id = $1", [
      id,
      price?.low ?? null,
      price?.high ?? null,
    ]);
    prices.set(id, price);
    await runtime.tail.catchUp();
  };
  const seed = Date.now();
  const moves = fc.sample(fc.tuple(fc.constantFrom(...ids), PRICE), { numRuns: MOVES, seed });
  for (const [id, price] of [[ids[0] ?? 0, prices.get(ids[0] ?? 0) ?? null] as const, ...moves]) {
    await move(id, price);
    const why = `seed ${seed}: ${JSON.stringify([...prices])}`;
    for (const range of RANGES) {
      const { total } = await searchListings(search(`price=${range.min ?? ""}-${range.max ?? ""}`));
      expect(total, `${JSON.stringify(range)} ${why}`).toBe(
        [...prices.values()].filter((each) => isIn(each, range)).length,
      );
    }
    const shown = [...prices.values()].filter((each) => each !== null);
    const [least, most] = [
      Math.min(...shown.map(({ low }) => low)),
      Math.max(...shown.map(({ high }) => high)),
    ];
    const { items } = await searchListings(search("sort=price-up&limit=1"));
    expect(prices.get(items[0]?.id ?? 0)?.low, why).toBe(least);
    const { clusters } = await getListingMap(mapQuery(search(""), EVERYWHERE));
    expect(
      clusters.map(({ price }) => price),
      why,
    ).toEqual([{ low: least, high: most, currency: "AUD" }]);
  }
});

function isIn(price: Price, { min, max }: Range): boolean {
  return price !== null && price.high >= (min ?? 0) && price.low <= (max ?? Number.POSITIVE_INFINITY);
}
