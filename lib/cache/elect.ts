import { about, type Crew, type Task } from "./crew";
import { lookUp } from "./look-up";
import type { Grant } from "./tier";
import { within } from "./time";

/** Another process's entry is looked for at most this often while that process is said to be loading it. */
const TRIES_MAX = 10;

/**
 * Elects one loader among processes: true when another's entry answered in the meantime, false when this flight is to
 * load, as holder of the lease, or because there is none, or because the wait is over. Grants are the caller's to release.
 */
export async function elect(crew: Crew, task: Task, key: string, grants: Grant[]): Promise<boolean> {
  const waitUntilMs = crew.host.now() + crew.limits.leaseWaitMs;
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const grant = await crew.shared.acquire(key);
    if (grant.kind === "away") return false;
    if (grant.kind === "holder") {
      grants.push(grant);
      // Whoever held it before may have stored the entry after the first look.
      return lookUp(crew, task, key, "again");
    }
    const remainingMs = waitUntilMs - crew.host.now();
    if (remainingMs <= 0) return false;
    crew.observe({ ...about(task.read), kind: "wait", for: "lease" });
    await within(crew.host, remainingMs, () => grant.released).catch(() => {});
    if (await lookUp(crew, task, key, "again")) return true;
  }
  return false;
}
