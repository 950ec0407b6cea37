import type { StoredEntry } from "@/lib/cache/entry";
import type { Grant, Lease, Tier } from "@/lib/cache/tier";
import type { Chance } from "./chance";
import type { Timeline } from "./timeline";

export type RedisFaults = {
  readonly fails: number;
  readonly hangs: number;
  readonly lies: number;
  readonly delayMaxMs: number;
};

type Kept = { readonly text: string; readonly untilMs: number };
type Holding = { readonly untilMs: number; readonly waiting: (() => void)[] };

/** A shared store that is slow, fails, hangs, answers garbage, forgets, and comes back from an old image. */
export class Redis implements Tier, Lease {
  isAway = false;
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #faults: RedisFaults;
  #kept = new Map<string, Kept>();
  readonly #holdings = new Map<string, Holding>();

  constructor(timeline: Timeline, chance: Chance, faults: RedisFaults) {
    this.#timeline = timeline;
    this.#chance = chance;
    this.#faults = faults;
  }

  async getMany(keys: readonly string[]): Promise<readonly unknown[]> {
    await this.#travel();
    const found = keys.map((key) => this.#find(key));
    await this.#travel();
    return found;
  }

  async put(key: string, entry: StoredEntry, keepForMs: number): Promise<void> {
    await this.#travel();
    this.#kept.set(key, { text: JSON.stringify(entry), untilMs: this.#timeline.now + keepForMs });
    await this.#travel();
  }

  async delete(keys: readonly string[]): Promise<void> {
    await this.#travel();
    for (const key of keys) this.#kept.delete(key);
  }

  async acquire(key: string): Promise<Grant> {
    await this.#travel();
    const held = this.#holdings.get(key);
    if (held !== undefined && held.untilMs > this.#timeline.now) {
      const released = new Promise<void>((resolve) => held.waiting.push(resolve));
      return { kind: "other", released };
    }
    const holding = { untilMs: this.#timeline.now + 1_000, waiting: [] };
    this.#holdings.set(key, holding);
    return { kind: "holder", release: () => this.#release(key, holding) };
  }

  image(): ReadonlyMap<string, Kept> {
    return new Map(this.#kept);
  }

  restore(image: ReadonlyMap<string, Kept>): void {
    this.#kept = new Map(image);
  }

  async #release(key: string, holding: Holding): Promise<void> {
    await this.#travel();
    if (this.#holdings.get(key) === holding) this.#holdings.delete(key);
    for (const wake of holding.waiting) wake();
  }

  #find(key: string): unknown {
    if (this.#chance.is(this.#faults.lies)) return this.#lie();
    const kept = this.#kept.get(key);
    return kept === undefined || kept.untilMs <= this.#timeline.now ? undefined : JSON.parse(kept.text);
  }

  /** Bytes that were never this entry: noise, half an entry, another key's entry. */
  #lie(): unknown {
    const kept = [...this.#kept.values()];
    const other: unknown = kept.length === 0 ? {} : JSON.parse(this.#chance.of(kept).text);
    return this.#chance.of<unknown>([
      "\u0000\u0001",
      null,
      42,
      [],
      other,
      { ...Object(other), stamp: "1:0:5" },
      { ...Object(other), tags: "x" },
      { ...Object(other), key: "other" },
    ]);
  }

  async #travel(): Promise<void> {
    if (this.#chance.is(this.#faults.hangs)) await new Promise(() => {});
    await this.#timeline.wait(this.#chance.between(0, this.#faults.delayMaxMs));
    if (this.isAway || this.#chance.is(this.#faults.fails)) throw new Error("Redis is away");
  }
}
