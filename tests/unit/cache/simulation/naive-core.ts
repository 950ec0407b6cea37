import type { CacheDependencies } from "@/lib/cache/cache";
import type { Load, LoadMany, Read } from "@/lib/cache/read";
import { NOTHING_SEEN } from "@/lib/cache/snapshot";
import { CORE, type Core, type SimulatedCache } from "./core";

type Kept = { readonly value: unknown; readonly tags: readonly string[]; readonly untilMs: number };

/** The usual design: keep for a while, delete what a writer says has changed, publish the deletion to the other processes. */
class NaiveCache implements SimulatedCache {
  readonly #kept = new Map<string, Kept>();
  readonly #host: CacheDependencies["host"];

  constructor({ host }: CacheDependencies) {
    this.#host = host;
  }

  async readWithProvenance<V>(read: Read<V>, load: Load<V>) {
    return { ...PROVENANCE, value: await this.#read(read, load), tags: read.tags };
  }

  async readMany<V>(reads: readonly Read<V>[], loadMany: LoadMany<V>): Promise<V[]> {
    const one = (read: Read<V>) =>
      this.#read(read, async (context) => (await loadMany([read], context))[0] as V);
    return Promise.all(reads.map(one));
  }

  forget = (tags: readonly string[]): void => {
    for (const [key, kept] of this.#kept)
      if (kept.tags.some((tag) => tags.includes(tag))) this.#kept.delete(key);
  };

  switchTier(): void {}

  async #read<V>(read: Read<V>, load: Load<V>): Promise<V> {
    const kept = this.#kept.get(read.key);
    if (kept !== undefined && kept.untilMs > this.#host.now()) return kept.value as V;
    const tags = [...read.tags];
    const context = {
      signal: new AbortController().signal,
      addTags: (...more: readonly string[]) => void tags.push(...more),
      expiresAt: () => {},
      keepOut: () => {},
      takeOver: () => {},
    };
    const value = await load(context);
    this.#kept.set(read.key, { value, tags, untilMs: this.#host.now() + read.lifetime.freshForMs });
    return value;
  }
}

const PROVENANCE = {
  tier: "origin",
  ageMs: 0,
  expiresInMs: 0,
  isStale: false,
  staleCause: null,
  isKeepable: true,
  stamp: NOTHING_SEEN,
  identity: "",
} as const;

export const NAIVE: Core = { ...CORE, createCache: (dependencies) => new NaiveCache(dependencies) };
