import type { CacheEvent } from "@/lib/cache/events";

/** What the cache of one process did for one read since the process began. */
export type ReadCounts = {
  readonly memoryHits: number;
  readonly sharedHits: number;
  readonly misses: number;
  readonly loads: number;
  readonly failedLoads: number;
  readonly stale: number;
  /** All loads together, in milliseconds. */
  readonly loadingMs: number;
};

export type Invalidations = Readonly<Record<"tag" | "time" | "floor" | "identity" | "trust", number>>;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Counts what the cache of a process does, by read; as many as there are reads. */
export class CacheCounts {
  readonly #reads = new Map<string, Writable<ReadCounts>>();
  readonly invalidations: Writable<Invalidations> = { tag: 0, time: 0, floor: 0, identity: 0, trust: 0 };

  observe(event: CacheEvent): void {
    switch (event.kind) {
      case "hit":
        this.#of(event.read)[event.tier === "memory" ? "memoryHits" : "sharedHits"]++;
        return;
      case "miss":
        // A question that memory cannot answer goes on to the shared tier: it is one question.
        if (event.tier === "memory") this.#of(event.read).misses++;
        if (event.tier === "memory" && event.cause !== "absent") this.invalidations[event.cause]++;
        return;
      case "load": {
        const counts = this.#of(event.read);
        counts.loads++;
        counts.loadingMs += event.tookMs;
        return;
      }
      case "load-failed":
        this.#of(event.read).failedLoads++;
        return;
      case "stale-served":
        this.#of(event.read).stale++;
        return;
      default:
        return;
    }
  }

  get reads(): ReadonlyMap<string, ReadCounts> {
    return this.#reads;
  }

  #of(read: string): Writable<ReadCounts> {
    let counts = this.#reads.get(read);
    if (counts === undefined) {
      counts = { memoryHits: 0, sharedHits: 0, misses: 0, loads: 0, failedLoads: 0, stale: 0, loadingMs: 0 };
      this.#reads.set(read, counts);
    }
    return counts;
  }
}
