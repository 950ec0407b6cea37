import { readLaunchEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { DATA } from "@/lib/platform/services/clone";
import { type Lock, takeLock } from "@/lib/platform/services/lock-file";
import { startPostgres } from "@/lib/platform/services/postgres";
import {
  announcedServices,
  recordStarted,
  type ServiceUrls,
  stopLeftovers,
} from "@/lib/platform/services/running-services";

/** One run at a time works on a clone's own data: bin/up, or a command that started Postgres for itself. */
export const LOCK_FILE = `${DATA}/up.lock`;
export const STARTED_FILE = `${DATA}/processes.json`;
export const ANNOUNCED_FILE = `${DATA}/services.json`;

const LOCK_WAIT_MS = 60_000;

export type WithServicesOptions = {
  /** What this command is called when another has to wait for it ("bin/verandah import"). */
  readonly purpose: string;
  readonly log?: (line: string) => void;
};

/**
 * Runs a command's work on a database: DATABASE_URL if it is set, else the one of the bin/up that runs on this clone, else this
 * clone's own Postgres, started for this work and stopped after it (then without Redis). Migrating is the work's own business.
 * AppError when no database can be had, with the way out.
 */
export async function withServices<T>(
  options: WithServicesOptions,
  work: (urls: ServiceUrls) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL, REDIS_URL } = readLaunchEnv();
  if (DATABASE_URL) return work({ databaseUrl: DATABASE_URL, redisUrl: REDIS_URL });
  const found = await servicesOrLock(options);
  return "taken" in found ? withOwnPostgres(found, options, work) : work(found);
}

async function servicesOrLock({ purpose, log }: WithServicesOptions): Promise<ServiceUrls | Lock> {
  let told = false;
  for (
    const deadline = Date.now() + LOCK_WAIT_MS;
    ;
    await new Promise((resolve) => setTimeout(resolve, 200))
  ) {
    const running = announcedServices(ANNOUNCED_FILE);
    if (running) return running;
    const lock = takeLock(LOCK_FILE, purpose);
    if (lock.taken) return lock;
    const { pid, purpose: theirs } = lock.holder;
    if (Date.now() > deadline)
      throw new AppError(
        "conflict",
        `${theirs} (process ${pid}) still holds this clone's database; wait for it or end it, then try again.`,
      );
    if (!told) log?.(`waiting for ${theirs} (process ${pid})`);
    told = true;
  }
}

async function withOwnPostgres<T>(
  lock: Lock,
  { log = () => {} }: WithServicesOptions,
  work: (urls: ServiceUrls) => Promise<T>,
): Promise<T> {
  try {
    await stopLeftovers(STARTED_FILE, log);
    const postgres = await startPostgres({
      dataDir: `${DATA}/postgres`,
      log,
      onStart: (process) => recordStarted(STARTED_FILE, process),
    });
    // Postgres stands in its own process group: Ctrl-C ends the command, and the command ends Postgres.
    const leave = () => void postgres.stop().then(() => process.exit(130));
    process.once("SIGINT", leave).once("SIGTERM", leave);
    try {
      return await work({ databaseUrl: postgres.url });
    } finally {
      process.off("SIGINT", leave).off("SIGTERM", leave);
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}
