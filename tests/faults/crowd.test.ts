import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { percentile } from "@/bench/latency";
import { connectClient } from "@/lib/platform/postgres-client";
import { startRedis } from "@/lib/platform/services/redis";
import { seed } from "@/prisma/seed/seed";
import { instant } from "@/tests/faults/clock";
import { type CrowdReport, startCrowd } from "@/tests/faults/crowd";
import { type OwnPostgres, startOwnPostgres } from "@/tests/support/own-postgres";

const PROCESSES = 4;
const READERS = 2_500;
const LOAD_MS = 500;
const LOADS_MAX = 8;

let postgres: OwnPostgres;
let redis: Awaited<ReturnType<typeof startRedis>>;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  await seed(postgres.url(), { listings: 2_000 });
  redis = await startRedis({ logFile: ".data/crowd-redis.log", path: process.env.PATH ?? "" });
});
afterAll(async () => {
  await redis?.process.stop({ hurry: true });
  await postgres.remove();
});

async function crowd(settings: Readonly<Record<string, string>> = {}) {
  if (redis === undefined) throw new Error("A crowd needs a Redis: install redis-tools.");
  const started = await startCrowd(PROCESSES, {
    DATABASE_URL: postgres.url(),
    REDIS_URL: redis.url,
    CACHE_LOADS_MAX: String(LOADS_MAX),
    ...settings,
  });
  onTestFinished(() => started.end());
  return started;
}

const soon = () => instant() + 300;
const sum = (reports: readonly CrowdReport[], figure: "loads" | "failures") =>
  reports.reduce((total, report) => total + report[figure], 0);

test("ten thousand readers of one cold key in four processes are one load", async () => {
  const { order } = await crowd();
  await order({ kind: "one-key", key: "warm-up", readers: READERS, loadMs: 50, beginAt: soon() });
  const reports = await order({
    kind: "one-key",
    key: "cold",
    readers: READERS,
    loadMs: LOAD_MS,
    beginAt: soon(),
  });
  expect(sum(reports, "loads")).toBe(1);
  expect(sum(reports, "failures")).toBe(0);
  const p99 = percentile(
    reports.flatMap(({ tookMs }) => tookMs),
    0.99,
  );
  console.log(`stampede: ${PROCESSES * READERS} readers, 1 load of ${LOAD_MS} ms, p99 ${p99.toFixed(0)} ms`);
});

test("while Redis is away they are one load in each process", async () => {
  const { order } = await crowd({ REDIS_URL: "redis://127.0.0.1:1" });
  const reports = await order({
    kind: "one-key",
    key: "alone",
    readers: READERS,
    loadMs: LOAD_MS,
    beginAt: soon(),
  });
  expect(reports.map(({ loads }) => loads)).toEqual([1, 1, 1, 1]);
  expect(sum(reports, "failures")).toBe(0);
});

test("with every cache empty under load, the database is asked no more at once than it can carry, and nobody is refused", async () => {
  const { order } = await crowd();
  const watcher = await connectClient(postgres.url());
  const rows = await watcher.query<{ id: number }>(
    "SELECT id FROM listing WHERE channel IS NOT NULL LIMIT 1000",
  );
  const listings = rows.rows.map(({ id }) => id);
  let isOver = false;
  let busiest = 0;
  const watching = (async () => {
    while (!isOver) {
      const { rows: active } = await watcher.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'verandah' AND state = 'active' AND pid <> pg_backend_pid()",
      );
      busiest = Math.max(busiest, active[0]?.count ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const reports = await order({ kind: "many-keys", listings, clients: 100, beginAt: soon() });
  isOver = true;
  await watching;
  await watcher.end();
  expect(sum(reports, "failures")).toBe(0);
  expect(busiest).toBeLessThanOrEqual(PROCESSES * LOADS_MAX);
  expect(busiest).toBeGreaterThan(0);
  // More were waiting than were let through: else there was nothing to hold back.
  expect(Math.max(...reports.map(({ loadingMost }) => loadingMost))).toBeGreaterThan(LOADS_MAX);
  // One load for each key where Redis answers in time; where it does not, one in each process.
  expect(sum(reports, "loads")).toBeLessThanOrEqual(listings.length * PROCESSES);
  const p99 = percentile(
    reports.flatMap(({ tookMs }) => tookMs),
    0.99,
  );
  console.log(
    `cold start: ${listings.length} listings, 400 clients, ${sum(reports, "loads")} loads, at most ${busiest} at once, p99 ${p99.toFixed(0)} ms`,
  );
});
