import { AsyncLocalStorage } from "node:async_hooks";
import { createCache } from "@/lib/cache/cache";
import { ChangeClock } from "@/lib/cache/change-clock";
import type { CacheEvent } from "@/lib/cache/events";
import type { Lifetime } from "@/lib/cache/lifetime";
import { DEFAULT_LIMITS, type Limits } from "@/lib/cache/limits";
import type { Scope } from "@/lib/cache/load-scope";
import type { Read } from "@/lib/cache/read";
import { NOTHING_SEEN } from "@/lib/cache/snapshot";
import type { Lease, Tier } from "@/lib/cache/tier";
import { Timeline } from "./simulation/timeline";

export const LIFETIME: Lifetime = {
  reason: "a test",
  freshForMs: 10_000,
  staleForMs: 5_000,
  usableForMs: 50_000,
  jitter: 0,
};

/** A read of some text, by default one that depends on the tag of its own name. */
export function readOf(
  key: string,
  parts: Partial<Omit<Read<string | null>, "key">> = {},
): Read<string | null> {
  return { key, tags: [key], lifetime: LIFETIME, shape: TEXT, ...parts };
}

const TEXT: Read<string | null>["shape"] = {
  name: "text",
  version: 1,
  parse: (stored) => {
    if (stored !== null && typeof stored !== "string") throw new Error("not text");
    return stored;
  },
};

export type Parts = {
  readonly limits?: Partial<Limits>;
  readonly tier?: Partial<Tier>;
  readonly lease?: Lease;
  readonly catchUp?: () => Promise<boolean>;
  readonly random?: () => number;
  readonly observe?: (event: CacheEvent) => void;
  /** Another process's cache with the same clock of time and shared tier. */
  readonly beside?: { readonly timeline: Timeline; readonly stored: Map<string, string> };
};

/** A cache with everything around it in the test's hands. The clock of changes has been polled once, and stays trusted until `timeline` runs on. */
export function setUp(parts: Parts = {}) {
  const timeline = parts.beside?.timeline ?? new Timeline();
  const stored = parts.beside?.stored ?? new Map<string, string>();
  const events: CacheEvent[] = [];
  const observe = (event: CacheEvent) => {
    events.push(event);
    parts.observe?.(event);
  };
  const tierCalls: string[] = [];
  const clock = new ChangeClock({ tagsMax: 100, xidsPerTagMax: 4 }, observe);
  const polls = { count: 0 };
  const cache = createCache({
    clock,
    catchUp: () => {
      polls.count++;
      return parts.catchUp?.() ?? Promise.resolve(false);
    },
    tier: { ...tierOn(stored, tierCalls), ...parts.tier },
    lease: parts.lease ?? { acquire: async () => ({ kind: "away" }) },
    carrier: new AsyncLocalStorage<Scope>(),
    host: {
      now: () => timeline.now,
      random: parts.random ?? (() => 0),
      after: (delayMs, work) => timeline.after(delayMs, work),
      defer: (work) => void work(),
      settled: (value) => Promise.resolve(value),
    },
    observe,
    limits: { ...DEFAULT_LIMITS, ...parts.limits },
  });
  let xid = 100n;
  const apply = (identity: string, tags: readonly string[]) => {
    xid += 1n;
    const snapshot = { xmin: xid + 1n, xmax: xid + 1n, inProgress: new Set<bigint>() };
    const rows = tags.length > 0 ? [{ xid, tags }] : [];
    clock.apply({ startedAtMs: timeline.now, identity, snapshot, rows, floor: NOTHING_SEEN });
  };
  apply("here", []);
  return {
    cache,
    clock,
    timeline,
    stored,
    events,
    tierCalls,
    polls,
    /** A change of these tags is committed and applied. */
    change: (...tags: string[]) => apply("here", tags),
    poll: () => apply("here", []),
    /** The journal turns out to be another database's. */
    becomes: (identity: string) => apply(identity, []),
    /** Lets time pass, with a poll at the end, so that the clock is trusted. */
    pass: async (durationMs: number) => {
      await timeline.runUntil(timeline.now + durationMs);
      apply("here", []);
    },
    /** Lets everything that is ready happen, at the present time. */
    settle: () => timeline.runUntil(timeline.now),
    kinds: (kind: CacheEvent["kind"]) => events.filter((event) => event.kind === kind),
  };
}

/** A value that comes when it is told to. */
export function held<T>(value: T): {
  load: () => Promise<T>;
  release: () => void;
  fail: (error: Error) => void;
} {
  let release = () => {};
  let fail = (_error: Error) => {};
  const promise = new Promise<T>((resolve, reject) => {
    release = () => resolve(value);
    fail = reject;
  });
  return { load: () => promise, release, fail };
}

/** A load that answers at once, and counts. */
export function counted<T>(value: T): { load: () => Promise<T>; calls: () => number } {
  let calls = 0;
  const load = async () => {
    calls++;
    return value;
  };
  return { load, calls: () => calls };
}

export async function never(): Promise<never> {
  throw new Error("Nothing may be loaded here.");
}

function tierOn(stored: Map<string, string>, calls: string[]): Tier {
  return {
    getMany: async (keys) => {
      calls.push(`get ${keys.length}`);
      return keys.map((key) => (stored.has(key) ? JSON.parse(stored.get(key) ?? "") : undefined));
    },
    put: async (key, entry) => {
      calls.push("put 1");
      stored.set(key, JSON.stringify(entry));
    },
    delete: async (keys) => {
      for (const key of keys) stored.delete(key);
    },
  };
}
