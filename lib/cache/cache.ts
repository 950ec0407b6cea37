import { type Answer, answerOf } from "./answer";
import type { ChangeClock } from "./change-clock";
import type { Crew } from "./crew";
import { harmless, type Observe, type TierName } from "./events";
import type { Outcome } from "./flight";
import { GuardedTier } from "./guarded-tier";
import type { Limits } from "./limits";
import { LoadBatch } from "./load-batch";
import { type Carrier, type Dependence, LoadScope } from "./load-scope";
import { LoadSlots } from "./load-slots";
import { LookupBatch } from "./lookup-batch";
import { type Held, MemoryTier } from "./memory-tier";
import type { Load, LoadMany, Read } from "./read";
import { Reader } from "./reader";
import { SingleFlight } from "./single-flight";
import type { Lease, Tier } from "./tier";
import type { Host } from "./time";
import { TrustGate } from "./trust-gate";

export type CacheDependencies = {
  readonly clock: ChangeClock;
  /** Applies a poll of the journal that starts after the call; false when there was none. */
  readonly catchUp: () => Promise<boolean>;
  readonly tier: Tier;
  readonly lease: Lease;
  readonly carrier: Carrier;
  readonly host: Host;
  readonly observe: Observe;
  readonly limits: Limits;
};

/** What a cache does; README.md beside this file says what it promises. */
export type Cache = ReturnType<typeof createCache>;

/** Makes the cache of a process. */
export function createCache(dependencies: CacheDependencies) {
  return new QueryCache(dependencies);
}

class QueryCache {
  readonly #crew: Crew;
  readonly #reader: Reader;

  constructor(dependencies: CacheDependencies) {
    const { clock, carrier, host, limits } = dependencies;
    const observe = harmless(dependencies.observe);
    const shared = new GuardedTier(dependencies.tier, dependencies.lease, limits, host, observe);
    const memory = new MemoryTier(limits, observe);
    const lookups = new LookupBatch(shared, limits.lookupKeysMax);
    const flights = new SingleFlight(clock);
    const slots = new LoadSlots(limits, host);
    this.#crew = { clock, carrier, host, limits, observe, shared, memory, lookups, flights, slots };
    this.#reader = new Reader(this.#crew, new TrustGate(clock, dependencies.catchUp, limits, host));
  }

  /**
   * The answer to a question, from the nearest tier that has it, or loaded: as new as every change that this process knew
   * of when it was asked, and no older than the trust limit beyond that; or stale, where readWithProvenance says so.
   * Values are frozen. Rejects with what the load rejected with, TimeLimitError or LoadRefusedError, when there is nothing
   * stale to answer with either.
   */
  read<V>(read: Read<V>, load: Load<V>): Promise<V> {
    const scope = this.#crew.carrier.getStore();
    if (scope === undefined) {
      const held = this.#reader.hit(read, load);
      // What is held under a key has the shape of that key's reads.
      if (held !== undefined) return held.answer as Promise<V>;
    }
    return this.#reader.resolve({ read, load, takesSlot: true }, scope).then(valueIn<V>);
  }

  /** As read, with where the answer came from, how old it is, and whether it is stale. */
  async readWithProvenance<V>(read: Read<V>, load: Load<V>): Promise<Answer<V>> {
    const scope = this.#crew.carrier.getStore();
    const outcome = await this.#reader.resolve({ read, load, takesSlot: true }, scope);
    return answerOf(outcome as Outcome<V>, this.#crew.host.now());
  }

  /** What memory can answer at once, as readWithProvenance would; undefined when it can't, or when the read is part of a load or a write. */
  readHeld<V>(read: Read<V>, load: Load<V>): Answer<V> | undefined {
    if (this.#crew.carrier.getStore() !== undefined) return undefined;
    const held = this.#reader.hit(read, load);
    const now = this.#crew.host.now();
    return held && answerOf(this.#reader.fromMemory(held, now) as Outcome<V>, now);
  }

  /** The answers to several questions, in their order: one look-up of the shared tier, and one load for all that are missing. */
  readMany<V>(reads: readonly Read<V>[], loadMany: LoadMany<V>): Promise<V[]> {
    const scope = this.#crew.carrier.getStore();
    const batch = new LoadBatch(this.#crew, loadMany, scope?.kind === "load" ? scope : undefined);
    const answers = reads.map((read) =>
      this.#reader.resolve({ read, load: () => batch.load(read), takesSlot: false }, scope).then(valueIn<V>),
    );
    return Promise.all(answers);
  }

  /** Runs work that belongs to an open write transaction: reads inside neither use the cache nor fill it. */
  writing<T>(work: () => T): T {
    const outer = this.#crew.carrier.getStore();
    if (outer?.kind === "load") outer.taint ??= "writing";
    return this.#crew.carrier.run({ kind: "writing" }, work);
  }

  /** Says that the origin is being asked: what is composed of reads, and asks it directly, depends on more than those, and is not kept. */
  readPast(): void {
    const scope = this.#crew.carrier.getStore();
    if (scope?.kind === "load" && scope.isComposed) scope.keepOut();
  }

  /** Runs work whose reads are all loaded, past every tier, as inside a write; answers with what they loaded, by key. Rejects as the work does. */
  async reload(work: () => Promise<unknown>): Promise<ReadonlyMap<string, unknown>> {
    const loaded = new Map<string, unknown>();
    await this.#crew.carrier.run({ kind: "writing", loaded }, work);
    return loaded;
  }

  /** Runs work as the load of a composed read that keeps nothing: another process keeps it, and is told what it depends on. */
  async compose<V>(
    key: string,
    work: () => Promise<V>,
  ): Promise<{ readonly value: V; readonly dependence: Dependence }> {
    const { carrier, limits } = this.#crew;
    const bounds = { tagsMax: limits.tagsPerEntryMax, takesSlot: false };
    const scope = new LoadScope({ key, isComposed: true }, undefined, bounds);
    const value = await carrier.run(scope, async () => work());
    return { value, dependence: scope.dependence };
  }

  /** What memory holds under a key, without counting as reading it. */
  heldUnder(key: string): Held | undefined {
    return this.#crew.memory.peek(key);
  }

  /** Forgets what memory holds under a key: it was found to be wrong. */
  dropHeld(key: string): void {
    this.#crew.memory.delete(key);
  }

  /** Switches a tier off or on at run time. Nothing is lost by it: the clock knows what changed meanwhile. */
  switchTier(name: TierName, isOn: boolean): void {
    this.#crew[name].isOn = isOn;
  }

  /** What memory holds, most recently read first, for whoever audits or explains it. */
  held(): Iterable<[string, Held]> {
    return this.#crew.memory.held();
  }

  get size(): { readonly entries: number; readonly bytes: number; readonly flights: number } {
    return { ...this.#crew.memory.size, flights: this.#crew.flights.count };
  }
}

/** What was found under a read's key has the shape of that read. */
function valueIn<V>({ entry }: Outcome): V {
  return entry.value as V;
}
