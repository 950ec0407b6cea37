import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { AppError } from "@/lib/errors";
import { connectClient } from "@/lib/platform/postgres-client";

/** The advisory lock that Prisma's own engine takes around migrations, so that the two exclude each other. */
const PRISMA_MIGRATION_LOCK = 72_707_369;
const LOCK_WAIT_MS = 120_000;
/** While a migration waits for a table that somebody holds, everybody else waits behind it: so it gives way, and tries again. */
const TABLE_WAIT_MS = 1_000;
const TABLE_PAUSE_MS = 2_000;
const TABLE_TRIES = 40;
const LOCK_NOT_AVAILABLE = "55P03";
const MIGRATIONS = fileURLToPath(new URL("./migrations/", import.meta.url));

// As Prisma's engine creates it.
const RECORDS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

// A migration may change what rows mean without changing a row: every cached answer is overtaken. Before the journal there was no cache.
const NOTE_EVERYTHING = `DO $$ BEGIN
  IF to_regprocedure('cache_note(text[])') IS NOT NULL THEN
    PERFORM cache_note(ARRAY['listings', 'localities', 'regions', 'agencies', 'agents', 'sources']);
  END IF;
END $$`;

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
type Applied = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
};

/**
 * Applies the migrations that the database lacks, in the order of their names, and records them as Prisma does, without its engine.
 * Each runs in one transaction with its record. Processes that start together wait for each other.
 * AppError: unavailable (no database), conflict (an edited, failed or unknown migration, named, with the way out).
 */
export async function migrate(
  databaseUrl: string,
  options: { readonly folder?: string; readonly log?: (line: string) => void } = {},
): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(options.folder ?? MIGRATIONS);
  return withMigrationLock(databaseUrl, async (client) => {
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) {
      options.log?.(`migration ${migration.name}`);
      await apply(client, migration);
    }
    return { applied: pending.map(({ name }) => name) };
  });
}

/** Marks a failed migration as rolled back, so that the next run tries it again; each failed one was rolled back whole. */
export async function markRolledBack(databaseUrl: string, name: string): Promise<void> {
  await withMigrationLock(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE _prisma_migrations SET rolled_back_at = now()
       WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
      [name],
    );
    if (!rowCount)
      throw new AppError("not_found", `No failed migration is named ${name}; nothing was changed.`);
  });
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${folder}/${name}/migration.sql`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function withMigrationLock<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connectClient(databaseUrl);
  try {
    await lock(client);
    await client.query(RECORDS);
    return await work(client);
  } finally {
    // The lock belongs to the session and goes with it.
    await client.end();
  }
}

async function lock(client: Client): Promise<void> {
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_MIGRATION_LOCK]);
    await client.query("SET lock_timeout = 0");
  } catch (cause) {
    const seconds = LOCK_WAIT_MS / 1000;
    throw new AppError(
      "unavailable",
      `Another process has been migrating this database for more than ${seconds} s; wait for it or end it, then try again.`,
      { cause },
    );
  }
}

async function readApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

function findPending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const record of applied) {
    const name = record.migration_name;
    const migration = known.get(name);
    if (!migration) {
      throw new AppError(
        "conflict",
        `The database has migration ${name}, which this version of Verandah does not know: it was migrated by a newer one. Update this clone, or use another database.`,
      );
    }
    if (!record.finished_at) {
      throw new AppError(
        "conflict",
        `Migration ${name} failed earlier and was rolled back. Correct what its log says (select logs from _prisma_migrations), then run bin/verandah migrate --rolled-back ${name}.`,
      );
    }
    if (record.checksum !== migration.checksum) {
      throw new AppError(
        "conflict",
        `Migration ${name} was edited after it was applied. Restore prisma/migrations/${name}/migration.sql and put the change into a new migration.`,
      );
    }
    known.delete(name);
  }
  return [...known.values()];
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  const insert = `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count, logs)
                  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
  const startedAt = new Date();
  try {
    await givingWay(client, async () => {
      await client.query("BEGIN");
      await client.query(`SET LOCAL lock_timeout = ${TABLE_WAIT_MS}`);
      await client.query(sql);
      await client.query(NOTE_EVERYTHING);
      await client.query(insert, [id, checksum, name, startedAt, new Date(), 1, null]);
      await client.query("COMMIT");
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    await client.query("ROLLBACK");
    await client.query(insert, [id, checksum, name, startedAt, null, 0, reason]);
    throw new AppError(
      "conflict",
      `Migration ${name} failed and was rolled back: ${reason}. Correct it, then run bin/verandah migrate --rolled-back ${name}.`,
      { cause },
    );
  }
}

async function givingWay(client: Client, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (thrown) {
      const isHeld = thrown instanceof Error && "code" in thrown && thrown.code === LOCK_NOT_AVAILABLE;
      if (!isHeld || tries === TABLE_TRIES) throw thrown;
      await client.query("ROLLBACK");
      await new Promise((resolve) => setTimeout(resolve, TABLE_PAUSE_MS));
    }
  }
}
