import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";

type ForkOptions = {
  readonly args?: string[];
  /** Options of Node for it; those of this process when not given. */
  readonly execArgv?: string[];
  /** 0 is what others have, 19 the lowest, and what is taken when not given (nice(2)). */
  readonly priority?: number;
  /** It is a part of the portal: it has the portal's environment, and is told and tells plain values with bytes in them. */
  readonly isPortal?: boolean;
};

const PORTAL = { serialization: "advanced" } as const;

/**
 * Starts a worker, as source or as built, at a low priority: whatever answers requests goes before it. It has a session of its own, so
 * that Ctrl-C in a terminal does not reach it, and ends when it is disconnected.
 */
export function forkAtLowPriority(
  worker: string,
  {
    args = [],
    execArgv = process.execArgv,
    priority = constants.priority.PRIORITY_LOW,
    isPortal = false,
  }: ForkOptions = {},
): ChildProcess {
  // Others have no use for the portal's environment, which holds passwords.
  const way = isPortal ? PORTAL : { env: { NODE_ENV: "production" } as const };
  const child = fork(worker, args, { ...way, execArgv, detached: true });
  if (child.pid !== undefined) lower(child.pid, priority);
  return child;
}

/** From here, before it has threads: on Linux each has a priority of its own, which it takes from the one that starts it. */
function lower(pid: number, priority: number): void {
  setPriority(pid, priority);
  try {
    // Linux shares its cores between sessions first (sched(7), autogroups): Postgres, which is in another one, would have to share with it.
    writeFileSync(`/proc/${pid}/autogroup`, String(priority));
  } catch {
    // Another system, or one that does not do so.
  }
}
