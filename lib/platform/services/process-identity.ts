import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * Names one life of a process, because pids come back: the moment it started, in the machine's own words.
 * undefined when no such process runs (one that has ended but was not collected yet does not run).
 */
export function processIdentity(pid: number): string | undefined {
  return hasProc() ? identityFromProc(pid) : ask(["-o", "lstart=", "-p", String(pid)]);
}

/** The command line of a process, or undefined when it does not run or is hidden from us. */
export function processCommand(pid: number): string | undefined {
  if (!hasProc()) return ask(["-o", "command=", "-p", String(pid)]);
  return readProc(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim();
}

/** A process that was ours when it was written down. */
export type ProcessRecord = { readonly pid: number; readonly identity: string };

/** Whether the process written down is the one that runs under its pid now. */
export function isRunning(record: ProcessRecord): boolean {
  return processIdentity(record.pid) === record.identity;
}

export function recordProcess(pid: number): ProcessRecord {
  return { pid, identity: processIdentity(pid) ?? "ended" };
}

function hasProc(): boolean {
  return existsSync("/proc/self/stat");
}

function identityFromProc(pid: number): string | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  // The name stands in parentheses and may hold anything; the fields are counted from its end.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (state === "Z" || state === "X") return undefined;
  const startedTicks = fields[18];
  return `${readProc("/proc/sys/kernel/random/boot_id")?.trim() ?? "boot"}:${startedTicks}`;
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function ask(options: readonly string[]): string | undefined {
  try {
    return (
      execFileSync("ps", options, {
        encoding: "utf8",
        env: { NODE_ENV: "production", LC_ALL: "C" },
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}
