import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildPortal, isBuilt } from "@/bin/launcher/build";
import type { LaunchOptions } from "@/bin/launcher/options.mjs";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { ensureRedis, wayToGet } from "@/bin/launcher/services";
import type { Stack } from "@/bin/launcher/stack";
import { note, step } from "@/bin/launcher/steps.mjs";
import { type LaunchEnv, readLaunchEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { connectClient, describeDatabase } from "@/lib/platform/postgres-client";
import { CLONE, DATA } from "@/lib/platform/services/clone";
import { requireDiskSpace } from "@/lib/platform/services/disk-space";
import { freePort, isPortFree } from "@/lib/platform/services/ports";
import { startPostgres } from "@/lib/platform/services/postgres";
import { clearLeftoverPostgres } from "@/lib/platform/services/postgres-cluster";
import { placeOutsideClone } from "@/lib/platform/services/postgres-place";
import { answers, startRedis } from "@/lib/platform/services/redis";
import { announceServices } from "@/lib/platform/services/running-services";
import { ANNOUNCED_FILE } from "@/lib/platform/services/with-services";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

/** A database, its log of changes, and the build. */
const NEEDED_MB = 500;
/** Prometheus's own is 9090; this is what its client libraries take. */
const METRICS_PORT = 9464;
const POSTGRES_DATA = join(DATA, "postgres");

/** A portal that answers. */
export type BroughtUp = { readonly url: string; readonly hasAdministrator: boolean };

/** Everything from the services to a portal that answers. What is started goes on the stack as soon as it runs. */
export async function bringUp(options: LaunchOptions, stack: Stack): Promise<BroughtUp> {
  const env = readLaunchEnv();
  const port = options.port ?? env.PORT;
  await requirePort(port, env.HOST);
  requireDiskSpace(CLONE, NEEDED_MB);
  if (options.reset) await reset(env);

  const databaseUrl = await provideDatabase(env, stack);
  const redisUrl = await provideRedis(env, options.install, stack);
  await step("migrations", async () => {
    const { applied } = await migrate(databaseUrl);
    return applied.length ? `${applied.length} applied` : "nothing to apply";
  });
  await step("listings", async (say) => {
    const at = (done: number) => say(`${done} of ${options.listings}`);
    const { seeded } = await seed(databaseUrl, { listings: options.listings, at });
    return seeded ? `${options.listings} demo listings` : "kept as they are";
  });
  const urls = { databaseUrl, redisUrl };
  announceServices(ANNOUNCED_FILE, urls);
  if (!options.dev) await provideBuild(stack);
  let url = "";
  await step("portal", async () => {
    const logFile = join(DATA, "server.log");
    const onStart = stack.add;
    const metricsPort = env.METRICS_PORT ?? (await freePort(METRICS_PORT));
    const portal = await startPortal({
      urls,
      port,
      host: env.HOST,
      logFile,
      isDevelopment: options.dev,
      settings: { METRICS_PORT: String(metricsPort) },
      onStart,
    });
    await untilReady(portal);
    url = portal.url;
    return `ready; figures on port ${metricsPort}`;
  });
  return { url, hasAdministrator: await hasAdministrator(databaseUrl) };
}

async function hasAdministrator(databaseUrl: string): Promise<boolean> {
  const client = await connectClient(databaseUrl);
  try {
    const { rowCount } = await client.query(
      "SELECT FROM user_account WHERE role = 'administrator' AND is_active LIMIT 1",
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

async function requirePort(port: number, host: string | undefined): Promise<void> {
  if (await isPortFree(port, host === undefined ? undefined : [host])) return;
  const another = await freePort(port + 1);
  throw new AppError(
    "conflict",
    `Port ${port} is taken by another program; stop that one, or choose another port: bin/up --port ${another}`,
  );
}

/** Only what bin/up made itself. */
async function reset(env: LaunchEnv): Promise<void> {
  if (env.DATABASE_URL)
    throw new AppError(
      "bad_request",
      "--reset throws away this clone's own database only, and DATABASE_URL names another; unset it, or empty that database yourself.",
    );
  await step("reset", async () => {
    for (const folder of [POSTGRES_DATA, join(placeOutsideClone(), "postgres")]) {
      await clearLeftoverPostgres(folder, note);
      rmSync(folder, { recursive: true, force: true });
    }
    return "the database of this clone is gone";
  });
}

async function provideDatabase({ DATABASE_URL }: LaunchEnv, stack: Stack): Promise<string> {
  let url = DATABASE_URL;
  await step("Postgres", async () => {
    if (url !== undefined) {
      await (await connectClient(url)).end();
      return `${describeDatabase(url)} (DATABASE_URL)`;
    }
    const postgres = await startPostgres({ dataDir: POSTGRES_DATA, log: note, onStart: stack.add });
    url = postgres.url;
    return describeDatabase(url);
  });
  if (url === undefined) throw new Error("There is no database after its step.");
  return url;
}

/** undefined: the portal runs without Redis. */
async function provideRedis(
  { REDIS_URL, PATH }: LaunchEnv,
  install: boolean | undefined,
  stack: Stack,
): Promise<string | undefined> {
  let url = REDIS_URL;
  await step("Redis", async () => {
    if (url !== undefined) {
      const answer = (await answers(url))
        ? ""
        : ", which does not answer: the portal runs without it until it does";
      return `${describeDatabase(url)} (REDIS_URL)${answer}`;
    }
    if (!(await ensureRedis(install)))
      return `none: the portal runs without it. To get it: ${wayToGet("redis")}`;
    const redis = await startRedis({ logFile: join(DATA, "redis.log"), path: PATH, onStart: stack.add });
    url = redis?.url;
    return url === undefined ? "none" : describeDatabase(url);
  });
  return url;
}

async function provideBuild(stack: Stack): Promise<void> {
  await step("build", async () => {
    if (isBuilt()) return "unchanged";
    await buildPortal((process) => stack.add(process, { mayEnd: true }));
    return "done";
  });
}
