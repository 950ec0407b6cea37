import { join } from "node:path";
import { BUILT_SERVER } from "@/bin/launcher/build";
import { AppError } from "@/lib/errors";
import { CLONE } from "@/lib/platform/services/clone";
import type { ServiceUrls } from "@/lib/platform/services/running-services";
import { type ServiceProcess, startService, tailOf, within } from "@/lib/platform/services/service-process";

const READY_WAIT_MS = 120_000;
export type PortalOptions = {
  readonly urls: ServiceUrls;
  readonly port: number;
  /** The address to listen on; undefined is this machine only. */
  readonly host?: string | undefined;
  readonly logFile: string;
  readonly isDevelopment?: boolean;
  /** Shows what it prints here, instead of in the log. In development it does, unless this says otherwise. */
  readonly showOutput?: boolean;
  readonly onStart?: (process: ServiceProcess) => void;
  /** Further settings of the portal (lib/env.ts). */
  readonly settings?: Readonly<Record<string, string>>;
};

export type Portal = { readonly url: string; readonly process: ServiceProcess };

/** Starts server.ts, from the build or from the sources. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { urls, port, host, isDevelopment = false, showOutput = isDevelopment } = options;
  const { REDIS_URL: _, ...environment } = process.env;
  const service = await startService({
    name: "portal",
    command: process.execPath,
    args: isDevelopment
      ? ["--import", "tsx", "--conditions=react-server", join(CLONE, "server.ts")]
      : ["--enable-source-maps", BUILT_SERVER],
    cwd: CLONE,
    logFile: options.logFile,
    showOutput,
    // The server itself promises to be gone in 5 s.
    stopSignals: [["SIGTERM", 7_000]],
    onStart: options.onStart,
    env: {
      ...environment,
      NODE_ENV: isDevelopment ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: urls.databaseUrl,
      ...(urls.redisUrl === undefined ? {} : { REDIS_URL: urls.redisUrl }),
      PORT: String(port),
      ...(host === undefined ? {} : { HOST: host }),
      ...options.settings,
    },
  });
  const name = host === undefined || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return { url: `http://${name.includes(":") ? `[${name}]` : name}:${port}`, process: service };
}

/** Waits until it answers that it is ready. AppError unavailable when it ends instead, or takes more than two minutes. */
export async function untilReady({ url, process: service }: Portal): Promise<void> {
  for (const deadline = Date.now() + READY_WAIT_MS; Date.now() < deadline; ) {
    if (await isReady(`${url}/readyz`)) return;
    if (await within(100, service.ended)) {
      throw new AppError(
        "unavailable",
        `The portal did not start (${await service.ended}).\n${tailOf(service.logFile)}`,
      );
    }
  }
  throw new AppError(
    "unavailable",
    `The portal was not ready within ${READY_WAIT_MS / 1000} s; its log is ${service.logFile}.`,
  );
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
