import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { basename, dirname, join } from "node:path";
import { Client } from "pg";
import { AppError } from "@/lib/errors";
import { freePort } from "@/lib/platform/services/ports";
import {
  clearLeftoverPostgres,
  POSTGRES_ROLE,
  prepareCluster,
} from "@/lib/platform/services/postgres-cluster";
import { type PostgresPlace, placePostgres } from "@/lib/platform/services/postgres-place";
import { type ServiceProcess, startService, tailOf, within } from "@/lib/platform/services/service-process";

export type PostgresOptions = {
  /** Below the clone's .data; one folder, one Postgres. */
  readonly dataDir: string;
  /** The database to make if it is missing, and to name in the URL. */
  readonly database?: string;
  /** For data that nobody will miss: nothing is flushed to disk, and stop() removes the folder. */
  readonly throwaway?: boolean;
  readonly log?: (line: string) => void;
  /** Called with each process that is started for it. */
  readonly onStart?: (process: ServiceProcess) => void;
};

export type EmbeddedPostgres = {
  readonly url: string;
  readonly process: ServiceProcess;
  /** Ends sessions and closes the data properly; `hurry` leaves that to the next start. */
  stop(options?: { readonly hurry?: boolean }): Promise<void>;
};

/** A crash leaves work to the start after it. */
const READY_WAIT_MS = 120_000;
/**
 * A real Postgres on 127.0.0.1, on the port of its last run if that is free, with a password; its data folder is made if need be.
 * As root it runs as an unprivileged user of the system, and moves to where that user can reach (postgres-place).
 * AppError when it cannot be had, with the reason and the last lines of its log.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { database = "verandah", throwaway = false, log = () => {} } = options;
  const place = placePostgres(options.dataDir, log);
  await clearLeftoverPostgres(place.dataDir, log);
  const password = await prepareCluster(place, throwaway);
  const { process, port } = await startReady(place, {
    throwaway,
    password,
    logFile: `${options.dataDir}.log`,
    onStart: options.onStart,
  });
  const url = urlFor({ password, port, database });
  const stop = async ({ hurry = false } = {}) => {
    await process.stop({ hurry: hurry || throwaway });
    if (throwaway)
      for (const folder of [place.dataDir, options.dataDir]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await createDatabase(urlFor({ password, port, database: "postgres" }), database);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return { url, process, stop };
}

type Start = {
  readonly throwaway: boolean;
  readonly password: string;
  readonly logFile: string;
  readonly onStart: PostgresOptions["onStart"];
};

/** Tries again when another program takes the port between our look and Postgres's own. */
async function startReady(
  place: PostgresPlace,
  start: Start,
): Promise<{ process: ServiceProcess; port: number }> {
  const portFile = join(dirname(start.logFile), `${basename(place.dataDir)}.port`);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? readPort(portFile) : undefined);
    const process = await startService({
      name: "Postgres",
      command: join(place.binaries.folder, "bin/postgres"),
      args: ["-D", place.dataDir, ...settings(port, start.throwaway)],
      logFile: start.logFile,
      env: { LC_ALL: "C", TZ: "UTC" },
      runAs: place.runAs,
      // Fast, then immediate shutdown: the second leaves the work to the next start.
      stopSignals: [
        ["SIGINT", 20_000],
        ["SIGQUIT", 5_000],
      ],
      onStart: start.onStart,
    });
    const failure = await untilReady(
      process,
      urlFor({ password: start.password, port, database: "postgres" }),
    );
    if (failure === undefined) {
      writeFileSync(portFile, `${port}\n`);
      return { process, port };
    }
    await process.stop({ hurry: true });
    const tail = tailOf(start.logFile);
    if (attempt < 3 && tail.includes("Address already in use")) continue;
    throw new AppError(
      "unavailable",
      `Postgres did not start (${failure}). The end of ${start.logFile}:\n${tail}`,
    );
  }
}

/** A quarter of what the machine, or the container, has: the rest is the system's, whose own memory of files holds what is not there. */
const SHARED_MEMORY_SHARE = 1 / 4;
const SHARED_MEGABYTES = { least: 128, most: 2_048 } as const;
/** As much as a test's listings need. */
const THROWAWAY_MEGABYTES = 256;

function sharedMegabytes(): number {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const wanted = Math.floor((bytes * SHARED_MEMORY_SHARE) / 1024 / 1024);
  return Math.min(Math.max(wanted, SHARED_MEGABYTES.least), SHARED_MEGABYTES.most);
}

/**
 * How many processes help with one statement: those for which there are cores beside the one that answers and the one that asks. On two
 * cores, helpers were seen to shorten no search, and to cost those who search at the same time.
 */
const HELPERS_MAX = 2;

function helpers(): number {
  return Math.max(0, Math.min(availableParallelism() - 2, HELPERS_MAX));
}

function settings(port: number, throwaway: boolean): string[] {
  const megabytes = throwaway ? THROWAWAY_MEGABYTES : sharedMegabytes();
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: `${megabytes}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    effective_cache_size: `${4 * megabytes}MB`,
    random_page_cost: 1.1,
    max_parallel_workers_per_gather: helpers(),
    // Compiling a plan costs more than any query of the portal takes.
    jit: "off",
    max_wal_size: "2GB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(throwaway ? { fsync: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** undefined when it answers, else why it does not. */
async function untilReady(process: ServiceProcess, url: string): Promise<string | undefined> {
  const deadline = Date.now() + READY_WAIT_MS;
  let last = "";
  while (Date.now() < deadline) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      return undefined;
    } catch (thrown) {
      last = thrown instanceof Error ? thrown.message : String(thrown);
    } finally {
      await client.end().catch(() => {});
    }
    if (await within(50, process.ended)) return await process.ended;
  }
  return `no answer within ${READY_WAIT_MS / 1000} s: ${last}`;
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Says sslmode itself, because PGSSLMODE in somebody's environment would ask this server for what it does not have. */
function urlFor(at: { password: string; port: number; database: string }): string {
  return `postgres://${POSTGRES_ROLE}:${at.password}@127.0.0.1:${at.port}/${at.database}?sslmode=disable`;
}

function readPort(file: string): number | undefined {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return Number.isInteger(port) && port > 0 ? port : undefined;
  } catch {
    return undefined;
  }
}
