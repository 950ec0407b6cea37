import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { priceBand } from "@/lib/listings/price-band";
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

test("whatever range an end of a price moves into or out of is told, and few others are when it moves little", async () => {
  const moves = fc.sample(fc.oneof(NEAR, fc.tuple(AMOUNT, AMOUNT)), 2_000);
  const { rows } = await psql.query<{ kinds: readonly string[] }>(
    `SELECT to_json(cache_price_kinds(before, after)) AS kinds
       FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY m (before, after, n) ORDER BY n`,
    [moves.map(([before]) => before), moves.map(([, after]) => after)],
  );
  expect(rows).toHaveLength(moves.length);
  for (const [at, [before, after]] of moves.entries()) {
    const kinds = rows[at]?.kinds ?? [];
    const between = before + Math.floor((after - before) * ((at % 100) / 100));
    if (before === after) expect(kinds).toEqual([]);
    else
      for (const end of [before, between, after])
        expect(
          kinds.some((kind) => kind === "search-price-far" || kind === `search-price-${priceBand(end)}`),
        ).toBe(true);
    if (Math.abs(after - before) < before * 0.04 && before > 100) expect(kinds.length).toBeLessThanOrEqual(6);
  }
});

test("a price that comes or goes is told to every range", async () => {
  const { rows } = await psql.query(
    "SELECT to_json(cache_price_kinds(NULL, 5)) AS came, to_json(cache_price_kinds(5, NULL)) AS went, to_json(cache_price_kinds(NULL, NULL)) AS none",
  );
  expect(rows).toEqual([{ came: ["search-price-far"], went: ["search-price-far"], none: [] }]);
});
