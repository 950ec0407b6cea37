import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CONTESTANTS } from "@/bench/libraries/contestants";
import { type FromWorker, instant, type Task } from "@/bench/libraries/messages";
import { connectClient } from "@/lib/platform/postgres-client";
import { DATA } from "@/lib/platform/services/clone";
import { startPostgres } from "@/lib/platform/services/postgres";
import { startRedis } from "@/lib/platform/services/redis";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

const FOLDER = `${DATA}/bench-libraries`;
const WORKER = fileURLToPath(new URL("libraries/worker.ts", import.meta.url));
const SECONDS = 30;
const WORKERS = 3;
const LISTINGS = 120;
/** What is promised; older answers are stale. */
const BOUND_MS = 250;
/** Another program changes one of its listings so often, and tells nobody. */
const OTHERS_EVERY_MS = 100;
const WARM_UP_MS = 2_000;

type Column = { reads: number; stale: number; worstMs: number };

type Result = {
  readonly name: string;
  /** Of listings that the portal's processes write, and of those that another program does. */
  readonly own: Column;
  readonly others: Column;
  writes: number;
  loads: number;
  errors: number;
  readonly hitMicroseconds: number[];
};

/** Ours beside what people use: stale answers, worst age, loads and cost of a hit, for one workload on one machine. Prints a table. */
export async function benchLibraries(): Promise<void> {
  const postgres = await startPostgres({ dataDir: `${FOLDER}/postgres`, throwaway: true });
  const redis = await startRedis({ logFile: `${FOLDER}/redis.log`, path: process.env.PATH ?? "" });
  try {
    if (!redis) throw new Error("This needs a Redis server: install redis-tools (apt) or redis (brew).");
    await migrate(postgres.url);
    await seed(postgres.url, { listings: 1_000 });
    const results: Result[] = [];
    for (const name of Object.keys(CONTESTANTS)) results.push(await measure(name, postgres.url, redis.url));
    printTable(results);
  } finally {
    await redis?.process.stop();
    await postgres.stop();
    await rm(FOLDER, { recursive: true, force: true });
  }
}

async function measure(name: string, databaseUrl: string, redisUrl: string): Promise<Result> {
  const others = await connectClient(databaseUrl);
  const { rows } = await others.query<{ id: number }>(
    "UPDATE listing SET price_low = 1, price_high = 1 WHERE id IN (SELECT id FROM listing WHERE channel = 'buy' ORDER BY id LIMIT $1) RETURNING id",
    [LISTINGS],
  );
  const listings = rows.map(({ id }) => id);
  // Every fourth is the other program's; the processes share the rest.
  const foreign = listings.filter((_, n) => n % 4 === 3);
  const own = listings.filter((_, n) => n % 4 !== 3);
  const result: Result = {
    ...{ name, writes: 0, loads: 0, errors: 0, hitMicroseconds: [] },
    own: { reads: 0, stale: 0, worstMs: 0 },
    others: { reads: 0, stale: 0, worstMs: 0 },
  };
  const acknowledged = new Map<number, number[]>(listings.map((listing) => [listing, [0, 0]]));
  const saw: Float64Array[] = [];
  const hear = (message: FromWorker) => {
    if (message.kind === "acknowledged") {
      result.writes++;
      const versions = acknowledged.get(message.listing);
      if (versions !== undefined) versions[message.version] = message.at;
    } else if (message.kind === "saw") saw.push(message.reads);
    else if (message.kind === "done") {
      result.loads += message.loads;
      result.errors += message.errors;
      result.hitMicroseconds.push(message.hitMicroseconds);
    }
  };
  const workers = Array.from({ length: WORKERS }, () => startWorker(name, databaseUrl, redisUrl, hear));
  await Promise.all(workers.map((worker) => until(worker, "ready")));
  await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
  const done = workers.map((worker) => until(worker, "done"));
  for (const [index, worker] of workers.entries())
    worker.send({
      ...{ seconds: SECONDS, listings, seed: index + 1 },
      own: own.filter((_, n) => n % WORKERS === index),
    } satisfies Task);
  const endAt = instant() + SECONDS * 1_000;
  for (let version = 2; instant() < endAt; version++)
    for (const listing of foreign) {
      if (instant() >= endAt) break;
      await others.query("UPDATE listing SET price_low = $1, price_high = $1 WHERE id = $2", [
        version,
        listing,
      ]);
      hear({ kind: "acknowledged", listing, version, at: instant() });
      await new Promise((resolve) => setTimeout(resolve, OTHERS_EVERY_MS));
    }
  await Promise.all(done);
  for (const worker of workers) worker.disconnect();
  await others.end();
  for (const reads of saw) judge(reads, acknowledged, new Set(foreign), result);
  return result;
}

function startWorker(
  name: string,
  databaseUrl: string,
  redisUrl: string,
  hear: (message: FromWorker) => void,
): ChildProcess {
  const worker = fork(WORKER, [name, databaseUrl, redisUrl], {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    serialization: "advanced",
  });
  worker.on("message", hear);
  return worker;
}

async function until(worker: ChildProcess, kind: FromWorker["kind"]): Promise<void> {
  const isGone = once(worker, "exit").then(() => {
    throw new Error(`A process of the comparison ended before it was ${kind}.`);
  });
  // It ends some day, when nobody waits any more.
  isGone.catch(() => {});
  for (;;) {
    const [message] = (await Promise.race([once(worker, "message"), isGone])) as [FromWorker];
    if (message.kind === kind) return;
  }
}

/** How long the next version had been acknowledged when each read began. */
function judge(
  reads: Float64Array,
  acknowledged: ReadonlyMap<number, readonly number[]>,
  foreign: ReadonlySet<number>,
  result: Result,
): void {
  for (let at = 0; at < reads.length; at += 3) {
    const [listing = 0, version = 0, askedAt = 0] = reads.subarray(at, at + 3);
    const column = foreign.has(listing) ? result.others : result.own;
    const overtakenAt = acknowledged.get(listing)?.[version + 1] ?? Number.POSITIVE_INFINITY;
    const ageMs = Math.max(0, askedAt - overtakenAt);
    column.reads++;
    column.worstMs = Math.max(column.worstMs, ageMs);
    if (ageMs > BOUND_MS) column.stale++;
  }
}

function printTable(results: readonly Result[]): void {
  console.log(
    `${SECONDS} s each, ${WORKERS} processes, ${LISTINGS} listings, Node ${process.version}; stale: overtaken for more than ${BOUND_MS} ms\n`,
  );
  console.log(
    "| | reads | writes | stale, own writes | worst age | stale, another program's writes | worst age | loads | a hit | errors |",
  );
  console.log("| :-- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
  for (const { name, own, others, writes, loads, errors, hitMicroseconds } of results) {
    const hit =
      [...hitMicroseconds].sort((one, other) => one - other)[Math.floor(hitMicroseconds.length / 2)] ?? 0;
    const cells = [
      ...[number(own.reads + others.reads), number(writes)],
      ...[shareOf(own), age(own), shareOf(others), age(others)],
      ...[number(loads), `${hit.toFixed(1)} µs`, number(errors)],
    ];
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
}

function shareOf({ reads, stale }: Column): string {
  return `${number(stale)} (${((100 * stale) / Math.max(1, reads)).toFixed(2)} %)`;
}

function age({ worstMs }: Column): string {
  return worstMs > 10_000 ? `${(worstMs / 1_000).toFixed(0)} s` : `${worstMs.toFixed(0)} ms`;
}

function number(count: number): string {
  return count.toLocaleString("en");
}
