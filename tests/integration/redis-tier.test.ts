import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { type StoredEntry, sharedKey } from "@/lib/cache/entry";
import type { CacheEvent } from "@/lib/cache/events";
import type { Read } from "@/lib/cache/read";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import { connectClient } from "@/lib/platform/postgres-client";
import { decode, encode } from "@/lib/platform/redis-codec";
import { createRedisTier, redisKey } from "@/lib/platform/redis-tier";
import { createBareDatabase } from "@/tests/support/database";
import { type OwnRedis, startOwnRedis } from "@/tests/support/own-redis";

const MINUTE = 60_000;
/** From so many bytes of JSON on, an entry is compressed. */
const COMPRESSED_FROM_BYTES = 4 * 1024;

let own: OwnRedis;
let database: Awaited<ReturnType<typeof createBareDatabase>>;
beforeAll(async () => {
  own = await startOwnRedis();
  database = await createBareDatabase(inject("templateName"));
});
afterAll(async () => {
  await own.stop();
  await database.drop();
});

type Text = Read<string | null>;

let asked = 0;

/** A question that was not asked before. */
function newRead(): Text {
  asked += 1;
  return {
    key: `text/${asked}`,
    tags: [`text:${asked}`],
    lifetime: { reason: "a test", freshForMs: MINUTE, staleForMs: MINUTE, usableForMs: MINUTE, jitter: 0 },
    shape: { name: "text", version: 1, parse: z.string().nullable().parse },
  };
}

/** A process that has the shared tier alone, so that each read shows what Redis does for it. */
async function setUp(urls: { readonly redis?: string; readonly database?: string } = {}) {
  const env = readEnv({
    ...{ NODE_ENV: "test", LOG_LEVEL: "silent", CACHE_MEMORY: "off", REDIS_TIMEOUT_MS: "1000" },
    DATABASE_URL: urls.database ?? database.url,
    REDIS_URL: urls.redis ?? own.url,
  });
  const runtime = createRuntime(env, { limits: { tierFailuresMax: 1_000 } });
  onTestFinished(() => runtime.close());
  const events: CacheEvent[] = [];
  runtime.observe((event) => events.push(event));
  const { cache, clock, redis, tail } = runtime;
  await vi.waitFor(() => expect(redis?.status).toBe("ready"), { timeout: 10_000 });
  await tail.catchUp();
  const { identity } = clock;
  if (identity === undefined || redis === null) throw new Error("Nothing is followed.");
  return {
    identity,
    redis,
    tier: createRedisTier(redis),
    /** What it answers, and from where, when a load would give this; and what it reports of Redis meanwhile. */
    async ask(read: Text, truth: string | null | (() => Promise<string | null>)) {
      events.length = 0;
      const load = typeof truth === "function" ? truth : async () => truth;
      const { value, tier } = await cache.readWithProvenance(read, load);
      // The value is stored after it was answered.
      await vi.waitFor(() => expect(cache.size.flights).toBe(0), { timeout: 10_000, interval: 2 });
      const reports = events.filter((event) => event.kind === "tier-failed");
      return { value, tier, reports };
    },
    missCauses: () => events.flatMap((event) => (event.kind === "miss" ? [event.cause] : [])),
    keyOf: (read: Text) => redisKey(sharedKey(identity, read)),
  };
}

/** Whatever may lie in an entry's place, as far as the tier is concerned. */
function entryWith(value: unknown): StoredEntry {
  const times = { loadedAtMs: 1, freshUntilMs: 2, staleUntilMs: 3, usableUntilMs: 4.5, loadTookMs: 0.25 };
  return { key: "a", value, tags: ["a:1"], identity: "b", stamp: "1:3:2", ...times };
}

async function bytesAt(redis: Redis, key: string): Promise<Buffer> {
  const bytes = await redis.getBuffer(key);
  if (bytes === null) throw new Error(`There is nothing at ${key}.`);
  return bytes;
}

test("values come back as they were put, in the order in which they were asked for", async () => {
  const { tier } = await setUp();
  const values = {
    none: null,
    text: "Ünley, “3 bed” \u0000 🏠",
    list: [],
    plain: { price: 1.5, isSold: false, places: [{ name: "Ashby" }, null] },
    large: Array.from({ length: 2_000 }, (_, index) => ({ id: index, street: `${index} First Street` })),
  };
  for (const [key, value] of Object.entries(values)) await tier.put(key, entryWith(value), MINUTE);
  const keys = [...Object.keys(values).reverse(), "absent"];
  const expected = Object.values(values).reverse().map(entryWith);
  expect(await tier.getMany(keys)).toEqual([...expected, undefined]);
});

test("bytes come back as they were put, wherever in a value they stand, and each on its own", async () => {
  const { tier } = await setUp();
  const value = {
    status: 200,
    bodies: [{ name: "br", bytes: Buffer.from([0, 255, 128, 10]) }, { bytes: Buffer.alloc(0) }],
    large: Buffer.alloc(300_000, "verandah"),
    none: null,
  };
  await tier.put("bytes", entryWith(value), MINUTE);
  const [found] = await tier.getMany(["bytes"]);
  expect(found).toEqual(entryWith(value));
  const { large } = (found as { value: typeof value }).value;
  expect(large.buffer.byteLength).toBe(large.byteLength);
});

test("a deleted value is gone, and deleting nothing does no harm", async () => {
  const { tier } = await setUp();
  await tier.put("deleted", entryWith("a"), MINUTE);
  await tier.delete(["deleted", "never there"]);
  await tier.delete([]);
  expect(await tier.getMany(["deleted"])).toEqual([undefined]);
});

test("entries of 4 KiB and more are compressed, smaller ones are not", async () => {
  const { tier, redis } = await setUp();
  const emptyBytes = JSON.stringify({ value: entryWith(""), bytes: [] }).length;
  const lengthOf = async (jsonBytes: number) => {
    await tier.put("sized", entryWith("x".repeat(jsonBytes - emptyBytes)), MINUTE);
    return redis.strlen(redisKey("sized"));
  };
  expect(await lengthOf(COMPRESSED_FROM_BYTES - 1)).toBeGreaterThanOrEqual(COMPRESSED_FROM_BYTES - 1);
  expect(await lengthOf(COMPRESSED_FROM_BYTES)).toBeLessThan(COMPRESSED_FROM_BYTES / 10);
});

test("an entry leaves Redis by itself when it is of no more use", async () => {
  const { ask, redis, keyOf } = await setUp();
  const read = newRead();
  await ask(read, "value");
  const leftMs = await redis.pttl(keyOf(read));
  expect(leftMs).toBeGreaterThan(2 * MINUTE);
  expect(leftMs).toBeLessThanOrEqual(3 * MINUTE);
});

test("what is known not to exist is answered from Redis as well", async () => {
  const { ask } = await setUp();
  const read = newRead();
  expect(await ask(read, null)).toEqual({ value: null, tier: "origin", reports: [] });
  expect(await ask(read, "made up")).toEqual({ value: null, tier: "shared", reports: [] });
});

test("a key carries the portal's prefix, the database it was read from, and the shape's version", async () => {
  await own.admin.flushall();
  const { ask, redis } = await setUp();
  const psql = await connectClient(database.url);
  const { rows } = await psql.query<{ identity: string; cluster: string }>(
    "SELECT cache_identity() AS identity, system_identifier::text AS cluster FROM pg_control_system()",
  );
  await psql.end();
  const [{ identity, cluster } = { identity: "", cluster: "" }] = rows;
  const read = newRead();
  await ask(read, "value");
  expect(identity.split("/")[0]).toBe(cluster);
  expect(await redis.keys("verandah:q:*")).toEqual([`verandah:q:${identity}|text@1|${read.key}`]);
});

test("another version of a shape has entries of its own", async () => {
  const { ask } = await setUp();
  const read = newRead();
  const next: Text = { ...read, shape: { ...read.shape, version: 2 } };
  await ask(read, "first form");
  expect(await ask(next, "second form")).toMatchObject({ value: "second form", tier: "origin" });
  expect(await ask(read, "new")).toMatchObject({ value: "first form", tier: "shared" });
});

test("two databases that share a Redis never answer each other's questions", async () => {
  const other = await createBareDatabase(inject("templateName"));
  onTestFinished(other.drop);
  const [here, there] = [await setUp(), await setUp({ database: other.url })];
  const read = newRead();
  await here.ask(read, "here");
  expect(await there.ask(read, "there")).toMatchObject({ value: "there", tier: "origin" });
  expect(await here.ask(read, "new")).toMatchObject({ value: "here", tier: "shared" });
  // Not even when one's entry lies where the other's belongs.
  await own.admin.copy(here.keyOf(read), there.keyOf(read), "REPLACE");
  const answer = await there.ask(read, "there");
  expect(answer).toMatchObject({ value: "there", tier: "origin" });
  expect(answer.reports[0]).toMatchObject({ operation: "get", cause: "garbage" });
});

test.for(["", "/10", "/3", "?db=4"])(
  "the portal keeps to logical database 10 when the URL ends with “%s”",
  async (end) => {
    await own.admin.flushall();
    const url = own.url.replace(/\/10$/, "");
    const { ask } = await setUp({ redis: url + end });
    await ask(newRead(), "value");
    const used = [...(await own.admin.info("keyspace")).matchAll(/^(db\d+):/gm)].map(([, name]) => name);
    expect(used).toEqual(["db10"]);
  },
);

/** Something at the key of an entry, made of its bytes, that is not the entry. */
type Spoil = (at: {
  readonly redis: Redis;
  readonly key: string;
  readonly bytes: Buffer;
}) => Promise<unknown>;

function bytesSpoiled(spoil: (bytes: Buffer) => Buffer | string): Spoil {
  return ({ redis, key, bytes }) => redis.set(key, spoil(bytes));
}

/** The entry with other parts, in bytes that are right in themselves. */
function entrySpoiled(parts: Readonly<Record<string, unknown>>): Spoil {
  return async ({ redis, key, bytes }) =>
    redis.set(key, await encode({ ...z.record(z.string(), z.unknown()).parse(decode(bytes)), ...parts }));
}

function flip(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

/** As encode makes them, of JSON of our choice, deflated. */
function bytesOf(json: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const checksum = createHash("sha1").update(length).update(json).digest().subarray(0, 8);
  return Buffer.concat([Buffer.from([2, 1]), checksum, length, json]);
}

const GARBAGE: Readonly<Record<string, Spoil>> = {
  "a flipped bit": bytesSpoiled((bytes) => flip(bytes, 8 * (bytes.length - 40))),
  "an entry that was cut off": bytesSpoiled((bytes) => bytes.subarray(0, -1)),
  "an entry with something behind it": bytesSpoiled((bytes) => Buffer.concat([bytes, Buffer.from(" ")])),
  "an empty string": bytesSpoiled(() => ""),
  "another version of the format": bytesSpoiled((bytes) => flip(bytes, 1)),
  "a foreign string": bytesSpoiled(() => "hello, this is somebody else's"),
  "the JSON of an entry without its header": bytesSpoiled((bytes) => bytes.subarray(10)),
  // Right in all but its size: spaces behind JSON are JSON.
  "an entry that is small until it is inflated": bytesSpoiled((bytes) =>
    bytesOf(deflateRawSync(JSON.stringify({ value: decode(bytes), bytes: [] }).padEnd(33 * 1024 * 1024))),
  ),
  "bytes that are compressed and no JSON": bytesSpoiled(() => bytesOf(deflateRawSync(Buffer.from("{")))),
  "another database's entry": entrySpoiled({ identity: "7000000000000000000/00000001/5/16384/0" }),
  "another key's entry": entrySpoiled({ key: "text/another" }),
  "an entry without its stamp": entrySpoiled({ stamp: undefined }),
  "a value of another shape": entrySpoiled({ value: { text: "value" } }),
};

test.for(Object.entries(GARBAGE))(
  "%s at an entry's key is a miss, is reported, and makes room for the truth",
  async ([, spoil]) => {
    const { ask, redis, keyOf } = await setUp();
    const read = newRead();
    await ask(read, "before");
    const key = keyOf(read);
    await spoil({ redis, key, bytes: await bytesAt(redis, key) });
    const answer = await ask(read, "truth");
    expect(answer).toMatchObject({ value: "truth", tier: "origin" });
    // Twice: once more by whoever holds the lease, who looks again.
    const report = { operation: "get", cause: "garbage", keys: [key.slice(redisKey("").length)] };
    expect(answer.reports.length).toBeGreaterThan(0);
    for (const each of answer.reports) expect(each).toMatchObject(report);
    expect(await ask(read, "new")).toEqual({ value: "truth", tier: "shared", reports: [] });
  },
);

const OTHER_TYPES: Readonly<Record<string, (redis: Redis, key: string) => Promise<unknown>>> = {
  list: (redis, key) => redis.rpush(key, "a", "b"),
  hash: (redis, key) => redis.hset(key, "value", "a"),
  set: (redis, key) => redis.sadd(key, "a"),
  "sorted set": (redis, key) => redis.zadd(key, 1, "a"),
  stream: (redis, key) => redis.xadd(key, "*", "value", "a"),
};

test.for(Object.entries(OTHER_TYPES))(
  "a %s at an entry's key is a miss, harms no other key, and makes room for the truth",
  async ([, put]) => {
    const { ask, redis, keyOf, tier, missCauses } = await setUp();
    const read = newRead();
    await redis.del(keyOf(read));
    await put(redis, keyOf(read));
    // MGET calls it absent, so there is nothing to report but the miss.
    expect(await ask(read, "truth")).toEqual({ value: "truth", tier: "origin", reports: [] });
    expect(missCauses()).toContain("absent");
    expect(await ask(read, "new")).toMatchObject({ value: "truth", tier: "shared" });

    await tier.put("beside", entryWith("right"), MINUTE);
    await redis.del(redisKey("wrong"));
    await put(redis, redisKey("wrong"));
    expect(await tier.getMany(["wrong", "beside"])).toEqual([undefined, entryWith("right")]);
  },
);

test.for([
  ["plain", "a short value"],
  ["compressed", Array.from({ length: 400 }, (_, index) => `${index} First Street`)],
  ["an answer's", { status: 200, body: Buffer.from("<p>1 First Street</p>"), other: Buffer.from([0, 1]) }],
] as const)(
  "whichever bit of a %s entry is flipped, and wherever it is cut off, what comes back is the same value or none",
  async ([, value]) => {
    const { tier, redis } = await setUp();
    const entry = entryWith(value);
    const right = await encode(entry);
    const flipped = Array.from({ length: right.length * 8 }, (_, bit) => flip(right, bit));
    const cut = Array.from({ length: right.length }, (_, length) => right.subarray(0, length));
    const spoiled = [...flipped, ...cut];
    await redis.mset(
      Object.fromEntries(spoiled.map((bytes, index) => [redisKey(`spoiled:${index}`), bytes])),
    );
    const found = await tier.getMany(spoiled.map((_, index) => `spoiled:${index}`));
    const readable = found.filter((each) => !isUnreadable(each));
    for (const each of readable) expect(each).toEqual(entry);
    // Of the byte that says whether it is compressed, one bit alone counts; the others are not looked at.
    expect(readable.length).toBeLessThan(8);
    await redis.unlink(spoiled.map((_, index) => redisKey(`spoiled:${index}`)));
  },
);

function isUnreadable(found: unknown): boolean {
  return typeof found === "object" && found !== null && "unreadable" in found;
}

test.for(["flushall", "flushdb"] as const)(
  "after %s everything is loaded once more, and kept again",
  async (flush) => {
    const { ask } = await setUp();
    const read = newRead();
    await ask(read, "before");
    await own.admin[flush]();
    expect(await ask(read, "truth")).toEqual({ value: "truth", tier: "origin", reports: [] });
    expect(await ask(read, "new")).toEqual({ value: "truth", tier: "shared", reports: [] });
  },
);

test("a load that Redis is emptied under answers, is kept, and reports nothing", async () => {
  const { ask } = await setUp();
  const read = newRead();
  const load = async () => {
    await own.admin.flushall();
    return "truth";
  };
  expect(await ask(read, load)).toEqual({ value: "truth", tier: "origin", reports: [] });
  expect(await ask(read, "new")).toEqual({ value: "truth", tier: "shared", reports: [] });
});

/** Makes a Redis refuse every write, by what it answers. */
const REFUSING: Readonly<Record<string, (redis: Redis) => Promise<unknown>>> = {
  NOREPLICAS: (redis) => redis.config("SET", "min-replicas-to-write", "1"),
  OOM: async (redis) => {
    await redis.config("SET", "maxmemory-policy", "noeviction");
    await redis.config("SET", "maxmemory", "1");
  },
  // Of a primary that is not there.
  READONLY: (redis) => redis.replicaof("127.0.0.1", "1"),
};

test.for(Object.entries(REFUSING))(
  "a Redis that refuses writes with %s goes on answering what it holds, the rest is loaded, and each refusal is reported",
  async ([answer, refuse]) => {
    const server = await startOwnRedis();
    onTestFinished(() => server.stop());
    const { ask } = await setUp({ redis: server.url });
    const [held, missing] = [newRead(), newRead()];
    await ask(held, "held");
    await refuse(server.admin);
    expect(await ask(held, "new")).toEqual({ value: "held", tier: "shared", reports: [] });
    for (const truth of ["truth", "another truth"]) {
      const { value, tier, reports } = await ask(missing, truth);
      expect({ value, tier }).toEqual({ value: truth, tier: "origin" });
      expect(reports.map(({ operation, cause }) => [operation, cause])).toEqual([
        ["lease", "error"],
        ["put", "error"],
      ]);
      for (const { error } of reports) expect(String(error)).toContain(answer);
    }
  },
);

test("a process on a replica answers what others have put into the primary", async () => {
  const replica = await startOwnRedis();
  onTestFinished(() => replica.stop());
  const [primaryUrl, { admin }] = [new URL(own.url), replica];
  await own.admin.config("SET", "repl-diskless-sync-delay", "0");
  // Else it would write a dump into the folder that servers start in, and the next one would load it.
  await admin.config("SET", "repl-diskless-load", "on-empty-db");
  await admin.config("SET", "masterauth", primaryUrl.password);
  await admin.replicaof(primaryUrl.hostname, primaryUrl.port);
  await vi.waitFor(async () => expect(await admin.info("replication")).toContain("master_link_status:up"), {
    timeout: 15_000,
  });
  const [writer, reader] = [await setUp(), await setUp({ redis: replica.url })];
  const read = newRead();
  await writer.ask(read, "of the primary");
  await vi.waitFor(async () => expect(await admin.exists(reader.keyOf(read))).toBe(1), { timeout: 5_000 });
  expect(await reader.ask(read, "new")).toEqual({ value: "of the primary", tier: "shared", reports: [] });
});
