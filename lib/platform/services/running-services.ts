import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { isRunning, type ProcessRecord, recordProcess } from "@/lib/platform/services/process-identity";
import type { ServiceProcess } from "@/lib/platform/services/service-process";

const PROCESS = z.object({ pid: z.number(), identity: z.string() });
const STARTED = z.array(PROCESS.extend({ name: z.string() }));
const URLS = z.object({ databaseUrl: z.string(), redisUrl: z.string().optional() });
const ANNOUNCED = URLS.extend({ owner: PROCESS });

/** Where a database and, if there is one, a Redis can be reached. */
export type ServiceUrls = { readonly databaseUrl: string; readonly redisUrl?: string | undefined };

/** Writes down what a run has started, so that the run after it can stop what a killed one left running. */
export function recordStarted(file: string, process: ServiceProcess): void {
  const started = [...readStarted(file), { ...recordProcess(process.pid), name: process.name }];
  writeFileSync(file, JSON.stringify(started), { mode: 0o600 });
}

/** Stops what an earlier run left running, the last started first, and forgets it. Only processes that are still the same ones. */
export async function stopLeftovers(file: string, log: (line: string) => void): Promise<void> {
  for (const process of readStarted(file).reverse()) {
    if (!isRunning(process)) continue;
    log(`stopping the ${process.name} of an earlier run (process ${process.pid})`);
    // To Postgres, SIGTERM means to wait for its clients.
    await end(process, process.name === "Postgres" ? "SIGINT" : "SIGTERM");
  }
  rmSync(file, { force: true });
}

/** Tells other commands of this clone where the services are, for as long as this process runs. */
export function announceServices(file: string, urls: ServiceUrls): void {
  const text = JSON.stringify({ ...urls, owner: recordProcess(process.pid) });
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600 });
}

/** The services that a run which still lasts has announced. */
export function announcedServices(file: string): ServiceUrls | undefined {
  const announced = ANNOUNCED.safeParse(readJson(file)).data;
  return announced && isRunning(announced.owner) ? URLS.parse(announced) : undefined;
}

async function end(record: ProcessRecord, politely: NodeJS.Signals): Promise<void> {
  for (const [signal, waitMs] of [
    [politely, 10_000],
    ["SIGKILL", 5_000],
  ] as const) {
    process.kill(record.pid, signal);
    for (const deadline = Date.now() + waitMs; Date.now() < deadline; ) {
      if (!isRunning(record)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function readStarted(file: string): z.infer<typeof STARTED> {
  return STARTED.safeParse(readJson(file)).data ?? [];
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
