import { about, type Crew, fallBack, isUsable, type MissCause, type Task } from "./crew";
import { freezeAndMeasure } from "./deep-freeze";
import { type Entry, fromStored } from "./entry";
import { ageAt } from "./lifetime";
import { holdingOf } from "./memory-tier";

/** Answers the flight from the shared tier if it can; whether it did. Only the first look counts as a miss. */
export async function lookUp(
  crew: Crew,
  task: Task,
  key: string,
  which: "first" | "again",
): Promise<boolean> {
  const { flight } = task;
  const stored = await crew.lookups.get(key);
  const found = stored === undefined ? undefined : check(crew, task, key, stored);
  const cause = found === undefined ? ABSENT : causeAgainst(crew, task, found.entry);
  if (found !== undefined && cause === null) {
    promote(crew, task, found);
    return true;
  }
  if (which === "first" && cause !== null)
    crew.observe({ ...about(task.read), kind: "miss", tier: "shared", ...cause });
  if (found !== undefined && isUsable(found.entry, crew.clock.identity, crew.host.now()))
    flight.fallback ??= { entry: found.entry, tier: "shared" };
  // A process that can't know whether an entry is fresh says so, and spares a database that may be away.
  return !flight.isTrusted && task.renews === undefined && fallBack(crew, task, "trust");
}

const ABSENT: MissCause = { cause: "absent", tag: null };

type Found = { readonly entry: Entry; readonly bytes: number };

function check(crew: Crew, { read }: Task, key: string, stored: unknown): Found | undefined {
  const { identity } = crew.clock;
  if (identity === undefined) return undefined;
  try {
    const entry = fromStored(stored, { key, identity, shape: read.shape, nowMs: crew.host.now() });
    return { entry, bytes: freezeAndMeasure(entry.value) };
  } catch (error) {
    crew.observe({ kind: "tier-failed", operation: "get", cause: "garbage", keys: [key], error });
    return undefined;
  }
}

/** Why an entry of the shared tier can't answer as it is, or null. */
function causeAgainst(crew: Crew, { flight, renews }: Task, entry: Entry): MissCause | null {
  const overtaking = crew.clock.overtakenBy(entry);
  if (overtaking !== null) return overtaking;
  const age = ageAt(entry, crew.host.now());
  if (age === "expired" || age === "gone") return { cause: "time", tag: null };
  if (!flight.isTrusted) return { cause: "trust", tag: null };
  const isRenewal = renews === undefined || (age === "fresh" && entry.loadedAtMs > renews.loadedAtMs);
  return isRenewal ? null : { cause: "time", tag: null };
}

/** From the shared tier to memory, unchanged. The slot is given up in the same turn as the check, so that nobody joins after it. */
function promote(crew: Crew, { flight, read }: Task, { entry, bytes }: Found): void {
  const staleCause = ageAt(entry, crew.host.now()) === "fresh" ? null : "time";
  crew.memory.put(read.key, holdingOf(entry, read, crew), bytes);
  flight.land();
  crew.flights.close(flight);
  if (flight.resolve({ entry, tier: "shared", staleCause, taint: null }))
    crew.observe({ ...about(read), kind: "hit", tier: "shared", staleCause });
}
