import { isDeepStrictEqual } from "node:util";
import { type Entry, fromStored, sharedKey } from "@/lib/cache/entry";
import type { TierName } from "@/lib/cache/events";
import type { Held } from "@/lib/cache/memory-tier";
import type { Read } from "@/lib/cache/read";
import { formatSnapshot } from "@/lib/cache/snapshot";
import { isAppError } from "@/lib/errors";
import { cacheHost } from "@/lib/platform/cache-host";
import { newestChanges } from "@/lib/platform/journal-history";
import { createRedisTier, scanKeys } from "@/lib/platform/redis-tier";
import type { Runtime } from "@/lib/platform/runtime";

/** A wrong answer is looked at again after this long, and has to be wrong still: longer than any change may take to arrive. */
const LOOK_AGAIN_MS = 300;
const CHANGES_SHOWN = 20;
/** From the end of one walk to the next. */
const BETWEEN_WALKS_MS = 60_000;

const NOTHING: ReadonlyMap<TierName, boolean> = new Map();

/** A read, and how the portal asks for it. */
export type AuditedRead = { readonly read: Read<unknown>; readonly ask: () => Promise<unknown> };

/** What one walk over all that is held came to. */
export type Walk = {
  readonly checked: Readonly<Record<TierName, number>>;
  /** Keys with a wrong answer, by tier. */
  readonly wrong: Readonly<Record<TierName, readonly string[]>>;
  /** Not comparable then: overtaken or past its time meanwhile, or the database was away. */
  readonly passedOver: number;
};

export type Auditor = {
  /** Compares everything that this process and Redis hold with the database, once. */
  walk(): Promise<Walk>;
  /** Walks again and again, until stopped. */
  start(): () => void;
};

/**
 * Compares what would be answered from memory and from Redis with the truth, at a bounded rate: after Polaris, which watches the caches
 * of Meta ("Cache made consistent", 2022). An entry is wrong when it differs from what the database said, and a poll of the journal that
 * began afterwards still finds nothing that has overtaken it; twice in a row, because reads may depend on the time of day. A wrong entry
 * is logged with both values and its history, and forgotten. `readOf` knows the read with a key; null for one that this portal has not.
 */
export function createAuditor(
  runtime: Runtime,
  readOf: (key: string) => AuditedRead | null,
  perSecond = runtime.env.AUDIT_PER_SECOND,
): Auditor {
  return new CacheAuditor(runtime, readOf, perSecond);
}

type Found = {
  readonly tier: TierName;
  readonly entry: Entry;
  /** What it is known by in its tier: another one there is another entry. */
  readonly held: Held | undefined;
};

class CacheAuditor implements Auditor {
  readonly #runtime: Runtime;
  readonly #readOf: (key: string) => AuditedRead | null;
  readonly #perSecond: number;

  constructor(runtime: Runtime, readOf: (key: string) => AuditedRead | null, perSecond: number) {
    this.#runtime = runtime;
    this.#readOf = readOf;
    this.#perSecond = perSecond;
  }

  start(): () => void {
    let isStopped = false;
    const forEver = async () => {
      while (!isStopped) {
        await this.walk(() => isStopped).catch((error: unknown) =>
          this.#runtime.logger.warn({ err: error }, "the cache could not be audited"),
        );
        await pause(BETWEEN_WALKS_MS);
      }
    };
    void forEver();
    return () => {
      isStopped = true;
    };
  }

  async walk(isStopped: () => boolean = () => false): Promise<Walk> {
    const { cache, metrics } = this.#runtime;
    const checked = { memory: 0, shared: 0 };
    const wrong: Record<TierName, string[]> = { memory: [], shared: [] };
    let passedOver = 0;
    const seen = new Set<string>();
    for await (const keys of this.#keys([...cache.held()].map(([key]) => key))) {
      for (const key of keys) {
        if (seen.has(key)) continue;
        seen.add(key);
        if (isStopped()) return { checked, wrong, passedOver };
        const audited = this.#readOf(key);
        const verdicts = audited === null ? NOTHING : await this.#audit(audited);
        if (verdicts.size === 0) passedOver++;
        for (const [tier, isRight] of verdicts) {
          checked[tier]++;
          if (!isRight) wrong[tier].push(key);
          metrics.audited(tier, isRight);
        }
        await pause(1_000 / this.#perSecond);
      }
    }
    return { checked, wrong, passedOver };
  }

  /** Every key in memory, then every key of this database and shape in Redis. */
  async *#keys(inMemory: readonly string[]): AsyncGenerator<readonly string[]> {
    yield inMemory;
    const { clock, redis } = this.#runtime;
    if (redis === null || clock.identity === undefined) return;
    try {
      for await (const keys of scanKeys(redis, clock.identity))
        yield keys.map((key) => key.split("|").slice(2).join("|"));
    } catch {
      // Redis is away: what it holds is looked at in the next walk.
    }
  }

  /** Whether each tier that would answer is right. Empty when none would, or when nobody can know. */
  async #audit(audited: AuditedRead): Promise<ReadonlyMap<TierName, boolean>> {
    const first = await this.#compare(audited);
    if (first === null) return NOTHING;
    const doubtful = [...first.answers].filter(([, found]) => !isSame(found.entry.value, first.truth));
    if (doubtful.length === 0) return new Map([...first.answers.keys()].map((tier) => [tier, true]));
    await pause(LOOK_AGAIN_MS);
    const second = await this.#compare(audited);
    if (second === null) return NOTHING;
    const verdicts = new Map<TierName, boolean>();
    for (const [tier, found] of second.answers) {
      const isRight = isSame(found.entry.value, second.truth);
      verdicts.set(tier, isRight);
      if (!isRight) await this.#report(audited.read, found, second.truth);
    }
    return verdicts;
  }

  /** What would be answered, and the truth that was loaded after it was looked at and before nothing was found to have overtaken it. */
  async #compare({ read, ask }: AuditedRead): Promise<{
    readonly answers: ReadonlyMap<TierName, Found>;
    readonly truth: unknown;
  } | null> {
    const { cache, tail } = this.#runtime;
    const found = [this.#inMemory(read), await this.#inRedis(read)].filter((each) => each !== undefined);
    if (found.length === 0) return null;
    let truth: unknown;
    try {
      // What is asked may be refused after it was loaded: a search of names that do not exist is.
      const loaded = await cache.reload(() => ask().catch(ignoreRefusal));
      if (!loaded.has(read.key)) return null;
      truth = loaded.get(read.key);
    } catch {
      return null;
    }
    if (!(await tail.catchUp())) return null;
    const answers = found.filter((each) => this.#answers(read, each));
    return answers.length === 0
      ? null
      : { truth, answers: new Map(answers.map((each) => [each.tier, each])) };
  }

  #inMemory({ key }: Read<unknown>): Found | undefined {
    const held = this.#runtime.cache.heldUnder(key);
    return held && { tier: "memory", entry: held.entry, held };
  }

  async #inRedis(read: Read<unknown>): Promise<Found | undefined> {
    const { clock, redis } = this.#runtime;
    if (redis === null || clock.identity === undefined) return undefined;
    const key = sharedKey(clock.identity, read);
    try {
      const [stored] = await createRedisTier(redis).getMany([key]);
      const expected = { key, identity: clock.identity, shape: read.shape, nowMs: cacheHost.now() };
      return { tier: "shared", entry: fromStored(stored, expected), held: undefined };
    } catch {
      // Not there, or not an entry: nobody is answered with it.
      return undefined;
    }
  }

  #answers({ key }: Read<unknown>, { entry, held }: Found): boolean {
    const { cache, clock } = this.#runtime;
    if (held !== undefined && cache.heldUnder(key) !== held) return false;
    return cacheHost.now() < entry.freshUntilMs && clock.overtakenBy(entry) === null;
  }

  async #report(read: Read<unknown>, { tier, entry }: Found, truth: unknown): Promise<void> {
    const { cache, clock, database, logger, redis } = this.#runtime;
    const changes = await newestChanges(database, entry.tags, CHANGES_SHOWN).catch(() => []);
    logger.error(
      {
        ...{ key: read.key, tier, held: entry.value, truth },
        entry: {
          loadedAt: new Date(entry.loadedAtMs).toISOString(),
          ageMs: Math.round(cacheHost.now() - entry.loadedAtMs),
          ...{ stamp: formatSnapshot(entry.stamp), tags: entry.tags, identity: entry.identity },
        },
        ...{ seen: formatSnapshot(clock.seen), changes },
      },
      "a cached answer was wrong; it is forgotten",
    );
    if (tier === "memory") cache.dropHeld(read.key);
    else if (redis !== null)
      await createRedisTier(redis)
        .delete([sharedKey(entry.identity, read)])
        .catch(() => {});
  }
}

/** As JSON shows them: Redis gives back no more than that. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function ignoreRefusal(thrown: unknown): void {
  if (!isAppError(thrown) || thrown.status >= 500) throw thrown;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
