import { rm } from "node:fs/promises";
import { percentile } from "@/bench/latency";
import { readEnv } from "@/lib/env";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { createRuntime } from "@/lib/platform/create-runtime";
import { connectClient } from "@/lib/platform/postgres-client";
import { connectDatabase } from "@/lib/platform/prisma";
import { holdRuntime, type Runtime } from "@/lib/platform/runtime";
import { DATA } from "@/lib/platform/services/clone";
import { startPostgres } from "@/lib/platform/services/postgres";
import { startRedis } from "@/lib/platform/services/redis";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

const WRITES = 500;
const LISTINGS = 100;
/** Of what the journal adds to a write, at the median. */
const BOUND_MS = 1;
const FOLDER = `${DATA}/bench-journal`;

/** A way to write: whose commands run, and how long each of them took, in milliseconds. */
type Way = { readonly name: string; readonly runtime: Runtime; readonly took: number[] };

/** What the journal adds to a change of a price: its triggers, then catching up and telling the others. Prints a table; throws beyond the bound. */
export async function benchJournal({ listings }: { listings: number }): Promise<void> {
  const postgres = await startPostgres({ dataDir: `${FOLDER}/postgres`, throwaway: true });
  const redis = await startRedis({ logFile: `${FOLDER}/redis.log`, path: process.env.PATH ?? "" });
  try {
    if (!redis) throw new Error("This needs a Redis server: install redis-tools (apt) or redis (brew).");
    await migrate(postgres.url);
    await seed(postgres.url, { listings });
    const ids = await chooseListings(postgres.url);
    const urls = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    const withoutTriggers = await copyWithoutTriggers(postgres.url);
    const whole = createRuntime(readEnv({ NODE_ENV: "production", LOG_LEVEL: "silent", ...urls }));
    whole.follow();
    const ways: readonly Way[] = [
      { name: "without the journal", runtime: writingTo(whole, withoutTriggers), took: [] },
      { name: "with its triggers", runtime: writingTo(whole, postgres.url), took: [] },
      { name: "with its triggers, caught up and told", runtime: whole, took: [] },
    ];
    await measureWrites(ways, ids);
    for (const { runtime } of ways) await runtime.database.$disconnect();
    await whole.close();
    printTable(listings, ways);
    requireWithinBound(ways);
  } finally {
    await redis?.process.stop();
    await postgres.stop();
    await rm(FOLDER, { recursive: true, force: true });
  }
}

/** The same commands on a client whose writes nothing follows. */
function writingTo(whole: Runtime, url: string): Runtime {
  return { ...whole, database: connectDatabase({ ...whole.env, DATABASE_URL: url }) };
}

async function chooseListings(url: string): Promise<readonly ListingId[]> {
  const client = await connectClient(url);
  const { rows } = await client.query<{ id: number }>(
    "SELECT id FROM listing WHERE channel = 'buy' AND status = 'active' ORDER BY id LIMIT $1",
    [LISTINGS],
  );
  await client.end();
  return rows.map(({ id }) => ListingId.parse(id));
}

async function copyWithoutTriggers(url: string): Promise<string> {
  const copied = new URL(url);
  copied.pathname = "/without_triggers";
  const server = new URL(url);
  server.pathname = "/postgres";
  await run(server.href, `CREATE DATABASE without_triggers TEMPLATE ${new URL(url).pathname.slice(1)}`);
  await run(
    copied.href,
    `DO $$ DECLARE made record; BEGIN
       FOR made IN SELECT tgrelid::regclass AS on_table, tgname AS name FROM pg_trigger WHERE tgname LIKE 'cache\\_journal\\_%' LOOP
         EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', made.on_table, made.name);
       END LOOP;
     END $$`,
  );
  return copied.href;
}

async function run(url: string, sql: string): Promise<void> {
  const client = await connectClient(url);
  await client.query(sql);
  await client.end();
}

/** All ways take turns at each write, so that whatever else the machine does touches them alike; the first tenth warms up. */
async function measureWrites(ways: readonly Way[], ids: readonly ListingId[]): Promise<void> {
  const warmUp = WRITES / 10;
  let price = 1_000_000;
  for (let n = 0; n < WRITES + warmUp; n++) {
    const id = ids[n % ids.length];
    if (id === undefined) throw new Error("The demo has no listing for sale.");
    for (let turn = 0; turn < ways.length; turn++) {
      const way = ways[(n + turn) % ways.length];
      if (way === undefined) continue;
      holdRuntime(way.runtime);
      const startedAt = performance.now();
      await setListing(id, { price: ++price }, { name: "bench" });
      if (n >= warmUp) way.took.push(performance.now() - startedAt);
    }
  }
}

function printTable(listings: number, ways: readonly Way[]): void {
  console.log(
    `${listings} demo listings, ${WRITES} changes of a price each way, Node ${process.version}; ms\n`,
  );
  console.log("| a change of a price | p50 | p95 | more than without, p50 / p95 |\n|---|---|---|---|");
  for (const way of ways) {
    const more = `${addedMs(ways, way, 0.5).toFixed(2)} / ${addedMs(ways, way, 0.95).toFixed(2)}`;
    console.log(`| ${way.name} | ${msOf(way, 0.5)} | ${msOf(way, 0.95)} | ${more} |`);
  }
}

function msOf({ took }: Way, share: number): string {
  return percentile(took, share).toFixed(2);
}

/** How much longer than the first way, of the same listing a moment apart: other work on the machine then falls on both. */
function addedMs([without]: readonly Way[], { took }: Way, share: number): number {
  const added = took.map((ms, n) => ms - (without?.took[n] ?? Number.NaN));
  return percentile(added, share);
}

function requireWithinBound(ways: readonly Way[]): void {
  const whole = ways.at(-1);
  const medianMs = whole === undefined ? 0 : addedMs(ways, whole, 0.5);
  if (medianMs > BOUND_MS)
    throw new Error(
      `The journal adds ${medianMs.toFixed(2)} ms to a write; at most ${BOUND_MS} ms are allowed.`,
    );
}
