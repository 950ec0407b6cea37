import type { ChangeClock } from "./change-clock";
import type { Entry } from "./entry";
import type { CacheEvent, Observe, StaleCause } from "./events";
import type { Flight } from "./flight";
import type { GuardedTier } from "./guarded-tier";
import { ageAt } from "./lifetime";
import type { Limits } from "./limits";
import type { Carrier } from "./load-scope";
import type { LoadSlots } from "./load-slots";
import type { LookupBatch } from "./lookup-batch";
import type { MemoryTier } from "./memory-tier";
import type { Load, Read } from "./read";
import type { SingleFlight } from "./single-flight";
import type { Host } from "./time";

/** What every flight works with. */
export type Crew = {
  readonly host: Host;
  readonly limits: Limits;
  readonly observe: Observe;
  readonly clock: ChangeClock;
  readonly carrier: Carrier;
  readonly memory: MemoryTier;
  readonly shared: GuardedTier;
  readonly lookups: LookupBatch;
  readonly flights: SingleFlight;
  readonly slots: LoadSlots;
};

/** One flight's task. `renews` is the entry that is to be replaced although it may still answer. */
export type Task = {
  readonly read: Read<unknown>;
  readonly load: Load<unknown>;
  readonly flight: Flight;
  readonly renews: Entry | undefined;
  /** Whether its load takes a place of its own in the bulkhead; a load inside another, or in a batch, runs in that one's. */
  readonly takesSlot: boolean;
};

/** Where an event of this read belongs. */
export function about(read: Pick<Read<unknown>, "key" | "shape">): {
  readonly read: string;
  readonly key: string;
} {
  return { read: read.shape.name, key: read.key };
}

/** Answers a flight with what there is, marked stale; false when there is nothing, or only another database's. */
export function fallBack({ clock, host }: Crew, { flight }: Task, cause: StaleCause): boolean {
  const { fallback } = flight;
  if (fallback === undefined || !isUsable(fallback.entry, clock.identity, host.now())) return false;
  const { entry, tier } = fallback;
  flight.resolve({ entry, tier, staleCause: cause, taint: "stale" });
  return true;
}

/** Whether an entry may be shown at all, if need be as stale. */
export function isUsable(entry: Entry, identity: string | undefined, nowMs: number): boolean {
  return ageAt(entry, nowMs) !== "gone" && (identity === undefined || entry.identity === identity);
}

export type MissCause = Pick<Extract<CacheEvent, { kind: "miss" }>, "cause" | "tag">;
