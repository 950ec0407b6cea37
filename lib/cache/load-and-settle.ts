import { about, type Crew, type Task } from "./crew";
import { freezeAndMeasure } from "./deep-freeze";
import { type Entry, entryOf } from "./entry";
import type { CacheEvent } from "./events";
import type { Begun } from "./flight";
import { shortest, timesOf } from "./lifetime";
import { ScopedContext } from "./load-scope";
import { holdingOf } from "./memory-tier";
import { within } from "./time";

type Refusal = Extract<CacheEvent, { kind: "not-stored" }>["cause"];

/** Loads, answers the flight, and keeps the entry in memory. Returns it if the shared tier may have it too. Rejects when the load fails, is late, or has no room. */
export async function loadAndSettle(crew: Crew, task: Task): Promise<Entry | undefined> {
  const { flight, read } = task;
  await waitForRoom(crew, task);
  try {
    const begun = crew.flights.begin(flight);
    const beganAtMs = crew.host.now();
    const value = await load(crew, task);
    if (value === undefined)
      throw new Error(`The load of ${read.key} answered undefined; null is what says that there is none.`);
    return settle(crew, task, begun, { value, beganAtMs });
  } finally {
    if (task.takesSlot) crew.slots.giveBack();
  }
}

/** At most two loads of one key at once, and of all keys as many as the bulkhead has places. */
async function waitForRoom(crew: Crew, { flight, read, takesSlot }: Task): Promise<void> {
  const { follows } = flight;
  if (follows?.follows !== undefined && !follows.follows.hasLanded) await follows.landed;
  if (!takesSlot) return;
  if (crew.slots.isFull) crew.observe({ ...about(read), kind: "wait", for: "load-slot" });
  await crew.slots.take();
}

async function load(crew: Crew, { flight, load, read }: Task): Promise<unknown> {
  const { scope } = flight;
  const context = new ScopedContext(scope);
  scope.addTags(read.tags);
  try {
    return await within(crew.host, crew.limits.loadHardMs, () =>
      // Async, so that a promise that begins its work when it is awaited begins it here.
      crew.carrier.run(scope, async () => load(context)),
    );
  } catch (error) {
    context.abort(error);
    throw error;
  }
}

function settle(
  crew: Crew,
  { flight, read }: Task,
  begun: Begun,
  { value, beganAtMs }: { readonly value: unknown; readonly beganAtMs: number },
): Entry | undefined {
  const { scope } = flight;
  const entry = entryOf({
    ...shortest(timesOf(read.lifetime, beganAtMs, crew.host), scope),
    value,
    tags: [...scope.tags],
    identity: begun.identity ?? "",
    stamp: begun.stamp,
    loadTookMs: crew.host.now() - beganAtMs,
  });
  const isOvertaken = crew.flights.isOvertaken(flight, begun, entry.tags);
  const kept = keep(crew, { flight, read }, entry, isOvertaken);
  crew.observe({ ...about(read), kind: "load", tookMs: entry.loadTookMs, isOvertaken, tags: entry.tags });
  if (kept !== null) crew.observe({ ...about(read), kind: "not-stored", cause: kept });
  flight.resolve({ entry, tier: "origin", staleCause: scope.staleCause, taint: scope.taint });
  return kept === null ? entry : undefined;
}

/** Keeps the entry in memory, or says why not. */
function keep(
  crew: Crew,
  { flight, read }: Pick<Task, "flight" | "read">,
  entry: Entry,
  isOvertaken: boolean,
): Refusal | null {
  let bytes: number;
  try {
    bytes = freezeAndMeasure(entry.value);
  } catch {
    return "not-plain";
  }
  if (flight.scope.taint !== null) return flight.scope.taint;
  if (entry.identity === "") return "no-identity";
  if (isOvertaken) return "overtaken";
  if (bytes > crew.limits.entryBytesMax) return "size";
  crew.memory.put(read.key, holdingOf(entry, read, crew), bytes);
  return null;
}
