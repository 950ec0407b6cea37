import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Redis } from "ioredis";
import { Registry } from "prom-client";
import { type Cache, createCache } from "@/lib/cache/cache";
import { ChangeClock } from "@/lib/cache/change-clock";
import type { CacheEvent, Observe } from "@/lib/cache/events";
import type { Limits } from "@/lib/cache/limits";
import type { Scope } from "@/lib/cache/load-scope";
import { within } from "@/lib/cache/time";
import type { Env } from "@/lib/env";
import { BoundedQueue } from "@/lib/platform/bounded-queue";
import { CacheCounts } from "@/lib/platform/cache-counts";
import { openCacheDesk } from "@/lib/platform/cache-desk";
import { cacheHost } from "@/lib/platform/cache-host";
import { CLOCK_LIMITS, cacheLimits } from "@/lib/platform/cache-limits";
import { createDatabaseMetrics } from "@/lib/platform/database-metrics";
import { type DeriveKey, deriveKey } from "@/lib/platform/derive-key";
import { type FreshDatabase, withFreshWrites } from "@/lib/platform/fresh-writes";
import { startJournalPruner } from "@/lib/platform/journal-pruner";
import { createJournalTail, type JournalTail, TAIL_LIMITS } from "@/lib/platform/journal-tail";
import { createLogger } from "@/lib/platform/logger";
import { createMetrics } from "@/lib/platform/metrics";
import { NO_LEASE, NO_TIER } from "@/lib/platform/no-tier";
import { connectDatabase } from "@/lib/platform/prisma";
import { connectRedis } from "@/lib/platform/redis";
import { createRedisChannels, NO_CHANNELS, type RedisChannels } from "@/lib/platform/redis-channels";
import { createRedisLease } from "@/lib/platform/redis-lease";
import { createRedisTier } from "@/lib/platform/redis-tier";
import { holdRuntime, type Runtime } from "@/lib/platform/runtime";
import { createWatchFeed } from "@/lib/platform/watch-feed";
import type { PrismaClient } from "@/prisma/generated/client";

/** On this channel processes say that something changed: a reason to look, nothing that is believed. */
const CHANGES = "changes";
const LEAVE_WAIT_MS = 1_000;
/** One core is left to whoever looks at homes; of the four threads that Node has, two are left to files and names. Who waits longest waits some ten seconds. */
const HASHING = { atOnceMax: Math.max(1, Math.min(availableParallelism() - 1, 2)), waitingMax: 16 };
/** Some hundredths of a second each; the other connections are for everything else. */
const SIGN_INS = { atOnceMax: 3, waitingMax: 60 };

/** `limits` go before those of the environment; `deriveKey` makes keys of passwords elsewhere than in this process. */
type RuntimeOptions = { readonly limits?: Partial<Limits>; readonly deriveKey?: DeriveKey };

/** The composition root: connects everything, and holds it for runtime(). The caller closes it. */
export function createRuntime(env: Env, options: RuntimeOptions = {}): Runtime {
  const logger = createLogger(env);
  const limits = { ...cacheLimits(env), ...options.limits };
  const listeners = new Set<Observe>();
  const observe = (event: CacheEvent) => {
    for (const listener of listeners) listener(event);
  };
  const registry = new Registry();
  const client = connectDatabase(env, createDatabaseMetrics(registry));
  const redis = env.REDIS_URL === undefined ? null : connectRedis(env.REDIS_URL, logger);
  const channels = redis === null ? NO_CHANNELS : createRedisChannels(redis, limits.tierTimeoutMs);
  const clock = new ChangeClock(CLOCK_LIMITS, observe);
  const tail = createJournalTail({
    databaseUrl: env.DATABASE_URL,
    clock,
    host: cacheHost,
    limits: { ...TAIL_LIMITS, pollEveryMs: env.JOURNAL_POLL_MS },
    observe: (poll) => metrics.polled(poll),
    leaveDatabase: () => leave(client),
  });
  const self = randomUUID();
  channels.listen(CHANGES, (by) => {
    // What this process wrote it has applied itself.
    if (by !== self) tail.wake();
  });
  const carrier = new AsyncLocalStorage<Scope>();
  const cache = createCache({
    clock,
    catchUp: () => tail.catchUp(),
    ...sharedTier(redis, channels),
    carrier,
    host: cacheHost,
    observe,
    limits,
  });
  if (env.CACHE_MEMORY === "off") cache.switchTier("memory", false);
  if (env.CACHE_SHARED === "off") cache.switchTier("shared", false);
  const counts = new CacheCounts();
  const feed = createWatchFeed(channels, cacheHost.now);
  const metrics = createMetrics({ registry, cache, clock, counts, now: cacheHost.now });
  listeners
    .add((event) => metrics.observe(event))
    .add((event) => counts.observe(event))
    .add((event) => feed.observe(event));
  openCacheDesk({ cache, clock, counts, channels, now: cacheHost.now });
  const fresh = freshDatabase(client, { cache, clock, tail, channels, self });
  const stops: (() => void)[] = [
    ...[() => tail.close(), () => feed.close(), () => channels.close(), () => redis?.disconnect()],
  ];
  const made: Runtime = {
    ...{ env, logger, limits, redis, channels, cache, clock, tail, metrics, ...fresh },
    request: new AsyncLocalStorage(),
    hashing: new BoundedQueue(HASHING),
    deriveKey: options.deriveKey ?? deriveKey,
    signIns: new BoundedQueue(SIGN_INS),
    observe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow() {
      tail.start();
      metrics.watchProcess();
      stops.push(startJournalPruner(fresh.database, env.JOURNAL_RETENTION_HOURS, logger));
    },
    async close() {
      for (const stop of stops) stop();
      await client.$disconnect();
      holdRuntime(undefined);
    },
  };
  holdRuntime(made);
  return made;
}

function sharedTier(redis: Redis | null, channels: RedisChannels) {
  if (redis === null) return { tier: NO_TIER, lease: NO_LEASE };
  return { tier: createRedisTier(redis), lease: createRedisLease(redis, channels) };
}

type Parts = {
  readonly cache: Cache;
  readonly clock: ChangeClock;
  readonly tail: JournalTail;
  readonly channels: RedisChannels;
  /** What this process calls itself when it tells the others. */
  readonly self: string;
};

/** After a commit the others are told, while this process applies it, or believes itself no more. */
function freshDatabase(client: PrismaClient, { cache, clock, tail, channels, self }: Parts): FreshDatabase {
  return withFreshWrites(client, {
    writing: (work) => cache.writing(work),
    reading: () => cache.readPast(),
    async committed() {
      const writtenAtMs = cacheHost.now();
      const told = channels.publish(CHANGES, self);
      if (!(await tail.catchUp())) clock.distrust(writtenAtMs);
      await told;
    },
    inDoubt: () => clock.distrust(cacheHost.now()),
  });
}

/** Lets go of the connections to a database that is no more the one that is followed; the client connects anew when it is next asked. */
async function leave(client: PrismaClient): Promise<void> {
  await within(cacheHost, LEAVE_WAIT_MS, () => client.$disconnect()).catch(() => {});
}
