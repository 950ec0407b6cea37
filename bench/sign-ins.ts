import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { percentile } from "@/bench/latency";
import { buildPortal, isBuilt } from "@/bin/launcher/build";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { DATA } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { startPostgres } from "@/lib/platform/services/postgres";
import { startRedis } from "@/lib/platform/services/redis";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

const ATTEMPTS = 200;
const PAGES = ["/", "/buy", "/rent", "/api/listings?channel=buy"];
/** One page is asked for every so often, whether the one before was answered or not: who waits is counted in full. */
const ASK_EVERY_MS = 25;
const ROUND_MS = 10_000;
const ROUNDS = 6;
const WARM_UP_MS = 5_000;
const WORSE_MOST = 1.2;
const FLOOD = fileURLToPath(new URL("./sign-ins/flood.ts", import.meta.url));
const FOLDER = `${DATA}/bench-sign-ins`;

/**
 * Asks for public pages of one process at a steady rate, in rounds with and without as many sign-ins at once. Prints the percentiles of both
 * and how the sign-ins were answered; throws when the pages' 99th percentile grows beyond its bound.
 */
export async function benchSignIns({ listings }: { listings: number }): Promise<void> {
  if (!isBuilt()) await buildPortal(() => {});
  const postgres = await startPostgres({ dataDir: `${FOLDER}/postgres`, throwaway: true });
  const redis = await startRedis({ logFile: `${FOLDER}/redis.log`, path: process.env.PATH ?? "" });
  try {
    await migrate(postgres.url);
    await seed(postgres.url, { listings });
    const urls = { databaseUrl: postgres.url, redisUrl: redis?.url };
    const portal = await startPortal({ urls, port: await freePort(), logFile: `${FOLDER}/portal.log` });
    try {
      await untilReady(portal);
      await measure(portal.url);
    } finally {
      await portal.process.stop();
    }
  } finally {
    await redis?.process.stop();
    await postgres.stop();
    await rm(FOLDER, { recursive: true, force: true });
  }
}

async function measure(origin: string): Promise<void> {
  const flood = fork(FLOOD, { execArgv: ["--import", "tsx"] });
  try {
    report(await ask(origin, flood));
  } finally {
    flood.kill();
  }
}

async function ask(origin: string, flood: ChildProcess): Promise<Measured> {
  // Code that runs for the first time is slow: that is not what is measured.
  await signInAtOnce(flood, { origin, attempts: 3, round: ROUNDS });
  await askSteadily(origin, WARM_UP_MS);
  const quiet: number[] = [];
  const busy: number[] = [];
  const answers = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    quiet.push(...(await askSteadily(origin, ROUND_MS)));
    const attempts = signInAtOnce(flood, { origin, attempts: ATTEMPTS, round });
    busy.push(...(await askSteadily(origin, ROUND_MS)));
    for (const status of await attempts) answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  return { quiet, busy, answers };
}

/** Milliseconds of each page, from when it was due. */
async function askSteadily(origin: string, forMs: number): Promise<readonly number[]> {
  const begunAt = performance.now();
  const asked: Promise<number>[] = [];
  for (let n = 0; n * ASK_EVERY_MS < forMs; n++) {
    const dueAt = begunAt + n * ASK_EVERY_MS;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())));
    asked.push(askPage(`${origin}${PAGES[n % PAGES.length]}`, dueAt));
  }
  return Promise.all(asked);
}

async function askPage(url: string, dueAt: number): Promise<number> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return performance.now() - dueAt;
}

/** What somebody else's machine does meanwhile. */
async function signInAtOnce(flood: ChildProcess, told: Flood): Promise<readonly number[]> {
  flood.send(told);
  const [statuses] = await once(flood, "message");
  return z.array(z.number()).parse(statuses);
}

type Flood = { readonly origin: string; readonly attempts: number; readonly round: number };

type Measured = {
  readonly quiet: readonly number[];
  readonly busy: readonly number[];
  readonly answers: ReadonlyMap<number, number>;
};

function report({ quiet, busy, answers }: Measured): void {
  console.log(
    `Milliseconds of a public page, one every ${ASK_EVERY_MS} ms; load of the machine ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores:\n`,
  );
  console.log("| pages | asked | p50 | p95 | p99 | worst |\n| :-- | --: | --: | --: | --: | --: |");
  for (const [name, tookMs] of [
    ["alone", quiet],
    [`beside ${ATTEMPTS} sign-ins at once`, busy],
  ] as const) {
    const figures = [0.5, 0.95, 0.99, 1].map((share) => percentile(tookMs, share).toFixed(1));
    console.log(`| ${name} | ${tookMs.length} | ${figures.join(" | ")} |`);
  }
  const told = [...answers].sort(([one], [other]) => one - other);
  console.log(
    `\nThe sign-ins were answered ${told.map(([status, count]) => `${status}: ${count}`).join(", ")}.`,
  );
  const worse = percentile(busy, 0.99) / percentile(quiet, 0.99);
  if (worse > WORSE_MOST)
    throw new Error(`The pages' p99 is ${worse.toFixed(2)} times what it is alone, above ${WORSE_MOST}.`);
  console.log(`The pages' p99 is ${worse.toFixed(2)} times what it is alone: within ${WORSE_MOST}.`);
}
