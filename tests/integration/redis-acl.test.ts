import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { readEnv } from "@/lib/env";
import { readReadiness } from "@/lib/http/health";
import { readOfKey } from "@/lib/known-reads";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createAuditor } from "@/lib/platform/auditor";
import { askDesks } from "@/lib/platform/cache-desk";
import { createRuntime } from "@/lib/platform/create-runtime";
import { createRedisTier } from "@/lib/platform/redis-tier";
import type { Runtime } from "@/lib/platform/runtime";
import { ALLOWED_COMMANDS, startComposedRedis } from "@/tests/support/composed-redis";
import { createBareDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { connectAsked, type OwnRedis } from "@/tests/support/own-redis";

/** Long enough for its lease to be renewed. */
const SLOW_LOAD_MS = 400;

let composed: OwnRedis;
beforeAll(async () => {
  composed = await startComposedRedis();
});
afterAll(() => composed.stop());

/** Two processes of a portal whose Redis user is that of docker-compose.yml. */
async function setUp() {
  const { url, drop } = await createBareDatabase(inject("templateName"));
  const env = readEnv({
    ...{ NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: url, REDIS_URL: composed.url },
    REDIS_TIMEOUT_MS: "1000",
  });
  await composed.admin.call("ACL", "LOG", "RESET");
  await composed.admin.config("RESETSTAT");
  const [other, here] = [createRuntime(env), createRuntime(env)];
  onTestFinished(async () => {
    await here.close();
    await other.close();
    await drop();
  });
  for (const { redis } of [other, here])
    await vi.waitFor(() => expect(redis?.status).toBe("ready"), { timeout: 10_000 });
  const locality = await insertLocality(here.database);
  const { id } = await insertListing(here.database, { localityId: locality.id });
  return { here, other, id: ListingId.parse(id) };
}

/** Does all that a portal ever does with Redis; what it calls `here` is the process of runtime(). */
async function useEverything({ here, other, id }: Awaited<ReturnType<typeof setUp>>): Promise<void> {
  other.follow();
  await getListing(id);
  await settled(here);
  await holdLease(here);
  expect(await readReadiness(here)).toMatchObject({ checks: { redis: "ok" } });
  const changes = hearChanges(other);
  await here.database.listing.update({ where: { id }, data: { headline: "Another one" } });
  await vi.waitFor(() => expect(changes).toContain(`listing:${id}`), { timeout: 5_000 });
  expect(await getListing(id)).toMatchObject({ headline: "Another one" });
  await settled(here);
  await askDesks(here.channels, null, 100);
  expect((await createAuditor(here, readOfKey, 1_000).walk()).checked.shared).toBeGreaterThan(0);
  await createRedisTier(redisOf(here)).delete(["listing"]);
}

async function settled({ cache }: Runtime): Promise<void> {
  await vi.waitFor(() => expect(cache.size.flights).toBe(0), { timeout: 10_000 });
}

async function holdLease({ cache }: Runtime): Promise<void> {
  const lifetime = { reason: "a test", freshForMs: 1, staleForMs: 1, usableForMs: 1, jitter: 0 };
  const read = { key: "slow", tags: [], lifetime, shape: { name: "slow", version: 1, parse: String } };
  await cache.read(read, () => new Promise((resolve) => setTimeout(resolve, SLOW_LOAD_MS, "slow")));
}

function hearChanges(runtime: Runtime): readonly string[] {
  const tags: string[] = [];
  runtime.observe((event) => {
    if (event.kind === "changes") tags.push(...event.rows.flatMap((row) => row.tags));
  });
  return tags;
}

function redisOf({ redis }: Runtime): Redis {
  if (redis === null) throw new Error("This process runs without Redis.");
  return redis;
}

/** What the admin and the connections themselves send; every user may greet and log in. */
const NOT_OF_THE_PORTAL = ["config|resetstat", "acl|log", "auth", "hello"];

/** The commands that were called since the figures were reset, those inside scripts included. */
async function commandsCalled(): Promise<readonly string[]> {
  const figures = await composed.admin.info("commandstats");
  const called = [...figures.matchAll(/^cmdstat_([^:]+):calls=[1-9]/gm)].map(([, name = ""]) => name);
  return called.filter((name) => !NOT_OF_THE_PORTAL.includes(name));
}

test("everything that the portal does with Redis is allowed to its user, and nothing is that it does not do", async () => {
  const portal = await setUp();
  const failures: unknown[] = [];
  portal.here.observe((event) => void (event.kind === "tier-failed" && failures.push(event)));
  await useEverything(portal);
  const called = await commandsCalled();
  expect(failures).toEqual([]);
  expect(await composed.admin.call("ACL", "LOG")).toEqual([]);
  // No command was refused for any other reason either: unknown to the server, or of wrong arguments.
  expect(await composed.admin.info("errorstats")).not.toContain("errorstat_");
  expect([...called].sort()).toEqual([...ALLOWED_COMMANDS].sort());
});

test("under the portal's user a process hears at once that another wrote", async () => {
  const { here, other, id } = await setUp();
  const heard: string[] = [];
  other.channels.listen("changes", () => heard.push("changes"));
  await vi.waitFor(
    async () =>
      expect(await composed.admin.pubsub("NUMSUB", "verandah:changes")).toEqual(["verandah:changes", 2]),
    { timeout: 5_000 },
  );
  await here.database.listing.update({ where: { id }, data: { headline: "Another one" } });
  await vi.waitFor(() => expect(heard).not.toEqual([]), { timeout: 5_000 });
});

const FORBIDDEN: readonly (readonly [string, ...string[]])[] = [
  ["FLUSHALL"],
  ["FLUSHDB"],
  ["SWAPDB", "0", "10"],
  ["KEYS", "*"],
  ["GET", "other:key"],
  ["MGET", "verandah:q:a", "other:key"],
  ["SET", "other:key", "value"],
  ["SET", "verandah", "value"],
  ["UNLINK", "other:key"],
  ["EVAL", "return redis.call('get', KEYS[1])", "1", "other:key"],
  ["EVAL", "return redis.call('get', 'other:key')", "0"],
  ["EVAL", "return redis.call('flushall')", "0"],
  ["PUBLISH", "other:channel", "text"],
  ["SUBSCRIBE", "other:channel"],
  ["PSUBSCRIBE", "*"],
  ["CONFIG", "GET", "*"],
  ["CONFIG", "SET", "maxmemory", "1"],
  ["ACL", "LIST"],
  ["CLIENT", "LIST"],
  ["MONITOR"],
  ["REPLICAOF", "NO", "ONE"],
  ["SCRIPT", "FLUSH"],
  ["FUNCTION", "FLUSH"],
  ["RENAME", "verandah:q:a", "other:key"],
  ["SHUTDOWN", "NOSAVE"],
];

test.for(FORBIDDEN.map((words) => [words.join(" "), words] as const))(
  "the portal's user may not send %s",
  async ([, [command, ...values]]) => {
    const user = connectAsked(composed.url);
    onTestFinished(() => user.disconnect());
    // Inside scripts each version of Redis has its own words for it.
    const refusal = /NOPERM|ACL failure in script|The user executing the script can't/;
    await expect(user.call(command, ...values)).rejects.toThrow(refusal);
  },
);

test("without the password nobody comes in, nor does the user that every Redis has", async () => {
  const password = new URL(composed.url).password;
  for (const login of ["", "verandah:wrong@", `:${password}@`, `default:${password}@`]) {
    const guest = connectAsked(composed.url.replace(/\/\/.*@/, `//${login}`));
    guest.on("error", () => {});
    onTestFinished(() => guest.disconnect());
    await expect(guest.get("verandah:q:a")).rejects.toThrow(/NOAUTH|WRONGPASS/);
  }
});
