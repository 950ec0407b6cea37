import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import type { CacheEvent } from "@/lib/cache/events";
import type { Limits } from "@/lib/cache/limits";
import type { Read } from "@/lib/cache/read";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import { createLogger } from "@/lib/platform/logger";
import { connectRedis } from "@/lib/platform/redis";
import { createRedisChannels } from "@/lib/platform/redis-channels";
import { createRedisLease } from "@/lib/platform/redis-lease";
import { createBareDatabase } from "@/tests/support/database";

/** A lease is gone so long after its holder was last heard … */
const HELD_FOR_MS = 600;
/** … and whoever waits for one looks again after so long at the latest. */
const LOOK_AGAIN_MS = 150;
/** For a machine that does many things at once. */
const SLACK_MS = 1_000;

/** A process, as far as leases are concerned. */
async function join() {
  const redis = connectRedis(inject("redisUrl"), createLogger({ LOG_LEVEL: "silent" }));
  const channels = createRedisChannels(redis, 1_000);
  const lease = createRedisLease(redis, channels);
  const leave = () => {
    channels.close();
    redis.disconnect();
  };
  onTestFinished(leave);
  await vi.waitFor(() => expect(redis.status).toBe("ready"), { timeout: 10_000 });
  /** Takes the lease, or throws. */
  const hold = async (key: string) => {
    const grant = await lease.acquire(key);
    if (grant.kind !== "holder") throw new Error(`${key} is held by another.`);
    onTestFinished(() => grant.release().catch(() => {}));
    return grant;
  };
  /** Asks for the lease of another, or throws. */
  const askInVain = async (key: string) => {
    const grant = await lease.acquire(key);
    if (grant.kind !== "other") throw new Error(`${key} is held by nobody.`);
    return grant;
  };
  const kindOf = async (key: string) => {
    const grant = await lease.acquire(key);
    if (grant.kind === "holder") onTestFinished(() => grant.release().catch(() => {}));
    return grant.kind;
  };
  return { redis, lease, hold, askInVain, kindOf, leave };
}

async function setUp() {
  const key = randomUUID();
  return { key, inRedis: `verandah:lease:${key}`, here: await join(), there: await join() };
}

async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

test("of all who ask at once, in whichever process, one holds the lease; another one as soon as it is given back", async () => {
  const key = randomUUID();
  const processes = await Promise.all(Array.from({ length: 4 }, join));
  for (let round = 0; round < 5; round++) {
    const grants = await Promise.all(
      Array.from({ length: 40 }, (_, index) => processes[index % 4]?.lease.acquire(key)),
    );
    const holders = grants.filter((grant) => grant?.kind === "holder");
    expect(holders.length).toBe(1);
    expect(grants.filter((grant) => grant?.kind === "other").length).toBe(39);
    for (const grant of holders) await grant.release();
  }
});

test("leases of different keys do not hinder each other", async () => {
  const { key, here, there } = await setUp();
  await here.hold(`${key}:a`);
  await there.hold(`${key}:b`);
});

test("a holder keeps the lease for as long as it says that it is still there", async () => {
  const { key, inRedis, here, there } = await setUp();
  const { release } = await here.hold(key);
  for (const until = performance.now() + 3 * HELD_FOR_MS; performance.now() < until; ) {
    expect(await there.kindOf(key)).toBe("other");
    await sleep(20);
  }
  await release();
  expect(await there.redis.exists(inRedis)).toBe(0);
});

test.for([0, 2 * LOOK_AGAIN_MS])(
  "the lease of a process that died %i ms after it took it is free within its time, and not before",
  async (livedMs) => {
    const { key, inRedis, here, there } = await setUp();
    await here.hold(key);
    await sleep(livedMs);
    here.leave();
    const leftMs = await there.redis.pttl(inRedis);
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(HELD_FOR_MS);
    const isFree = async () => expect(await there.kindOf(key)).toBe("holder");
    const freeAfterMs = await elapsedMs(() => vi.waitFor(isFree, { interval: 10, timeout: 10_000 }));
    expect(freeAfterMs).toBeGreaterThan(leftMs - 50);
    expect(freeAfterMs).toBeLessThan(HELD_FOR_MS + SLACK_MS);
  },
);

test("whoever lost the lease neither gives back nor lengthens the one that another holds now", async () => {
  const { key, inRedis, here, there } = await setUp();
  const lost = await here.hold(key);
  // As if its time had run out unheard; the other is held by hand, so that nobody renews it.
  await there.redis.set(inRedis, "another's", "PX", HELD_FOR_MS);
  await sleep(HELD_FOR_MS / 2);
  expect(await there.redis.pttl(inRedis)).toBeLessThanOrEqual(HELD_FOR_MS / 2);
  await lost.release();
  expect(await there.redis.get(inRedis)).toBe("another's");
  await vi.waitFor(async () => expect(await there.redis.exists(inRedis)).toBe(0), {
    interval: 10,
    timeout: HELD_FOR_MS / 2 + SLACK_MS,
  });
});

test("a lease that was given back is not renewed", async () => {
  const { key, inRedis, here, there } = await setUp();
  const token = () => there.redis.get(inRedis);
  const { release } = await here.hold(key);
  const given = await token();
  await release();
  // Even if the same token were there again.
  await there.redis.set(inRedis, given ?? "", "PX", HELD_FOR_MS / 2);
  await sleep(HELD_FOR_MS / 2 + LOOK_AGAIN_MS);
  expect(await token()).toBeNull();
});

test("whoever waits hears at once that the lease was given back", async () => {
  const { key, here, there } = await setUp();
  const waitedMs: number[] = [];
  for (let round = 0; round < 8; round++) {
    const { release } = await here.hold(key);
    const { released } = await there.askInVain(key);
    await release();
    waitedMs.push(await elapsedMs(() => released));
  }
  // Without the message each round takes the time after which one looks again; a busy machine may delay some.
  expect(Math.min(...waitedMs)).toBeLessThan(LOOK_AGAIN_MS / 3);
});

test("whoever waits looks again in bounded time when the holder says nothing", async () => {
  const { key, inRedis, here, there } = await setUp();
  await there.redis.set(inRedis, "somebody's", "PX", 30_000);
  onTestFinished(() => void there.redis.unlink(inRedis).catch(() => {}));
  const waitedMs = await elapsedMs(async () => (await here.askInVain(key)).released);
  expect(waitedMs).toBeGreaterThan(LOOK_AGAIN_MS / 2);
  expect(waitedMs).toBeLessThan(LOOK_AGAIN_MS + SLACK_MS);
});

test("a lease that Redis does not answer for is refused, and nobody waits for it", async () => {
  const { key, here } = await setUp();
  here.redis.disconnect();
  await expect(here.lease.acquire(key)).rejects.toThrow(/closed|writeable/);
});

/** Two processes of a portal that keep nothing in memory, on one database. */
async function setUpPortal(limits: Partial<Limits> = {}) {
  const { url, drop } = await createBareDatabase(inject("templateName"));
  onTestFinished(drop);
  const env = readEnv({
    ...{ NODE_ENV: "test", LOG_LEVEL: "silent", CACHE_MEMORY: "off", REDIS_TIMEOUT_MS: "1000" },
    ...{ DATABASE_URL: url, REDIS_URL: inject("redisUrl"), CACHE_LOAD_SOFT_MS: "20000" },
  });
  const runtimes = [createRuntime(env, { limits }), createRuntime(env, { limits })];
  const events: CacheEvent[] = [];
  for (const runtime of runtimes) {
    onTestFinished(() => runtime.close());
    runtime.observe((event) => events.push(event));
    await vi.waitFor(() => expect(runtime.redis?.status).toBe("ready"), { timeout: 10_000 });
    await runtime.tail.catchUp();
  }
  const read: Read<string> = {
    key: `text/${randomUUID()}`,
    tags: [],
    lifetime: { reason: "a test", freshForMs: 60_000, staleForMs: 0, usableForMs: 0, jitter: 0 },
    shape: { name: "text", version: 1, parse: String },
  };
  return { runtimes, events, read };
}

test("what two processes are asked at once is loaded once, however slow the load, and both answer with it", async () => {
  const { runtimes, events, read } = await setUpPortal({ leaseWaitMs: 10_000 });
  let loads = 0;
  const load = async () => {
    loads += 1;
    await sleep(HELD_FOR_MS + LOOK_AGAIN_MS);
    return `load ${loads}`;
  };
  const answers = await Promise.all(runtimes.map(({ cache }) => cache.read(read, load)));
  expect(answers).toEqual(["load 1", "load 1"]);
  expect(loads).toBe(1);
  expect(events.filter(({ kind }) => kind === "wait")).toContainEqual(
    expect.objectContaining({ for: "lease" }),
  );
});

test("a read waits for another process no longer than the limit, then loads for itself", async () => {
  const { runtimes, read } = await setUpPortal({ leaseWaitMs: 300 });
  const [runtime] = runtimes;
  const { cache, clock, redis } = runtime ?? expect.unreachable();
  const inRedis = `verandah:lease:${clock.identity}|text@1|${read.key}`;
  await redis?.set(inRedis, "somebody's", "PX", 30_000);
  const tookMs = await elapsedMs(async () =>
    expect(await cache.read(read, async () => "loaded here")).toBe("loaded here"),
  );
  expect(tookMs).toBeGreaterThan(250);
  expect(tookMs).toBeLessThan(300 + SLACK_MS);
  expect(await redis?.unlink(inRedis)).toBe(1);
});
