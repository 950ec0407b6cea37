import { LRUCache } from "lru-cache";
import type { Entry, Shape } from "./entry";
import type { CacheEvent, Observe } from "./events";
import type { Host } from "./time";

/** An entry in memory, with what a hit needs made once. */
export type Held = {
  readonly entry: Entry;
  readonly shape: Shape<unknown>;
  /** What every hit resolves to; values are frozen, so it can be shared. */
  readonly answer: Promise<unknown>;
  readonly hit: CacheEvent;
  /** The clock's version at which nothing had overtaken the entry; while the clock shows the same one, nothing has. */
  checkedVersion: number;
  /** No renewal is begun before this instant: the last one failed. */
  renewAfterMs: number;
};

export type MemoryLimits = { readonly entriesMax: number; readonly bytesMax: number };

/** What an entry costs besides its value: the objects around it, as npm run bench -- flood finds it. */
const OVERHEAD_BYTES = 1_000;

/** Entries in this process's memory, the least recently read evicted first, bounded in number and estimated bytes. */
export class MemoryTier {
  /** Switches the tier off and on at run time. */
  isOn = true;
  readonly #entries: LRUCache<string, Held>;

  constructor(limits: MemoryLimits, observe: Observe) {
    this.#entries = new LRUCache({
      max: limits.entriesMax,
      maxSize: limits.bytesMax,
      dispose: ({ shape }, key, reason) => {
        if (reason === "evict") observe({ kind: "evicted", read: shape.name, key });
      },
    });
  }

  get(key: string): Held | undefined {
    return this.isOn ? this.#entries.get(key) : undefined;
  }

  put(key: string, held: Held, valueBytes: number): void {
    if (this.isOn) this.#entries.set(key, held, { size: memoryBytes(key, held.entry, valueBytes) });
  }

  /** Forgets one entry. */
  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Forgets everything: the entries are another database's. */
  drop(): void {
    this.#entries.clear();
  }

  /** What is held, most recently read first, without counting as reading it. */
  held(): Iterable<[string, Held]> {
    return this.#entries.entries();
  }

  /** As get, without counting as reading it. */
  peek(key: string): Held | undefined {
    return this.#entries.peek(key);
  }

  get size(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#entries.size, bytes: this.#entries.calculatedSize };
  }
}

/** An entry that nothing has overtaken. */
export function holdingOf(
  entry: Entry,
  { key, shape }: { readonly key: string; readonly shape: Shape<unknown> },
  { clock, host }: { readonly clock: { readonly version: number }; readonly host: Pick<Host, "settled"> },
): Held {
  return {
    entry,
    shape,
    answer: host.settled(entry.value),
    hit: { kind: "hit", tier: "memory", read: shape.name, key, staleCause: null },
    checkedVersion: clock.version,
    renewAfterMs: Number.NEGATIVE_INFINITY,
  };
}

function memoryBytes(key: string, entry: Entry, valueBytes: number): number {
  let bytes = OVERHEAD_BYTES + key.length + valueBytes;
  for (const tag of entry.tags) bytes += 12 + tag.length;
  return bytes;
}
