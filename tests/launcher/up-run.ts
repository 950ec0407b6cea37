import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { isRunning, type ProcessRecord } from "@/lib/platform/services/process-identity";
import type { RunAs } from "@/lib/platform/services/run-as";

const PROCESSES = z.array(z.object({ pid: z.number(), identity: z.string() }));
const WAIT_MS = 90_000;

export type UpRun = {
  readonly pid: number;
  /** All that it has said so far, on both outputs. */
  said(): string;
  /** Resolves when it serves; rejects with what it said when it ends instead. */
  readonly isUp: Promise<void>;
  /** Its exit code, or null for a signal. */
  readonly ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
};

/** Runs bin/up of a copy as somebody would, with nothing of this test's environment but the PATH. */
export function runUp(
  root: string,
  args: readonly string[],
  options: { env?: Readonly<Record<string, string>>; runAs?: RunAs } = {},
): UpRun {
  const { env = {}, runAs } = options;
  const child = spawn(join(root, "bin/up"), ["--no-install", ...args], {
    cwd: root,
    env: { NODE_ENV: "test", PATH: process.env.PATH, HOME: root, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}),
  });
  let text = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const isUp = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (more: string) => {
        text += more;
        if (text.includes("Verandah is on")) resolve();
      });
    }
    void ended.then(() => reject(new Error(`bin/up ended:\n${text}`)));
    setTimeout(() => reject(new Error(`bin/up is not up after ${WAIT_MS} ms:\n${text}`)), WAIT_MS).unref();
  });
  // A run that is meant to fail is not waited for.
  isUp.catch(() => {});
  // A test that fails in between leaves nothing running to the tests after it.
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    for (const { pid } of stillRunning(startedBy(root))) process.kill(pid, "SIGKILL");
  });
  if (child.pid === undefined) throw new Error("bin/up could not be started.");
  return { pid: child.pid, said: () => text, isUp, ended, signal: (name) => child.kill(name) };
}

/** What a run in this copy has started; nothing, after a run that has ended properly. */
export function startedBy(root: string): ProcessRecord[] {
  const file = join(root, ".data/processes.json");
  return existsSync(file) ? PROCESSES.parse(JSON.parse(readFileSync(file, "utf8"))) : [];
}

export function stillRunning(processes: readonly ProcessRecord[]): ProcessRecord[] {
  return processes.filter(isRunning);
}
