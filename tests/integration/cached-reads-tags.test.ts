import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AGENCY_LIFETIME, SALES_LIFETIME } from "@/lib/agencies/freshness";
import type { Lifetime } from "@/lib/cache/lifetime";
import { LISTING_LIFETIME, SEARCH_LIFETIME } from "@/lib/listings/freshness";
import { MAP_LIFETIME } from "@/lib/listings/map-freshness";
import { SIMILAR_LIFETIME } from "@/lib/listings/similar-freshness";
import { SITEMAP_LIFETIME } from "@/lib/listings/sitemap-freshness";
import {
  PLACE_COUNT_LIFETIME,
  PLACE_LIFETIME,
  PLACE_RANK_LIFETIME,
  PROFILE_LIFETIME,
} from "@/lib/localities/freshness";
import { connectClient } from "@/lib/platform/postgres-client";
import { answersTo, readsOf } from "@/tests/support/cached-reads";
import { insertCachedWorld } from "@/tests/support/cached-world";
import { createTestDatabase } from "@/tests/support/database";

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let psql: Client;
let reads: ReturnType<typeof readsOf>;
beforeAll(async () => {
  // However slow the machine: what is asked here is what is loaded, not when.
  held = await createTestDatabase({ CACHE_LOAD_SOFT_MS: "20000", CACHE_LOAD_HARD_MS: "30000" });
  psql = await connectClient(held.url);
  reads = readsOf(await insertCachedWorld(held.database));
});
afterAll(async () => {
  await psql.end();
  await held.close();
});

test("each tag that an answer depends on is one that some change writes", async () => {
  await answersTo(reads);
  const asked = new Set([...held.runtime.cache.held()].flatMap(([, { entry }]) => entry.tags.map(kindOf)));
  const written = await kindsWritten();
  expect([...asked].filter((kind) => !written.has(kind))).toEqual([]);
});

/** A little, and far. */
async function movePrices(): Promise<void> {
  for (const price of [2, 3, 3_000])
    await psql.query(`UPDATE listing SET price_low = ${price}, price_high = ${price}`);
}

/** The kinds of tags that a touch of every column of every table writes, and a truncation of each; nothing of it stays. */
async function kindsWritten(): Promise<ReadonlySet<string>> {
  const { rows: tables } = await psql.query<{ table: string }>(
    "SELECT DISTINCT event_object_table AS table FROM information_schema.triggers WHERE trigger_name = 'cache_journal_insert'",
  );
  await psql.query("BEGIN");
  await psql.query(
    "UPDATE listing SET headline = 'x', price_low = 2, price_high = 2, status = 'withdrawn', sold_on = NULL, sold_price = NULL",
  );
  await psql.query("UPDATE listing SET status = 'active'");
  await psql.query("UPDATE listing SET status = 'active', offer = 'rent'");
  await psql.query("UPDATE listing SET offer = 'sale', status = 'sold', sold_on = '2026-05-01'");
  await psql.query("UPDATE listing SET description = 'sold'");
  await movePrices();
  await psql.query("UPDATE listing SET status = 'active', sold_on = NULL, sold_price = NULL");
  const inspect =
    "INSERT INTO inspection (listing_id, starts_at, ends_at) SELECT id, now(), now() + interval '1 hour' FROM listing";
  for (const offer of ["sale", "rent"]) {
    await psql.query(`UPDATE listing SET offer = '${offer}'`);
    await psql.query(`UPDATE listing SET description = '${offer}'`);
    await movePrices();
    await psql.query(inspect);
  }
  for (const table of ["locality", "region", "agency", "agent", "feed_source"])
    await psql.query(`UPDATE ${table} SET name = name || 'x'`);
  await psql.query("UPDATE listing SET offer = 'sale', status = 'active', sold_on = NULL");
  await psql.query("UPDATE inspection SET ends_at = ends_at + interval '1 minute'");
  await psql.query("DELETE FROM listing_agent");
  for (const { table } of tables) await psql.query(`TRUNCATE ${table} CASCADE`);
  const { rows } = await psql.query<{ tag: string }>(
    "SELECT DISTINCT unnest(tags) AS tag FROM cache_journal",
  );
  await psql.query("ROLLBACK");
  return new Set(rows.map(({ tag }) => kindOf(tag)));
}

function kindOf(tag: string): string {
  return tag.replace(/\d+/g, "N");
}

test("each table that a cached read depends on tells of every kind of statement, whoever makes it", async () => {
  const { rows } = await psql.query<{ table: string; triggers: string }>(
    `SELECT tgrelid::regclass::text AS table, string_agg(tgname || ' ' || tgenabled::text, ', ' ORDER BY tgname) AS triggers
       FROM pg_trigger WHERE starts_with(tgname, 'cache_journal_') GROUP BY 1`,
  );
  const always = ["delete", "insert", "truncate", "update"]
    .map((event) => `cache_journal_${event} A`)
    .join(", ");
  const journaled = new Map(rows.map(({ table, triggers }) => [table, triggers]));
  const { rows: tables } = await psql.query<{ table: string }>(
    "SELECT table_name AS table FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  for (const { table } of tables) {
    if (NOT_READ.has(table) || DERIVED.has(table) || table.startsWith("cache_"))
      expect(journaled.has(table), table).toBe(false);
    else expect(journaled.get(table), table).toBe(always);
  }
});

/** What no cached read reads. A new table belongs here, or gets triggers and a place in the reads of cached-reads.ts. */
const NOT_READ: ReadonlySet<string> = new Set([
  ...[
    "_prisma_migrations",
    "enquiry",
    "second_factor",
    "recovery_code",
    "invitation",
    "password_reset",
    "throttle",
    "audit_entry",
    "listing_draft",
    "feed_run",
    "feed_issue",
    "saved_search",
    "listing_report",
    // A cursor is read before any cache is asked.
    "search_cursor",
  ],
]);

/** Written by triggers on tables that are journaled, in the same statement, and by nothing else: its own tags are told as it is written. */
const DERIVED: ReadonlySet<string> = new Set(["locality_stock"]);

test("what Redis keeps ends when its declared lifetime does", async () => {
  const { redis } = held.runtime;
  if (redis === null) throw new Error("This test needs its Redis.");
  const lifetimes: Readonly<Record<string, Lifetime>> = {
    search: SEARCH_LIFETIME,
    "search-counts": SEARCH_LIFETIME,
    "search-options": SEARCH_LIFETIME,
    map: MAP_LIFETIME,
    listing: LISTING_LIFETIME,
    "gone-listing": LISTING_LIFETIME,
    "similar-listings": SIMILAR_LIFETIME,
    "suburb-profile": PROFILE_LIFETIME,
    locality: PLACE_LIFETIME,
    region: PLACE_LIFETIME,
    regions: PLACE_COUNT_LIFETIME,
    places: PLACE_RANK_LIFETIME,
    "localities-around": PLACE_LIFETIME,
    "map-labels": PLACE_RANK_LIFETIME,
    "busy-localities": PLACE_COUNT_LIFETIME,
    "stocked-localities": PLACE_COUNT_LIFETIME,
    agency: AGENCY_LIFETIME,
    agent: AGENCY_LIFETIME,
    sales: SALES_LIFETIME,
    "member-parts": AGENCY_LIFETIME,
    "member-slugs": AGENCY_LIFETIME,
    sitemap: SITEMAP_LIFETIME,
    "sitemap-parts": SITEMAP_LIFETIME,
    "sitemap-regions": SITEMAP_LIFETIME,
  };
  await answersTo(reads);
  const mine = `verandah:q:${held.runtime.clock.identity}|`;
  for (const [name, { freshForMs, staleForMs, usableForMs, jitter }] of Object.entries(lifetimes)) {
    const keys = (await redis.keys(`${mine}*`)).filter((key) => key.startsWith(`${mine}${name}@`));
    expect(keys, name).not.toEqual([]);
    const whole = freshForMs + staleForMs + usableForMs;
    for (const key of keys) {
      const ttl = await redis.pttl(key);
      expect(ttl, key).toBeLessThanOrEqual(whole);
      expect(ttl, key).toBeGreaterThan(whole - jitter * freshForMs - 60_000);
    }
    expect(freshForMs).toBeGreaterThanOrEqual(300_000);
    expect(freshForMs).toBeLessThanOrEqual(86_400_000);
    // The journal has to know every change since the entry was loaded.
    expect(whole).toBeLessThan(held.runtime.env.JOURNAL_RETENTION_HOURS * 3_600_000);
  }
});
