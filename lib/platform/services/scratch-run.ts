import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DATA } from "@/lib/platform/services/clone";
import { lockHolder, takeLock } from "@/lib/platform/services/lock-file";
import { placeOutsideClone } from "@/lib/platform/services/postgres-place";
import { processIdentity } from "@/lib/platform/services/process-identity";
import { recordStarted, stopLeftovers } from "@/lib/platform/services/running-services";
import type { ServiceProcess } from "@/lib/platform/services/service-process";

const PREFIX = "scratch-";

/** A folder for a run whose data nobody will miss. */
export type ScratchRun = {
  readonly folder: string;
  /** Where the processes of the run are noted; to be told of each as it starts. */
  readonly startedFile: string;
  readonly onStart: (process: ServiceProcess) => void;
  remove(): void;
};

/** Makes one for this process, after what killed runs have left: their processes are stopped, their folders removed. */
export async function openScratchRun(log: (line: string) => void = () => {}): Promise<ScratchRun> {
  mkdirSync(DATA, { recursive: true });
  for (const name of readdirSync(DATA).filter((entry) => entry.startsWith(PREFIX)))
    await removeIfAbandoned(name, log);
  const name = `${PREFIX}${process.pid}`;
  const folder = join(DATA, name);
  takeLock(lockIn(folder), "a test run");
  const startedFile = startedIn(folder);
  return {
    folder,
    startedFile,
    onStart: (started) => recordStarted(startedFile, started),
    remove: () => remove(name),
  };
}

async function removeIfAbandoned(name: string, log: (line: string) => void): Promise<void> {
  const folder = join(DATA, name);
  // Between making the folder and taking its lock, its name alone says whose it is.
  const isBeingMade =
    !existsSync(lockIn(folder)) && processIdentity(Number(name.slice(PREFIX.length))) !== undefined;
  if (isBeingMade || lockHolder(lockIn(folder))) return;
  await stopLeftovers(startedIn(folder), log);
  remove(name);
}

function remove(name: string): void {
  for (const base of [DATA, placeOutsideClone()]) rmSync(join(base, name), { recursive: true, force: true });
}

function lockIn(folder: string): string {
  return join(folder, "lock");
}

function startedIn(folder: string): string {
  return join(folder, "processes.json");
}
