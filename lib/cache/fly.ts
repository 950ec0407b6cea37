import { about, type Crew, fallBack, type Task } from "./crew";
import { elect } from "./elect";
import { sharedKey, toStored } from "./entry";
import { loadAndSettle } from "./load-and-settle";
import { LoadRefusedError } from "./load-slots";
import { lookUp } from "./look-up";
import type { Grant } from "./tier";
import { TimeLimitError } from "./time";

/** Flies one flight: look-up, election, load, store. Never rejects: the flight's answer says what came of it. */
export async function fly(crew: Crew, task: Task): Promise<void> {
  const { flight, read } = task;
  const { identity } = crew.clock;
  const key = identity === undefined || read.isLocal ? undefined : sharedKey(identity, read);
  const grants: Grant[] = [];
  const cancelSoft = crew.host.after(crew.limits.loadSoftMs, () => {
    crew.observe({ ...about(read), kind: "load-slow" });
    fallBack(crew, task, "slow");
  });
  try {
    if (key !== undefined && crew.shared.isOn) {
      if (await lookUp(crew, task, key, "first")) return;
      if (await elect(crew, task, key, grants)) return;
    }
    const entry = await loadAndSettle(crew, task);
    flight.land();
    if (key !== undefined && entry !== undefined && crew.shared.isOn)
      await crew.shared.put(key, toStored(key, entry), entry.usableUntilMs - crew.host.now());
  } catch (error) {
    fail(crew, task, error);
  } finally {
    cancelSoft();
    flight.land();
    crew.flights.close(flight);
    for (const grant of grants) if (key !== undefined) await crew.shared.release(key, grant);
  }
}

function fail(crew: Crew, task: Task, error: unknown): void {
  const { flight, read } = task;
  crew.observe({ ...about(read), kind: "load-failed", cause: causeOf(error), error });
  const held = crew.memory.get(read.key);
  if (held !== undefined) held.renewAfterMs = crew.host.now() + crew.limits.renewalRetryMs;
  if (!fallBack(crew, task, "error")) flight.reject(error);
}

function causeOf(error: unknown): "busy" | "time" | "error" {
  if (error instanceof LoadRefusedError) return "busy";
  return error instanceof TimeLimitError ? "time" : "error";
}
