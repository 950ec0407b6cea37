import { buildPortal, isBuilt } from "@/bin/launcher/build";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import type { Stack } from "@/bin/launcher/stack";
import { freePort } from "@/lib/platform/services/ports";
import type { ServiceProcess } from "@/lib/platform/services/service-process";

/** One process of the portal that is measured. */
export type Member = {
  readonly origin: string;
  readonly pid: number;
  /** Where its figures are; undefined for what has none. */
  readonly metricsUrl?: string;
};

export type Fleet = { readonly members: readonly Member[]; stop(): Promise<void> };

export type FleetOptions = {
  readonly databaseUrl: string;
  /** undefined: without Redis. */
  readonly redisUrl: string | undefined;
  readonly processes: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** It is told its address (PUBLIC_URL), as where people find it. */
  readonly knowsAddress?: boolean;
  /** Where the logs go. */
  readonly folder: string;
  /** Tells the logs of one fleet from another's. */
  readonly name: string;
  readonly stack: Stack;
};

/** Room for all of the mix. No auditor, whose queries would be counted; and no line in the log for each of a million requests. */
const SETTINGS = { AUDIT_PER_SECOND: "0", LOG_LEVEL: "warn", CACHE_MEGABYTES_MAX: "512" };

/** Starts processes of the portal as they run in production, from the build, which is made if need be. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { databaseUrl, redisUrl, processes, settings, knowsAddress, folder, name, stack } = options;
  if (!isBuilt()) await buildPortal((process) => stack.add(process, { mayEnd: true }));
  const members: Member[] = [];
  const started: ServiceProcess[] = [];
  for (let index = 0; index < processes; index++) {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const address = knowsAddress ? { PUBLIC_URL: `http://localhost:${port}` } : {};
    const portal = await startPortal({
      urls: { databaseUrl, redisUrl },
      port,
      logFile: `${folder}/portal-${name}-${index}.log`,
      settings: { ...SETTINGS, METRICS_PORT: String(metricsPort), ...address, ...settings },
      onStart: (process) => stack.add(process, { mayEnd: true }),
    });
    await untilReady(portal);
    started.push(portal.process);
    members.push({
      ...{ origin: portal.url, pid: portal.process.pid },
      metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    });
  }
  return {
    members,
    async stop() {
      await Promise.all(started.map((process) => process.stop()));
    },
  };
}
