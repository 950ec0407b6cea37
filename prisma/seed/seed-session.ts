import type { Client } from "pg";
import { AppError } from "@/lib/errors";
import { connectClient } from "@/lib/platform/postgres-client";
import { connectDatabase } from "@/lib/platform/prisma";
import { seedLocalities } from "@/prisma/seed/localities";

const SEED_LOCK = 72_707_402;
const LOCK_WAIT_MS = 600_000;
const LOCALITIES_TIMEOUT_MS = 60_000;

export type SeedSession = {
  readonly client: Client;
  /** Puts the localities of Australia in, as far as they are missing; answers how many it added. */
  readonly addLocalities: () => Promise<number>;
};

/** Does the work while no other process seeds this database. AppError unavailable without a database, or while another seeds for minutes. */
export async function withSeedSession<T>(
  databaseUrl: string,
  work: (session: SeedSession) => Promise<T>,
): Promise<T> {
  const client = await connectClient(databaseUrl);
  try {
    await lock(client);
    return await work({ client, addLocalities: () => addLocalities(databaseUrl) });
  } finally {
    // The lock belongs to the session and goes with it, as does a transaction that was not committed.
    await client.end();
  }
}

async function lock(client: Client): Promise<void> {
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
  } catch (cause) {
    const minutes = LOCK_WAIT_MS / 60_000;
    const message = `Another process has been seeding this database for more than ${minutes} minutes; wait for it or end it, then try again.`;
    throw new AppError("unavailable", message, { cause });
  }
}

async function addLocalities(databaseUrl: string): Promise<number> {
  const database = connectDatabase({
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: 1,
    DATABASE_CONNECT_TIMEOUT_MS: LOCALITIES_TIMEOUT_MS,
    DATABASE_STATEMENT_TIMEOUT_MS: LOCALITIES_TIMEOUT_MS,
  });
  try {
    const { created } = await seedLocalities(database);
    return created;
  } finally {
    await database.$disconnect();
  }
}
