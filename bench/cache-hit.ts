/**
 * What a hit in memory costs: ours with three tags, bentocache's and cachified's memory-only hit, a bare Map, for the same values in the same run.
 *
 *     node --import tsx bench/cache-hit.ts
 *
 * Prints the median and the best of interleaved rounds, in nanoseconds of CPU per hit: other work on the machine then counts
 * little, and hits all alike. Each figure includes about the same for the loop and its await, which the empty line shows.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { type CacheEntry, cachified } from "@epic-web/cachified";
import { BentoCache, bentostore } from "bentocache";
import { memoryDriver } from "bentocache/drivers/memory";
import { LRUCache } from "lru-cache";
import { type Cache, createCache } from "@/lib/cache/cache";
import { ChangeClock } from "@/lib/cache/change-clock";
import { DEFAULT_LIMITS } from "@/lib/cache/limits";
import type { Scope } from "@/lib/cache/load-scope";
import type { Read } from "@/lib/cache/read";

type Listing = { readonly id: number; readonly headline: string; readonly features: readonly string[] };

const KEYS = 1_000;
const HITS_PER_ROUND = 20_000;
const ROUNDS = 60;

const DAY_MS = 86_400_000;
const LIFETIME = { reason: "bench", freshForMs: DAY_MS, staleForMs: DAY_MS, usableForMs: 0, jitter: 0 };

async function main(): Promise<void> {
  const values = Array.from({ length: KEYS }, (_, id) => listingOf(id));
  const contenders: readonly (readonly [string, (position: number) => unknown])[] = [
    ["nothing", (position) => position],
    ["a bare Map", hitOfMap(values)],
    ["ours: read", await hitOfOurs(values)],
    ["ours: readHeld, synchronous", await hitOfOursHeld(values)],
    ["ours: read, while changes to other tags arrive", await hitOfOursAmidChanges(values)],
    ["bentocache get", await hitOfBentocacheGet(values)],
    ["bentocache getOrSet", await hitOfBentocacheGetOrSet(values)],
    ["cachified, in an LRU of this process", await hitOfCachified(values)],
  ];
  const times = contenders.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, [, hit]] of contenders.entries()) times[index]?.push(await nanosecondsPerHit(hit));
  for (const [index, [name]] of contenders.entries()) {
    const sorted = (times[index] ?? []).slice(ROUNDS / 6).sort((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    process.stdout.write(
      `${name.padEnd(48)} median ${median.toFixed(0).padStart(6)} ns   best ${(sorted[0] ?? 0).toFixed(0).padStart(6)} ns\n`,
    );
  }
}

async function nanosecondsPerHit(hit: (position: number) => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let position = 0; position < HITS_PER_ROUND; position++) await hit(position % KEYS);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1_000) / HITS_PER_ROUND;
}

function listingOf(id: number): Listing {
  return { id, headline: `A house with ${id} windows`, features: ["garage", "pool", "study"] };
}

function hitOfMap(values: readonly Listing[]): (position: number) => unknown {
  const map = new Map(values.map((value) => [READS[value.id]?.key, value]));
  return (position) => map.get(READS[position]?.key);
}

function readOf(id: number): Read<Listing> {
  return {
    key: `listing:${id}`,
    tags: [`listing:${id}`, "listings", `locality:${id % 50}`],
    lifetime: LIFETIME,
    shape: SHAPE,
  };
}

const SHAPE: Read<Listing>["shape"] = {
  name: "listing",
  version: 1,
  parse: () => {
    throw new Error("There is no shared tier here.");
  },
};

const READS = Array.from({ length: KEYS }, (_, id) => readOf(id));

function readAt(position: number): Read<Listing> {
  return READS[position] ?? readOf(position);
}

async function filled(values: readonly Listing[]): Promise<{ cache: Cache; clock: ChangeClock }> {
  const clock = new ChangeClock({ tagsMax: 100_000, xidsPerTagMax: 16 }, () => {});
  const cache = createCache({
    clock,
    catchUp: async () => true,
    tier: { getMany: async () => [], put: async () => {}, delete: async () => {} },
    lease: { acquire: async () => ({ kind: "away" }) },
    carrier: new AsyncLocalStorage<Scope>(),
    host: {
      now,
      random: Math.random,
      after: (delayMs, work) => {
        const timer = setTimeout(work, delayMs);
        return () => clearTimeout(timer);
      },
      defer: (work) => void work(),
      settled: (value) => Promise.resolve(value),
    },
    observe: countHit,
    limits: { ...DEFAULT_LIMITS, trustForMs: Number.MAX_SAFE_INTEGER },
  });
  cache.switchTier("shared", false);
  applyPoll(clock, []);
  for (const value of values) await cache.read(readAt(value.id), async () => value);
  return { cache, clock };
}

const ORIGIN_MS = performance.timeOrigin;

function now(): number {
  return ORIGIN_MS + performance.now();
}

let hits = 0;

function countHit({ kind }: { readonly kind: string }): void {
  if (kind === "hit") hits++;
}

let xid = 100n;

function applyPoll(clock: ChangeClock, tags: readonly string[]): void {
  xid += 1n;
  const snapshot = { xmin: xid + 1n, xmax: xid + 1n, inProgress: new Set<bigint>() };
  const floor = { xmin: 0n, xmax: 0n, inProgress: new Set<bigint>() };
  clock.apply({
    startedAtMs: now(),
    identity: "bench",
    snapshot,
    rows: [{ xid, tags }],
    floor,
  });
}

async function hitOfOurs(values: readonly Listing[]): Promise<(position: number) => unknown> {
  const { cache } = await filled(values);
  return (position) => cache.read(readAt(position), neverLoads);
}

async function hitOfOursHeld(values: readonly Listing[]): Promise<(position: number) => unknown> {
  const { cache } = await filled(values);
  return (position) => cache.readHeld(readAt(position), neverLoads)?.value;
}

/** Every hundredth hit finds a new version of the clock, so that each entry's tags are looked up time and again. */
async function hitOfOursAmidChanges(values: readonly Listing[]): Promise<(position: number) => unknown> {
  const { cache, clock } = await filled(values);
  return (position) => {
    if (position % 100 === 0) applyPoll(clock, [`agency:${position}`]);
    return cache.read(readAt(position), neverLoads);
  };
}

async function hitOfBentocacheGet(values: readonly Listing[]): Promise<(position: number) => unknown> {
  const bento = await filledBentocache(values);
  return (position) => bento.get({ key: readAt(position).key });
}

async function hitOfBentocacheGetOrSet(values: readonly Listing[]): Promise<(position: number) => unknown> {
  const bento = await filledBentocache(values);
  return (position) => {
    const { key, tags } = readAt(position);
    return bento.getOrSet({ key, tags: [...tags], factory: neverLoads });
  };
}

async function hitOfCachified(values: readonly Listing[]): Promise<(position: number) => unknown> {
  const lru = new LRUCache<string, CacheEntry>({ max: 20_000 });
  const cache = {
    get: (key: string) => lru.get(key),
    set: (key: string, entry: CacheEntry) => void lru.set(key, entry),
    delete: (key: string) => void lru.delete(key),
  };
  const ask = (position: number) =>
    cachified<Listing>({
      ...{ key: readAt(position).key, cache, ttl: DAY_MS },
      getFreshValue: () => values[position] ?? neverLoads(),
    });
  for (const position of values.keys()) await ask(position);
  return ask;
}

async function filledBentocache(values: readonly Listing[]) {
  const store = bentostore().useL1Layer(memoryDriver({ maxItems: 20_000, serialize: false }));
  const bento = new BentoCache({ default: "memory", stores: { memory: store }, ttl: "24h" });
  for (const value of values) {
    const { key, tags } = readAt(value.id);
    await bento.set({ key, value, tags: [...tags] });
  }
  return bento;
}

async function neverLoads(): Promise<Listing> {
  throw new Error("Everything is warm: nothing loads.");
}

await main();
process.stdout.write(`${hits.toLocaleString("en")} hits of ours were observed.\n`);
