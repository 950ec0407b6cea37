import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { priceBand } from "@/lib/listings/price-band";
import { partsOfSpan } from "@/lib/listings/price-span";
import { emptySearch, searchWith } from "@/lib/listings/search";
import { aspectsOf, spanAspects } from "@/lib/listings/search-tags";
import { connectClient } from "@/lib/platform/postgres-client";
import { createBareDatabase } from "@/tests/support/database";

let database: Awaited<ReturnType<typeof createBareDatabase>>;
let psql: Client;
beforeAll(async () => {
  database = await createBareDatabase(inject("templateName"));
  psql = await connectClient(database.url);
});
afterAll(async () => {
  await psql.end();
  await database.drop();
});

const AMOUNT = fc.oneof(
  fc.integer({ min: 0, max: 120 }),
  fc.integer({ min: 200, max: 3_000 }),
  fc.integer({ min: 100_000, max: 20_000_000 }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
);
const NEAR = fc
  .tuple(AMOUNT, fc.double({ min: 0.7, max: 1.4, noNaN: true }))
  .map(([amount, by]) => [amount, Math.min(Number.MAX_SAFE_INTEGER, Math.round(amount * by))] as const);

test("the triggers reckon a price's band as searches do, and bands grow with prices", async () => {
  const amounts = fc.sample(AMOUNT, 2_000).sort((one, other) => one - other);
  const { rows } = await psql.query<{ band: number }>(
    "SELECT cache_price_band(amount) AS band FROM unnest($1::bigint[]) WITH ORDINALITY a (amount, n) ORDER BY n",
    [amounts],
  );
  const bands = amounts.map(priceBand);
  expect(rows.map(({ band }) => band)).toEqual(bands);
  expect(bands).toEqual([...bands].sort((one, other) => one - other));
});

/** What a search that begins, or ends, with an amount depends on, as freshness.ts tells it. */
function aspectsOfEnd(end: "min" | "max", amount: number): readonly string[] {
  return aspectsOf(searchWith(emptySearch("buy"), { price: { min: null, max: null, [end]: amount } }));
}

test("whatever range or span an end of a price moves into or out of is told, and few others are when it moves little", async () => {
  const moves = fc.sample(fc.oneof(NEAR, fc.tuple(AMOUNT, AMOUNT)), 2_000);
  const { rows } = await psql.query<{ low: readonly string[]; high: readonly string[] }>(
    `SELECT to_json(cache_price_kinds(before, after, true)) AS low, to_json(cache_price_kinds(before, after, false)) AS high
       FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY m (before, after, n) ORDER BY n`,
    [moves.map(([before]) => before), moves.map(([, after]) => after)],
  );
  expect(rows).toHaveLength(moves.length);
  for (const [at, [before, after]] of moves.entries()) {
    const { low = [], high = [] } = rows[at] ?? {};
    if (before === after) expect([low, high]).toEqual([[], []]);
    const between = before + Math.floor((after - before) * ((at % 100) / 100));
    for (const amount of [before, between, after, roundly(between), roundly(after)]) {
      // A range that ends with the amount has the listing while its low is no higher; one that begins with it, while its high is no lower.
      if (before <= amount !== after <= amount)
        expect(low.some((kind) => aspectsOfEnd("max", amount).includes(kind))).toBe(true);
      if (before >= amount !== after >= amount)
        expect(high.some((kind) => aspectsOfEnd("min", amount).includes(kind))).toBe(true);
    }
    for (const amount of before === after ? [] : [before, after])
      for (const span of [
        { from: amount, to: amount },
        { from: 0, to: amount },
        { from: amount, to: null },
      ])
        for (const kinds of [low, high])
          expect(kinds.some((kind) => spanAspects([span]).some((aspect) => aspect === kind))).toBe(true);
    if (Math.abs(after - before) < before * 0.04 && before > 100) expect(low.length).toBeLessThanOrEqual(14);
  }
});

/** The nearest amount below that people ask for. */
function roundly(amount: number): number {
  const unit = 10 ** Math.max(0, String(amount).length - 2);
  return Math.floor(amount / unit) * unit;
}

test("a move across no round price is told to no range that begins or ends with one", async () => {
  const { rows } = await psql.query<{ kinds: readonly string[] }>(
    "SELECT to_json(cache_price_kinds(501000, 509000, true) || cache_price_kinds(501000, 509000, false)) AS kinds",
  );
  expect([...new Set(rows[0]?.kinds)].sort()).toEqual([
    "search-price-410",
    "search-price-size-6",
    "search-price-step-65",
  ]);
});

test("a span's parts hold its prices and few others", () => {
  expect(partsOfSpan({ from: 0, to: 330_000 })).toEqual([
    ...["size-2", "size-3", "size-4", "size-5", "step-61", "step-62", "step-63"],
  ]);
  expect(partsOfSpan({ from: 7_500_000, to: null })).toEqual([
    ...["step-77", "step-78", "step-79", "size-8", "size-9"],
  ]);
  expect(partsOfSpan({ from: 45, to: 120 })).toEqual(["size-2", "step-31"]);
  expect(partsOfSpan({ from: 120_000_000, to: 130_000_000 })).toEqual(["size-9"]);
});

test("a price that comes or goes is told to every range", async () => {
  const { rows } = await psql.query(
    "SELECT to_json(cache_price_kinds(NULL, 5, true)) AS came, to_json(cache_price_kinds(5, NULL, false)) AS went, to_json(cache_price_kinds(NULL, NULL, true)) AS none",
  );
  expect(rows).toEqual([{ came: ["search-price-far"], went: ["search-price-far"], none: [] }]);
});
