import { type CacheEntry, type Cache as CachifiedCache, cachified, totalTtl } from "@epic-web/cachified";
import { BentoCache, bentostore } from "bentocache";
import { memoryDriver } from "bentocache/drivers/memory";
import { redisBusDriver, redisDriver } from "bentocache/drivers/redis";
import { Redis } from "ioredis";
import { Pool } from "pg";
import type { Lifetime } from "@/lib/cache/lifetime";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";

export type Urls = { readonly databaseUrl: string; readonly redisUrl: string };

/** A listing's version is its price: each write makes it one more. */
export type Contestant = {
  /** The version that this process would show. */
  read(listing: number): Promise<number>;
  /** Writes a version, and invalidates what the contestant's documentation says is to be invalidated. */
  write(listing: number, version: number): Promise<void>;
  readonly loads: () => number;
};

const TTL_S = 60;
const TTL_MS = TTL_S * 1_000;
const ENTRIES = 20_000;
const CONNECTIONS = 8;
/** A load takes as long as a search may. What it answers was true when it began. */
const LOAD_S = 0.01;

/** Each in the form that its documentation recommends for several processes. */
export const CONTESTANTS: Readonly<Record<string, (urls: Urls) => Promise<Contestant>>> = {
  Verandah: verandah,
  "get, set with a TTL, delete": naive,
  bentocache: bento,
  cachified: epicWebCachified,
};

async function verandah({ databaseUrl, redisUrl }: Urls): Promise<Contestant> {
  const runtime = createRuntime(
    readEnv({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, NODE_ENV: "production", LOG_LEVEL: "silent" }),
  );
  runtime.follow();
  let loads = 0;
  const lifetime: Lifetime = {
    reason: "a bench",
    freshForMs: TTL_MS,
    staleForMs: 0,
    usableForMs: 0,
    jitter: 0,
  };
  const shape = { name: "version", version: 1, parse: Number };
  const load = async (listing: number) => {
    loads++;
    const rows = await runtime.database.$queryRaw<{ version: number }[]>`
      SELECT price_low::integer AS version, pg_sleep(${LOAD_S})::text FROM listing WHERE id = ${listing}`;
    return rows[0]?.version ?? 0;
  };
  return {
    read: (listing) =>
      runtime.cache.read(
        { key: `version/${listing}`, tags: [`listing:${listing}`, "listings"], lifetime, shape },
        () => load(listing),
      ),
    write: async (listing, version) => {
      await runtime.database
        .$executeRaw`UPDATE listing SET price_low = ${version}, price_high = ${version} WHERE id = ${listing}`;
    },
    loads: () => loads,
  };
}

/** What most articles show: read Redis, else load and set it for so long; delete it after a write. */
async function naive({ databaseUrl, redisUrl }: Urls): Promise<Contestant> {
  const { load, update, loads } = plainDatabase(databaseUrl);
  const redis = new Redis(redisUrl);
  return {
    async read(listing) {
      const key = `naive:${listing}`;
      const held = await redis.get(key);
      if (held !== null) return Number(held);
      const version = await load(listing);
      await redis.setex(key, TTL_S, String(version));
      return version;
    },
    async write(listing, version) {
      await update(listing, version);
      await redis.del(`naive:${listing}`);
    },
    loads,
  };
}

/** Memory, Redis, and its bus, which tells the other processes of a deletion. Values stay serialised: with its bus, 1.6.1 ends the process otherwise. */
async function bento({ databaseUrl, redisUrl }: Urls): Promise<Contestant> {
  const { load, update, loads } = plainDatabase(databaseUrl);
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const store = bentostore()
    .useL1Layer(memoryDriver({ maxItems: ENTRIES }))
    .useL2Layer(redisDriver({ connection }))
    .useBus(redisBusDriver({ connection: connection.options }));
  const cache = new BentoCache({ default: "all", stores: { all: store }, ttl: TTL_MS });
  return {
    read: (listing) => cache.getOrSet({ key: `listing:${listing}`, factory: () => load(listing) }),
    async write(listing, version) {
      await update(listing, version);
      await cache.delete({ key: `listing:${listing}` });
    },
    loads,
  };
}

/** It has one tier and no bus: in Redis, where a deletion counts for all processes. */
async function epicWebCachified({ databaseUrl, redisUrl }: Urls): Promise<Contestant> {
  const { load, update, loads } = plainDatabase(databaseUrl);
  const redis = new Redis(redisUrl);
  const cache: CachifiedCache = {
    name: "Redis",
    async get(key) {
      const held = await redis.get(key);
      return held === null ? null : (JSON.parse(held) as CacheEntry);
    },
    async set(key, entry) {
      await redis.set(key, JSON.stringify(entry), "PX", Math.ceil(totalTtl(entry.metadata)));
    },
    delete: (key) => redis.del(key),
  };
  return {
    read: (listing) =>
      cachified({ key: `cachified:${listing}`, cache, ttl: TTL_MS, getFreshValue: () => load(listing) }),
    async write(listing, version) {
      await update(listing, version);
      await cache.delete(`cachified:${listing}`);
    },
    loads,
  };
}

function plainDatabase(connectionString: string) {
  const pool = new Pool({ connectionString, max: CONNECTIONS });
  let loads = 0;
  return {
    async load(listing: number): Promise<number> {
      loads++;
      const { rows } = await pool.query<{ version: number }>(
        "SELECT price_low::integer AS version, pg_sleep($2)::text FROM listing WHERE id = $1",
        [listing, LOAD_S],
      );
      return rows[0]?.version ?? 0;
    },
    async update(listing: number, version: number): Promise<void> {
      await pool.query("UPDATE listing SET price_low = $1, price_high = $1 WHERE id = $2", [
        version,
        listing,
      ]);
    },
    loads: () => loads,
  };
}
