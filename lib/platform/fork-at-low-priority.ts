import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";

/**
 * Starts a worker, as source or as built, at the lowest priority: whatever answers requests goes before it. It has a session of its own,
 * and ends when it is disconnected.
 */
export function forkAtLowPriority(
  worker: string,
  { args = [], execArgv = process.execArgv }: { readonly args?: string[]; readonly execArgv?: string[] } = {},
): ChildProcess {
  // It has no use for the portal's environment, which holds passwords.
  const child = fork(worker, args, { env: { NODE_ENV: "production" }, execArgv, detached: true });
  if (child.pid !== undefined) lower(child.pid);
  return child;
}

/** From here, before it has threads: on Linux each has a priority of its own, which it takes from the one that starts it. */
function lower(pid: number): void {
  setPriority(pid, constants.priority.PRIORITY_LOW);
  try {
    // Linux shares its cores between sessions first (sched(7), autogroups): Postgres, which is in another one, would have to share with it.
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // Another system, or one that does not do so.
  }
}
