import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";

/** Starts media-worker, as source or as built, at the lowest priority: whatever answers requests goes before it. */
export function startMediaWorker(
  worker: string,
  directory: string,
  execArgv: string[] = process.execArgv,
): ChildProcess {
  // It has no use for the portal's environment, which holds passwords.
  const child = fork(worker, [directory], { env: { NODE_ENV: "production" }, execArgv });
  // From here, before it has threads: on Linux each has a priority of its own, which it takes from the one that starts it.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
}
