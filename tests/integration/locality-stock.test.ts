import type { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const DIFFERENCES_MAX = 32;

async function setUp() {
  const { database, url, close } = await createTestDatabase();
  onTestFinished(close);
  const places = [
    await insertLocality(database, { name: "Ashby" }),
    await insertLocality(database, { name: "Birdwood" }),
  ].map(({ id }) => id);
  const connect = async (): Promise<Client> => {
    const client = await connectClient(url);
    onTestFinished(() => client.end());
    await client.query("SET lock_timeout = '5s'");
    return client;
  };
  const psql = await connect();
  return {
    ...{ database, connect, psql },
    ashby: places[0] ?? 0,
    birdwood: places[1] ?? 0,
    /** What the differences add up to, and what there is. */
    async sums() {
      const { rows } = await psql.query<Record<string, unknown>>(
        `SELECT locality_id, sum(buy)::int AS buy, sum(rent)::int AS rent, sum(sold)::int AS sold FROM locality_stock
          GROUP BY 1 HAVING (sum(buy), sum(rent), sum(sold)) <> (0, 0, 0) ORDER BY 1`,
      );
      return rows;
    },
    async counts() {
      const { rows } = await psql.query<Record<string, unknown>>(
        `SELECT locality_id, (count(*) FILTER (WHERE channel = 'buy'))::int AS buy,
            (count(*) FILTER (WHERE channel = 'rent'))::int AS rent, (count(*) FILTER (WHERE channel = 'sold'))::int AS sold
           FROM listing WHERE channel IS NOT NULL GROUP BY 1 ORDER BY 1`,
      );
      return rows;
    },
    async differences() {
      const { rows } = await psql.query<{ most: number }>(
        "SELECT coalesce(max(n), 0)::int AS most FROM (SELECT count(*) AS n FROM locality_stock GROUP BY locality_id) counted",
      );
      return rows[0]?.most ?? 0;
    },
    async tags() {
      const { rows } = await psql.query<{ tag: string }>(
        "SELECT DISTINCT unnest(tags) AS tag FROM cache_journal",
      );
      return rows.map(({ tag }) => tag).filter((tag) => /^stock:(any|locality)/.test(tag));
    },
  };
}

const PUBLISH = `INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
  VALUES ($2::offer, 'active', 'house', 'A house', '$1', 'AUD', $1, now()) RETURNING id`;

test("each way in which listings come, change and go is added to what their places have", async () => {
  const { database, psql, ashby, birdwood, sums, counts } = await setUp();
  const { id } = await insertListing(database, { localityId: ashby });
  await insertListing(database, { localityId: ashby, offer: "rent" });
  await insertListing(database, { localityId: birdwood, status: "draft", publishedAt: null });
  expect(await sums()).toEqual([{ locality_id: ashby, buy: 1, rent: 1, sold: 0 }]);
  for (const sql of [
    `UPDATE listing SET locality_id = ${birdwood} WHERE id = ${id}`,
    `UPDATE listing SET status = 'sold', sold_on = '2026-05-01' WHERE id = ${id}`,
    `UPDATE listing SET headline = 'Another', offer = 'sale'`,
    "UPDATE listing SET status = 'active', sold_on = NULL, published_at = now()",
    `INSERT INTO listing (id, offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
       SELECT id, offer, status, property_type, headline, price_display, price_currency, ${birdwood}, now() FROM listing
       ON CONFLICT (id) DO UPDATE SET locality_id = excluded.locality_id, offer = 'rent'`,
    `MERGE INTO listing USING (VALUES (${id})) AS gone (id) ON listing.id = gone.id WHEN MATCHED THEN DELETE`,
    `SET session_replication_role = replica; UPDATE listing SET locality_id = ${ashby}; RESET session_replication_role`,
    "DELETE FROM listing WHERE id = (SELECT min(id) FROM listing)",
  ]) {
    await psql.query(sql);
    expect(await sums(), sql).toEqual(await counts());
  }
  expect(await sums()).not.toEqual([]);
  await psql.query("TRUNCATE listing CASCADE");
  expect(await sums()).toEqual([]);
});

test("what is rolled back is not added, and an edit adds nothing", async () => {
  const { database, psql, ashby, sums, differences } = await setUp();
  await insertListing(database, { localityId: ashby });
  await psql.query("BEGIN");
  await psql.query(PUBLISH, [ashby, "sale"]);
  await psql.query("ROLLBACK");
  await psql.query(
    "UPDATE listing SET price_low = 1, price_high = 2, headline = 'x', status = 'under_offer'",
  );
  expect(await sums()).toEqual([{ locality_id: ashby, buy: 1, rent: 0, sold: 0 }]);
  expect(await differences()).toBe(1);
});

test("differences are folded before they are many, whoever writes and however strictly", async () => {
  const { psql, ashby, birdwood, sums, counts, differences } = await setUp();
  for (let written = 0; written < 3 * DIFFERENCES_MAX; written++) await psql.query(PUBLISH, [ashby, "sale"]);
  expect(await differences()).toBeLessThanOrEqual(DIFFERENCES_MAX);
  await psql.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  for (let written = 0; written < 2 * DIFFERENCES_MAX; written++)
    await psql.query(PUBLISH, [birdwood, "rent"]);
  await psql.query("COMMIT");
  expect(await differences()).toBe(2 * DIFFERENCES_MAX);
  await psql.query(PUBLISH, [birdwood, "rent"]);
  expect(await differences()).toBeLessThanOrEqual(DIFFERENCES_MAX);
  expect(await sums()).toEqual(await counts());
});

test("nobody waits for another who publishes in the same suburb, even while differences are folded", async () => {
  const { psql, connect, ashby, sums, counts, differences } = await setUp();
  const other = await connect();
  for (let written = 0; written < DIFFERENCES_MAX; written++) await psql.query(PUBLISH, [ashby, "sale"]);
  await psql.query("BEGIN");
  await psql.query(PUBLISH, [ashby, "sale"]);
  await other.query("SET lock_timeout = '1s'");
  for (let written = 0; written < DIFFERENCES_MAX; written++) await other.query(PUBLISH, [ashby, "rent"]);
  await psql.query("COMMIT");
  expect(await sums()).toEqual(await counts());
  await other.query(PUBLISH, [ashby, "rent"]);
  expect(await differences()).toBeLessThanOrEqual(DIFFERENCES_MAX);
  expect(await sums()).toEqual(await counts());
});

test("the sums are right after any writers, side by side, in batches, strict, rolled back", async () => {
  const { connect, ashby, birdwood, sums, counts } = await setUp();
  const seed = Math.floor(Math.random() * 2 ** 31);
  const writers = [0, 1, 2, 3].map(async (writer) => {
    const client = await connect();
    const next = randomFrom(seed + writer);
    const mine: number[] = [];
    const place = () => (next(2) === 0 ? ashby : birdwood);
    for (let turn = 0; turn < 60; turn++) {
      const isStrict = next(4) === 0;
      await client.query(isStrict ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN");
      const made: number[] = [];
      for (let step = 0; step <= next(3); step++) {
        const { rows } = await client.query<{ id: number }>(PUBLISH, [
          place(),
          next(3) === 0 ? "rent" : "sale",
        ]);
        made.push(...rows.map(({ id }) => id));
        const some = mine.filter(() => next(3) === 0);
        const change = [
          "locality_id = $2",
          "status = 'withdrawn', locality_id = $2",
          "status = 'active', locality_id = $2",
        ];
        await client.query(`UPDATE listing SET ${change[next(3)]} WHERE id = ANY ($1)`, [some, place()]);
      }
      const isUndone = next(4) === 0;
      await client.query(isUndone ? "ROLLBACK" : "COMMIT");
      if (!isUndone) mine.push(...made);
    }
  });
  await Promise.all(writers);
  expect(await sums(), `seed ${seed}`).toEqual(await counts());
});

test("a place's stock is noted as changed when it has more or fewer listings, not when one is edited or sold", async () => {
  const { database, psql, ashby, tags } = await setUp();
  const { id } = await insertListing(database, { localityId: ashby });
  expect((await tags()).sort()).toEqual(["stock:any", `stock:locality:${ashby}`]);
  await psql.query("TRUNCATE cache_journal");
  await psql.query(`UPDATE listing SET price_low = 1, price_high = 2 WHERE id = ${id}`);
  await psql.query(`UPDATE listing SET status = 'sold', sold_on = '2026-05-01' WHERE id = ${id}`);
  expect(await tags()).toEqual([]);
  await psql.query(`DELETE FROM listing WHERE id = ${id}`);
  expect((await tags()).sort()).toEqual(["stock:any", `stock:locality:${ashby}`]);
});

/** A number below `limit`, of a sequence that the seed decides (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
