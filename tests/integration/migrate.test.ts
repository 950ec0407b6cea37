import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { markRolledBack, migrate } from "@/prisma/migrate";
import { createBareDatabase } from "@/tests/support/database";

const FIRST = "20261122000000_portal";
const SECOND = "29990101000000_extra";

async function setUp() {
  const { url, drop } = await createBareDatabase();
  const folder = await mkdtemp(join(tmpdir(), "verandah-migrations-"));
  await cp("prisma/migrations", folder, { recursive: true });
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await rm(folder, { recursive: true });
    await drop();
  });
  const addMigration = async (name: string, sql: string) => {
    await cp(join(folder, FIRST), join(folder, name), { recursive: true });
    await writeFile(join(folder, name, "migration.sql"), sql);
  };
  const records = async () =>
    (await client.query("SELECT * FROM _prisma_migrations ORDER BY started_at")).rows as {
      migration_name: string;
      checksum: string;
      finished_at: Date | null;
      rolled_back_at: Date | null;
      logs: string | null;
      applied_steps_count: number;
    }[];
  return { url, folder, client, addMigration, records };
}

test("two processes that start together apply each migration once", async () => {
  const { url, folder, addMigration, records } = await setUp();
  await addMigration(SECOND, "CREATE TABLE extra (id int); SELECT pg_sleep(0.3);");
  const results = await Promise.all([
    migrate(url, { folder }),
    migrate(url, { folder }),
    migrate(url, { folder }),
  ]);
  const applied = results.flatMap((result) => result.applied);
  const everyName = (await records()).map((record) => record.migration_name);
  expect(applied.sort()).toEqual(everyName.sort());
  expect(new Set(everyName).size).toBe(everyName.length);
  expect(everyName).toContain(SECOND);
});

test("a second run applies nothing", async () => {
  const { url, folder } = await setUp();
  await migrate(url, { folder });
  expect(await migrate(url, { folder })).toEqual({ applied: [] });
});

test("a record is what Prisma's engine would have written", async () => {
  const { url, folder, records } = await setUp();
  await migrate(url, { folder });
  const first = (await records())[0];
  expect(first).toMatchObject({
    migration_name: FIRST,
    applied_steps_count: 1,
    logs: null,
    rolled_back_at: null,
  });
  expect(first?.checksum).toMatch(/^[0-9a-f]{64}$/);
  expect(first?.finished_at).toBeInstanceOf(Date);
});

test("an edited migration is refused by its name and nothing is applied", async () => {
  const { url, folder, addMigration, records } = await setUp();
  await migrate(url, { folder });
  const path = join(folder, FIRST, "migration.sql");
  await writeFile(path, `${await readFile(path, "utf8")}\n-- edited`);
  await addMigration(SECOND, "CREATE TABLE extra (id int)");
  const before = (await records()).length;
  await expect(migrate(url, { folder })).rejects.toThrow(
    `Migration ${FIRST} was edited after it was applied`,
  );
  expect(await records()).toHaveLength(before);
});

test("a failing migration leaves nothing of itself, is refused by its name, and runs again once it is marked rolled back", async () => {
  const { url, folder, client, addMigration, records } = await setUp();
  await addMigration(SECOND, "CREATE TABLE extra (id int); INSERT INTO extra VALUES ('not a number');");
  await expect(migrate(url, { folder })).rejects.toThrow(`Migration ${SECOND} failed and was rolled back`);
  expect((await client.query("SELECT to_regclass('extra') AS found")).rows).toEqual([{ found: null }]);
  expect((await records()).at(-1)).toMatchObject({ migration_name: SECOND, finished_at: null });
  expect((await records()).at(-1)?.logs).toContain("invalid input syntax");

  await expect(migrate(url, { folder })).rejects.toThrow(`Migration ${SECOND} failed earlier`);

  await addMigration(SECOND, "CREATE TABLE extra (id int)");
  await markRolledBack(url, SECOND);
  expect(await migrate(url, { folder })).toEqual({ applied: [SECOND] });
});

test("a database from a newer version is refused", async () => {
  const { url, folder, addMigration } = await setUp();
  await addMigration(SECOND, "SELECT 1");
  await migrate(url, { folder });
  await rm(join(folder, SECOND), { recursive: true });
  await expect(migrate(url, { folder })).rejects.toThrow("migrated by a newer one");
});

test("an unreachable database is one sentence that does not show the password", async () => {
  const failure = migrate("postgres://verandah:secret@127.0.0.1:1/verandah");
  await expect(failure).rejects.toThrow(
    /Postgres at postgres:\/\/verandah@127\.0\.0\.1:1\/verandah cannot be reached/,
  );
  await expect(failure).rejects.not.toThrow(/secret/);
});

test("marking a migration that did not fail is refused", async () => {
  const { url, folder } = await setUp();
  await migrate(url, { folder });
  await expect(markRolledBack(url, FIRST)).rejects.toThrow("No failed migration is named");
});
