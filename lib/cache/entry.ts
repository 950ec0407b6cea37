import type { Times } from "./lifetime";
import { formatSnapshot, parseSnapshot, type Snapshot } from "./snapshot";

/** What a value looks like: its name and version are part of every key, so that two versions of the code never share an entry. */
export type Shape<V> = {
  /** Names the read in keys, events and figures. */
  readonly name: string;
  /** Raised whenever the meaning or form of the value changes. */
  readonly version: number;
  /** The value as the shared tier gave it back, checked; throws when it is not of this shape. */
  readonly parse: (stored: unknown) => V;
};

/** A value with everything that decides whether it may answer. Never changed after it was made; null is "known not to exist". */
export type Entry<V = unknown> = Times & {
  readonly value: V;
  readonly tags: readonly string[];
  /** The database that it was read from. */
  readonly identity: string;
  /** What was seen before its load began. */
  readonly stamp: Snapshot;
  readonly loadTookMs: number;
};

/** An entry as the shared tier keeps it: plain data, with the key that it belongs under. */
export type StoredEntry = Omit<Entry, "stamp"> & { readonly key: string; readonly stamp: string };

/** Every entry is made here, field by field in one order, so that reading one costs the same wherever it came from. */
export function entryOf<V>(parts: Entry<V>): Entry<V> {
  return {
    value: parts.value,
    tags: parts.tags,
    identity: parts.identity,
    stamp: parts.stamp,
    loadedAtMs: parts.loadedAtMs,
    freshUntilMs: parts.freshUntilMs,
    staleUntilMs: parts.staleUntilMs,
    usableUntilMs: parts.usableUntilMs,
    loadTookMs: parts.loadTookMs,
  };
}

export function isSameShape(one: Shape<unknown>, other: Shape<unknown>): boolean {
  return one.name === other.name && one.version === other.version;
}

/** The key in the shared tier: a database, a shape, a question. */
export function sharedKey(
  identity: string,
  read: { readonly key: string; readonly shape: Shape<unknown> },
): string {
  return `${identity}|${read.shape.name}@${read.shape.version}|${read.key}`;
}

export function toStored(key: string, entry: Entry): StoredEntry {
  return { ...entry, key, stamp: formatSnapshot(entry.stamp) };
}

/** How far ahead of ours another process's clock may run. */
const SKEW_MAX_MS = 60_000;

/** An entry from what the shared tier gave back, which may be anything. Throws, saying what is wrong, unless it is one of this key and shape. */
export function fromStored<V>(
  stored: unknown,
  expected: {
    readonly key: string;
    readonly identity: string;
    readonly shape: Shape<V>;
    readonly nowMs: number;
  },
): Entry<V> {
  if (typeof stored !== "object" || stored === null) throw new Error("not an entry");
  // The one cast: each field is checked below before it is believed.
  const { key, identity, value, tags, stamp, ...times } = stored as Partial<
    Record<keyof StoredEntry, unknown>
  >;
  if (key !== expected.key || identity !== expected.identity) throw new Error("another key's entry");
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === "string")) throw new Error("tags");
  const seen = typeof stamp === "string" ? parseSnapshot(stamp) : undefined;
  if (seen === undefined) throw new Error("stamp");
  return entryOf({
    ...parseTimes(times, expected.nowMs),
    value: expected.shape.parse(value),
    tags,
    identity: expected.identity,
    stamp: seen,
  });
}

function parseTimes(
  times: Partial<Record<keyof Times | "loadTookMs", unknown>>,
  nowMs: number,
): Times & { readonly loadTookMs: number } {
  const { loadedAtMs, freshUntilMs, staleUntilMs, usableUntilMs, loadTookMs } = times;
  if (!isInstant(loadedAtMs) || loadedAtMs > nowMs + SKEW_MAX_MS) throw new Error("loadedAtMs");
  if (!isInstant(freshUntilMs)) throw new Error("freshUntilMs");
  if (!isInstant(staleUntilMs)) throw new Error("staleUntilMs");
  if (!isInstant(usableUntilMs)) throw new Error("usableUntilMs");
  if (!isInstant(loadTookMs) || loadTookMs < 0) throw new Error("loadTookMs");
  return { loadedAtMs, freshUntilMs, staleUntilMs, usableUntilMs, loadTookMs };
}

function isInstant(value: unknown): value is number {
  return Number.isFinite(value);
}
