import { mkdirSync, rmSync } from "node:fs";
import { copyLoaded, copyOf, dropCopy, LOADED, loadDemo } from "@/bench/search/demo-data";
import { forgetFiles } from "@/bench/search/file-cache";
import { createStack, type Stack } from "@/bin/launcher/stack";
import { connectClient } from "@/lib/platform/postgres-client";
import { DATA } from "@/lib/platform/services/clone";
import { requireDiskSpace } from "@/lib/platform/services/disk-space";
import { takeLock } from "@/lib/platform/services/lock-file";
import { startPostgres } from "@/lib/platform/services/postgres";
import { startRedis } from "@/lib/platform/services/redis";
import { stopLeftovers } from "@/lib/platform/services/running-services";

/** With the copy that is measured, its bloat and the write-ahead log. */
const KILOBYTES_PER_LISTING = 12;
const MEGABYTES_MIN = 3_000;

export type Stage = {
  readonly listings: number;
  readonly redisUrl: string;
  readonly postgresLog: string;
  /** For logs of what is started besides, and where that is noted so that it is stopped with the rest. */
  readonly folder: string;
  readonly stack: Stack;
  /** Of the copy that is measured; may be another after a restart. */
  readonly databaseUrl: string;
  /** Starts Postgres anew, so that its buffers are empty; true when the system has forgotten its files too. */
  restart(): Promise<boolean>;
  stopRedis(): Promise<void>;
  /** At the same URL, with nothing in it. */
  startRedis(): Promise<void>;
  /** Gives up the copy. */
  clear(): Promise<void>;
};

/**
 * Runs work with a Postgres set as the portal's own (bin/up), a Redis, and a copy of so many demonstration listings, which are kept for
 * the run after this one. Everything that was started is stopped afterwards, also on Ctrl-C.
 */
export async function withStage<T>(
  listings: number,
  log: (line: string) => void,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = `${DATA}/bench-search-${listings}`;
  mkdirSync(folder, { recursive: true });
  requireDiskSpace(folder, MEGABYTES_MIN + (listings * KILOBYTES_PER_LISTING) / 1000);
  const lock = takeLock(`${folder}/lock`, "npm run bench");
  if (!lock.taken) throw new Error(`Process ${lock.holder.pid} measures with ${folder} already.`);
  const startedFile = `${folder}/processes.json`;
  await stopLeftovers(startedFile, log);
  const stack = createStack(startedFile);
  let isLeaving = false;
  const leave = () => {
    void stack.stop({ hurry: isLeaving }).then(() => {
      lock.release();
      process.exit(130);
    });
    isLeaving = true;
  };
  process.on("SIGINT", leave).on("SIGTERM", leave);
  try {
    const measure = async () => {
      const stage = await setUp({ folder, listings, log, stack });
      const result = await work(stage);
      await stage.clear();
      return result;
    };
    return await Promise.race([measure(), stack.broken]);
  } catch (thrown) {
    // Of what is stopped under it the work fails, which is nothing to tell.
    if (isLeaving) await new Promise(() => {});
    throw thrown;
  } finally {
    process.off("SIGINT", leave).off("SIGTERM", leave);
    await stack.stop();
    rmSync(startedFile, { force: true });
    lock.release();
  }
}

type SetUp = {
  readonly folder: string;
  readonly listings: number;
  readonly log: (line: string) => void;
  readonly stack: Stack;
};

async function setUp({ folder, listings, log, stack }: SetUp): Promise<Stage> {
  const start = () =>
    startPostgres({
      ...{ dataDir: `${folder}/postgres`, database: LOADED, log },
      // It ends and starts again.
      onStart: (process) => stack.add(process, { mayEnd: true }),
    });
  let postgres = await start();
  const launchRedis = async (at: { readonly url?: string } = {}) => {
    const launched = await startRedis({
      ...{ logFile: `${folder}/redis.log`, path: process.env.PATH ?? "", ...at },
      onStart: (process) => stack.add(process, { mayEnd: true }),
    });
    if (launched) return launched;
    throw new Error("This needs a Redis server: install redis-tools (apt) or redis (brew).");
  };
  let redis = await launchRedis();
  await loadDemo({ url: postgres.url, folder, listings, log });
  log("copying what was loaded, to measure with the copy");
  await copyLoaded(postgres.url);
  return {
    ...{ listings, folder, stack, redisUrl: redis.url, postgresLog: `${folder}/postgres.log` },
    get databaseUrl() {
      return copyOf(postgres.url);
    },
    async restart() {
      const dataFolder = await findDataFolder(postgres.url);
      await postgres.stop();
      const hasForgotten = forgetFiles(dataFolder);
      postgres = await start();
      return hasForgotten;
    },
    stopRedis: () => redis.process.stop(),
    async startRedis() {
      redis = await launchRedis({ url: redis.url });
    },
    clear: () => dropCopy(postgres.url),
  };
}

/** It may not be where it was asked for: see postgres-place. */
async function findDataFolder(url: string): Promise<string> {
  const client = await connectClient(url);
  try {
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    const [row] = rows;
    if (row === undefined) throw new Error("Postgres does not say where its data are.");
    return row.data_directory;
  } finally {
    await client.end();
  }
}
