import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectClient } from "@/lib/platform/postgres-client";
import { answersTo, readsOf } from "@/tests/support/cached-reads";
import { type CachedWorld, insertCachedWorld } from "@/tests/support/cached-world";
import { createTestDatabase } from "@/tests/support/database";

type Change = { readonly name: string; readonly table: string; readonly sql: string };

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let psql: Client;
let world: CachedWorld;
let reads: ReturnType<typeof readsOf>;
beforeAll(async () => {
  // However slow the machine: what is asked here is what is loaded, not when.
  held = await createTestDatabase({ CACHE_LOAD_SOFT_MS: "20000", CACHE_LOAD_HARD_MS: "30000" });
  psql = await connectClient(held.url);
  world = await insertCachedWorld(held.database);
  reads = readsOf(world);
});
afterAll(async () => {
  await psql.end();
  await held.close();
});

/** As every process with the cache off would answer. */
async function truth() {
  const { cache } = held.runtime;
  for (const tier of ["memory", "shared"] as const) cache.switchTier(tier, false);
  const answers = await answersTo(reads);
  for (const tier of ["memory", "shared"] as const) cache.switchTier(tier, true);
  return answers;
}

/** What makes a changed value where adding a letter or one does not do. */
const VALUES: Readonly<Record<string, string>> = {
  "country.currency": "'NZD'",
  "region.country_code": "'us'",
  "region.time_zone": "'Australia/Perth'",
  "locality.region_id": "(SELECT id FROM region WHERE slug = 'qld')",
  "locality.extra_postcodes": "ARRAY['2009']",
  "agency.locality_id": "(SELECT id FROM locality WHERE slug = 'birdwood')",
  "agent.agency_id": "(SELECT id FROM agency WHERE slug = 'valley')",
  "feed_source.kind": "'demo'",
  "listing.offer": "'rent'",
  "listing.status": "'withdrawn'",
  "listing.property_type": "'villa'",
  "listing.features": "ARRAY['tank']",
  "listing.price_currency": "'USD'",
  "listing.locality_id": "(SELECT id FROM locality WHERE slug = 'birdwood')",
  "listing.agency_id": "(SELECT id FROM agency WHERE slug = 'valley')",
  "listing.sold_on": "'2026-05-01', status = 'sold'",
  "listing.sold_price": "5, status = 'sold', sold_on = '2026-05-02'",
  "listing.leased_on": "'2026-05-01', status = 'leased', offer = 'rent'",
  "listing.source_id": "NULL, external_id = NULL",
  "listing.price_low": "price_low - 1",
  "listing_agent.agent_id": "(SELECT id FROM agent WHERE slug = 'valley-agent')",
  "listing_agent.listing_id": "(SELECT max(id) FROM listing)",
  "listing_media.listing_id": "(SELECT max(id) FROM listing)",
  "listing_media.kind": "'floor_plan'",
  "listing_media.content_hash": "repeat('b', 64)",
  "inspection.listing_id": "(SELECT max(id) FROM listing)",
  "inspection.kind": "'auction'",
  "inspection.ends_at": "ends_at + interval '1 minute'",
  "listing_event.listing_id": "(SELECT max(id) FROM listing)",
  "listing_event.kind": "'relisted'",
  "listing_event.price_low": "1, price_high = 2",
  "listing_event.price_high": "3, price_low = 2",
};

/** The row that a table's changes are made to: one that reads show. */
const ROWS: Readonly<Record<string, string>> = {
  country: "code = 'au'",
  region: "slug = 'nsw'",
  locality: "slug = 'ashby'",
  agency: "slug = 'harbour'",
  agent: "slug = 'harbour-agent'",
  feed_source: "slug = 'world'",
  listing: "external_id = '1'",
  listing_agent: "true",
  listing_media: "true",
  inspection: "true",
  listing_event: "true",
};

function changedValue(table: string, column: string, type: string): string {
  const given = VALUES[`${table}.${column}`];
  if (given !== undefined) return given;
  if (type === "text") return column === "postcode" ? "'2002'" : `coalesce(${column}, '') || 'x'`;
  if (type === "bool") return `NOT ${column}`;
  if (/^(int|float|numeric)/.test(type)) return `coalesce(${column}, 0) + 1`;
  if (/^(timestamptz|date)/.test(type)) return `coalesce(${column}, '2026-01-01') - interval '1 minute'`;
  throw new Error(`How does a value of ${table}.${column} (${type}) change? Say so in VALUES.`);
}

/** Keys that rows are known by; other rows refer to them. */
const KEYS = /^(id|code)$/;

async function findChanges(): Promise<readonly Change[]> {
  const { rows } = await psql.query<{ table: string; column: string; type: string }>(
    `SELECT table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = ANY ($1) AND is_generated = 'NEVER'
      ORDER BY table_name, ordinal_position`,
    [Object.keys(ROWS)],
  );
  const columns = rows.filter(({ column }) => !KEYS.test(column));
  const changes = columns.map(({ table, column, type }) => ({
    name: `${table}.${column}`,
    table,
    sql: `UPDATE ${table} SET ${column} = ${changedValue(table, column, type)} WHERE ${ROWS[table]}`,
  }));
  return [...changes, ...COMINGS_AND_GOINGS];
}

const COMINGS_AND_GOINGS: readonly Change[] = [
  [
    "locality",
    "INSERT INTO locality (region_id, slug, name, latitude, longitude) SELECT region_id, 'nowhere', 'Nowhere', 0, 0 FROM locality WHERE slug = 'ashby'",
  ],
  [
    "region",
    "INSERT INTO region (slug, code, name, country_code, time_zone) VALUES ('xx', 'XX', 'Ex', 'au', 'UTC')",
  ],
  ["agency", "INSERT INTO agency (slug, name) VALUES ('nobody', 'Nobody')"],
  [
    "agent",
    "INSERT INTO agent (slug, name, agency_id) SELECT 'another', 'Another', id FROM agency WHERE slug = 'harbour'",
  ],
  ["agent", "DELETE FROM agent WHERE slug = 'harbour-agent'"],
  [
    "listing",
    "INSERT INTO listing (id, offer, status, property_type, headline, price_display, price_currency, locality_id, published_at) SELECT 2000000, offer, status, property_type, headline, price_display, price_currency, locality_id, now() FROM listing WHERE external_id = '1'",
  ],
  ["listing", "DELETE FROM listing WHERE external_id = '1'"],
  [
    "listing",
    "UPDATE listing SET id = 2000000 WHERE id = (SELECT max(id) FROM listing WHERE status = 'active')",
  ],
  ["listing_agent", "DELETE FROM listing_agent"],
  [
    "listing_agent",
    "INSERT INTO listing_agent SELECT max(listing.id), max(agent.id) FROM listing, agent WHERE agent.slug = 'harbour-agent'",
  ],
  ["listing_media", "DELETE FROM listing_media"],
  ["inspection", "DELETE FROM inspection"],
  ["listing_event", "DELETE FROM listing_event"],
  // What is in no channel has sales on record all the same, and others like it.
  ...["status = 'active'", "property_type = 'villa'", "price_currency = 'USD'", "bedrooms = 9"].map(
    (change) => ["listing", `UPDATE listing SET ${change} WHERE status = 'withdrawn'`],
  ),
  [
    "listing",
    "UPDATE listing SET locality_id = (SELECT id FROM locality WHERE slug = 'birdwood') WHERE status = 'withdrawn'",
  ],
  ["listing", "DELETE FROM listing WHERE status = 'withdrawn'"],
  ["listing", "UPDATE listing SET status = 'withdrawn' WHERE offer = 'rent'"],
  [
    "listing_event",
    "INSERT INTO listing_event (listing_id, kind, occurred_on) SELECT id, 'listed', '2026-01-01' FROM listing WHERE status = 'withdrawn'",
  ],
  ["listing", "TRUNCATE listing CASCADE"],
].map(([table = "", sql = ""]) => ({ name: sql.slice(0, 60), table, sql }));

test("after any change of any column, and after a row came or went, every read answers as if nothing were cached", async () => {
  const changes = await findChanges();
  const shownBy = new Map<string, number>();
  const before = await truth();
  for (const { name, table, sql } of changes) {
    // Undone by its opposite in one more transaction: the template of what was there.
    await psql.query(`CREATE SCHEMA before`);
    for (const each of [...Object.keys(ROWS), "enquiry"])
      await psql.query(`CREATE TABLE before.${each} AS TABLE public.${each}`);
    await psql.query(sql);
    expect(await held.runtime.tail.catchUp()).toBe(true);
    const cached = await knowingAnswers();
    const now = await truth();
    for (const [read, answer] of cached) expect(answer, `${read} after ${name}`).toEqual(now.get(read));
    const differs = [...now].some(
      ([read, answer]) => JSON.stringify(answer) !== JSON.stringify(before.get(read)),
    );
    shownBy.set(table, (shownBy.get(table) ?? 0) + (differs ? 1 : 0));
    await restore();
    expect(await held.runtime.tail.catchUp()).toBe(true);
    await answersTo(reads);
  }
  // Otherwise the comparison would hold for reads that show nothing.
  const blind = [...shownBy].filter(([table, count]) => count === 0 && table !== "listing_media");
  expect(blind).toEqual([]);
}, 600_000);

/** What is answered by a process that knows what changed. On a busy machine it may read the journal too late: an answer then says that it is stale. */
async function knowingAnswers() {
  for (let tries = 1; tries <= 20; tries++) {
    let isUnsure = false;
    const stop = held.runtime.observe((event) => {
      isUnsure ||= event.kind === "stale-served" && event.cause === "trust";
    });
    const answers = await answersTo(reads);
    stop();
    if (!isUnsure) return answers;
  }
  throw new Error("In twenty rounds the journal could never be read in time.");
}

/** Puts every row back as it was, by writes like any others. */
async function restore(): Promise<void> {
  const tables = ["country", "region", "locality", "agency", "agent", "feed_source", "listing"];
  const children = ["listing_agent", "listing_media", "inspection", "listing_event"];
  await psql.query("BEGIN");
  await psql.query("SET LOCAL session_replication_role = replica");
  for (const table of [...tables, ...children, "enquiry"]) {
    const { rows } = await psql.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    const columns = rows[0]?.columns ?? "";
    await psql.query(`DELETE FROM public.${table}`);
    await psql.query(`INSERT INTO public.${table} (${columns}) SELECT ${columns} FROM before.${table}`);
  }
  await psql.query("COMMIT");
  await psql.query("DROP SCHEMA before CASCADE");
}
