import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { ListingId } from "@/lib/listings/listing";
import { getListingMap } from "@/lib/listings/map-queries";
import { mapQuery } from "@/lib/listings/map-query";
import { searchListings } from "@/lib/listings/queries";
import { findSimilarListings } from "@/lib/listings/similar-queries";
import { type SimilarRow, similarStatement } from "@/lib/listings/similar-statement";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search } from "@/tests/support/searching";

type Range = { readonly min: number | null; readonly max: number | null };
type Price = { readonly low: number; readonly high: number } | null;

const MOVES = 40;
/** With those that move more than a map names: what comes below the lowest of them is told by its price alone. */
const STILL = 420;
const STILL_PRICE = { low: 600_000, high: 600_000 };
/** One cluster of those and one of two that move. */
const EVERYWHERE = { bounds: { west: 150, south: -36, east: 153, north: -33 }, zoom: 6 };
const PAGE = 3;
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
  const { id: crowded } = await insertLocality(database);
  const { id: quiet } = await insertLocality(database, { latitude: -35.5, longitude: 152.5 });
  const prices = new Map<number, Price>();
  const places = new Map<number, number>();
  for (const [at, amount] of [95_000, 490_000, 505_000, 1_000_000].entries()) {
    const localityId = at < 2 ? crowded : quiet;
    const { id } = await insertListing(database, { localityId, priceLow: amount, priceHigh: amount });
    prices.set(id, { low: amount, high: amount });
    places.set(id, localityId);
  }
  const ids = [...prices.keys()];
  await psql.query(
    `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, price_low, price_high, locality_id, published_at)
      SELECT 'sale', 'active', 'house', 'House ' || n, '-', 'AUD', 600000, 600000, $1, '2026-03-01' FROM generate_series(1, $2::int) n`,
    [crowded, STILL],
  );
  const all = () => [...prices.values(), ...Array.from({ length: STILL }, () => STILL_PRICE)];
  const [, , third] = [...prices];
  const heldSearch = search(`sort=price-up&limit=${PAGE}`);
  const { next: heldNext } = await searchListings(heldSearch);
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
      expect(total, `${JSON.stringify(range)} ${why}`).toBe(all().filter((each) => isIn(each, range)).length);
    }
    const lows = all()
      .flatMap((price) => price?.low ?? [])
      .sort((a, b) => a - b);
    for (const [sort, inOrder] of [
      ["price-up", lows],
      ["price-down", lows.toReversed()],
    ] as const)
      expect(await lowestOfTwoPages(sort), `${sort} ${why}`).toEqual(inOrder.slice(0, 2 * PAGE));
    // Whoever holds an older link to a next page is shown what comes after it now.
    const [heldId = 0, heldAt] = third ?? [];
    const after = [...prices].flatMap(([each, price]) =>
      price !== null && (price.low > (heldAt?.low ?? 0) || (price.low === heldAt?.low && each > heldId))
        ? price.low
        : [],
    );
    const older = await searchListings({ ...heldSearch, after: heldNext });
    expect(await lowsOf(older.items), why).toEqual(
      [...after, ...Array.from({ length: PAGE }, () => STILL_PRICE.low)].sort((a, b) => a - b).slice(0, PAGE),
    );
    const { clusters } = await getListingMap(mapQuery(search(""), EVERYWHERE));
    const inQuiet = ids.filter((each) => places.get(each) === quiet).map((each) => prices.get(each) ?? null);
    const inCrowd = ids
      .filter((each) => places.get(each) === crowded)
      .map((each) => prices.get(each) ?? null);
    expect(
      clusters.map(({ price }) => price),
      why,
    ).toEqual([spread(inQuiet), spread([...inCrowd, STILL_PRICE])]);
  }

  async function lowestOfTwoPages(sort: string) {
    const first = search(`sort=${sort}&limit=${PAGE}`);
    const { items, next } = await searchListings(first);
    const more = await searchListings({ ...first, after: next });
    return lowsOf([...items, ...more.items]);
  }

  async function lowsOf(items: readonly { readonly id: number }[]) {
    const found = await database.listing.findMany({
      where: { id: { in: items.map(({ id }) => id) } },
      select: { id: true, priceLow: true },
    });
    return items.map(({ id }) => Number(found.find((each) => each.id === id)?.priceLow ?? Number.NaN));
  }
}, 240_000);

test("however prices move, similar listings are those of now, though all were cached before", async () => {
  const { runtime, database, close } = await createTestDatabase();
  onTestFinished(close);
  const own = await insertLocality(database);
  const near = await insertLocality(database, { latitude: -33.92, longitude: 151.19 });
  const ids: number[] = [];
  for (let n = 0; n < 24; n++) {
    const amount = 440_000 + 11_000 * n;
    const { id } = await insertListing(database, {
      localityId: n % 3 === 0 ? near.id : own.id,
      priceLow: amount,
      priceHigh: amount,
      bedrooms: n % 4 === 0 ? 5 : 3,
    });
    ids.push(id);
  }
  const seed = Date.now();
  const moves = fc.sample(fc.tuple(fc.constantFrom(...ids), PRICE), { numRuns: 60, seed });
  let changed = 0;
  let before = "";
  for (const [id, price] of moves) {
    const prices = { priceLow: price?.low ?? null, priceHigh: price?.high ?? null };
    await database.listing.update({ where: { id }, data: prices });
    await runtime.tail.catchUp();
    const shown = await Promise.all(
      ids.map(async (each) =>
        ((await findSimilarListings(ListingId.parse(each))) ?? []).map((card) => card.id),
      ),
    );
    const right = await Promise.all(ids.map(similarNow));
    expect(shown, `seed ${seed}`).toEqual(right);
    if (JSON.stringify(right) !== before) changed++;
    before = JSON.stringify(right);
  }
  expect(changed).toBeGreaterThan(moves.length / 4);

  async function similarNow(id: number) {
    const [row] = await database.$queryRaw<SimilarRow[]>(similarStatement(ListingId.parse(id)));
    return row?.items.map(({ card }) => card.id) ?? [];
  }
}, 240_000);

/** What a cluster of these tells. */
function spread(prices: readonly Price[]) {
  const known = prices.filter((each) => each !== null);
  if (known.length === 0) return null;
  const low = Math.min(...known.map((each) => each.low));
  return { low, high: Math.max(...known.map((each) => each.high)), currency: "AUD" };
}

function isIn(price: Price, { min, max }: Range): boolean {
  return price !== null && price.high >= (min ?? 0) && price.low <= (max ?? Number.POSITIVE_INFINITY);
}
