import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync } from "node:fs";
import type { RunAs } from "@/lib/platform/services/run-as";

/** A program that we started, in a process group of its own: Ctrl-C in the terminal does not reach it. */
export type ServiceProcess = {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when it has ended, however it did, to words that say how ("exit code 1", "SIGKILL"). */
  readonly ended: Promise<string>;
  /** Ends it, politely first. `hurry`, also after a first call, skips the politeness. */
  stop(options?: { readonly hurry?: boolean }): Promise<void>;
};

/** A signal, and how long it is given to work. */
type StopSignal = readonly [signal: NodeJS.Signals, waitMs: number];

const KILL: StopSignal = ["SIGKILL", 5_000];

export type ServiceCommand = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly argv0?: string;
  readonly cwd?: string;
  readonly input?: string;
  readonly runAs?: RunAs | undefined;
  /** Tried one after the other before SIGKILL; a hurried stop leaves out the first. */
  readonly stopSignals: readonly StopSignal[];
  /** Called as soon as it runs, long before it is ready: whoever has to stop it must not miss it. */
  readonly onStart?: ((process: ServiceProcess) => void) | undefined;
  /** Shows the output here instead of in the log file. */
  readonly showOutput?: boolean;
};

/** Starts it. The log of the run before stays beside the new one as `<logFile>.1`. Throws when there is no such program. */
export async function startService(service: ServiceCommand): Promise<ServiceProcess> {
  const output = service.showOutput ? "inherit" : openLog(service.logFile);
  const child = spawn(service.command, [...service.args], {
    // Not ours: an unprivileged user may not be able to read the folder that we stand in.
    cwd: service.cwd ?? "/",
    detached: true,
    env: service.env as NodeJS.ProcessEnv,
    stdio: [service.input === undefined ? "ignore" : "pipe", output, output],
    ...(service.argv0 === undefined ? {} : { argv0: service.argv0 }),
    ...(service.runAs ? { uid: service.runAs.uid, gid: service.runAs.gid } : {}),
  });
  if (typeof output === "number") closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
  // A program that ends at once closes its input under us; that it ended is told by `ended`.
  child.stdin?.on("error", () => {});
  child.stdin?.end(service.input);
  if (child.pid === undefined) throw new Error(`${service.name} did not start: ${await ended}`);
  const { pid } = child;
  const started: ServiceProcess = {
    name: service.name,
    pid,
    logFile: service.logFile,
    ended,
    stop: ({ hurry = false } = {}) => stop(pid, ended, service.stopSignals.slice(hurry ? 1 : 0)),
  };
  service.onStart?.(started);
  return started;
}

/** The last lines of a log, for a person to read. */
export function tailOf(logFile: string, lines = 15): string {
  try {
    return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}

/** Resolves to true when the promise settles in time. */
export async function within(waitMs: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, waitMs, false);
  });
  const inTime = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

async function stop(pid: number, ended: Promise<string>, politely: readonly StopSignal[]): Promise<void> {
  for (const [signal, waitMs] of [...politely, KILL]) {
    try {
      // The last one is for its children too, which share its group.
      process.kill(signal === "SIGKILL" ? -pid : pid, signal);
    } catch {
      // It has ended already.
    }
    if (await within(waitMs, ended)) return;
  }
}

function openLog(file: string): number {
  try {
    renameSync(file, `${file}.1`);
  } catch {
    // The first run has no log to keep.
  }
  return openSync(file, "w", 0o600);
}
