import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { connectJournal } from "@/lib/platform/journal-connection";
import { connectClient } from "@/lib/platform/postgres-client";
import { connectDatabase } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";

let held: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  held = await createTestDatabase();
});
afterAll(() => held.close());

const ENTRY = { actor: "test", action: "listing.set", subject: "listing", subjectId: "1", change: {} };

test("the portal's connections act as a role that owns nothing and may neither log in nor make roles", async () => {
  const [role] = await held.database.$queryRaw<object[]>`
    SELECT current_user, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls, rolreplication,
           (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owns
      FROM pg_roles WHERE rolname = current_user`;
  expect(role).toEqual({
    current_user: "verandah_app",
    ...{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false },
    ...{ rolbypassrls: false, rolreplication: false, owns: 0 },
  });
  const tail = await connectJournal(held.url, 5_000);
  expect((await tail.query("SELECT current_user")).rows).toEqual([{ current_user: "verandah_app" }]);
  await tail.end();
});

test("the portal adds to the audit, and can do nothing else to it by any statement", async () => {
  const { database } = held;
  const { id } = await database.auditEntry.create({ data: ENTRY });
  // Postgres only warns that nothing was granted.
  await database.$executeRawUnsafe("GRANT UPDATE, DELETE, TRUNCATE ON audit_entry TO verandah_app");
  for (const statement of [
    "UPDATE audit_entry SET actor = 'somebody else'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "TRUNCATE user_account CASCADE",
    "DROP TABLE audit_entry",
    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "ALTER TABLE audit_entry DROP COLUMN change",
    "CREATE RULE forget AS ON INSERT TO audit_entry DO INSTEAD NOTHING",
    "CREATE TRIGGER forget BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_keep()",
    "SET session_replication_role = replica",
    "SET verandah.audit_maintenance = on; DELETE FROM audit_entry",
    "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (id) DO UPDATE SET actor = 'x'",
    "MERGE INTO audit_entry a USING (SELECT 1) one ON true WHEN MATCHED THEN DELETE",
    "UPDATE _prisma_migrations SET checksum = ''",
  ])
    await expect(database.$executeRawUnsafe(statement), statement).rejects.toThrow(
      /permission denied|must be owner|cannot insert multiple commands/,
    );
  expect(await database.auditEntry.findUnique({ where: { id } })).toMatchObject({ actor: "test" });
});

test("the tables' owner too is refused, unless it says that this is maintenance of the audit", async () => {
  await held.database.auditEntry.create({ data: ENTRY });
  const owner = await connectClient(held.url);
  for (const statement of [
    "UPDATE audit_entry SET address = NULL",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "TRUNCATE locality CASCADE",
    "SET session_replication_role = replica; DELETE FROM audit_entry",
  ])
    await expect(owner.query(statement), statement).rejects.toThrow("The audit is only added to");
  await owner.query("RESET session_replication_role");
  await owner.query("BEGIN; SET LOCAL verandah.audit_maintenance = on");
  expect((await owner.query("UPDATE audit_entry SET address = NULL")).rowCount).toBeGreaterThan(0);
  await owner.query("DELETE FROM audit_entry");
  await owner.query("COMMIT");
  // Nothing is lost with nothing in it.
  await owner.query("TRUNCATE locality CASCADE");
  await owner.end();
});

test("a login that is nothing but a member of the portal's role can serve, and cannot become more", async () => {
  const name = `web_${randomBytes(4).toString("hex")}`;
  const owner = await connectClient(held.url);
  await owner.query(
    `CREATE ROLE ${name} LOGIN PASSWORD 'secret' NOINHERIT; GRANT verandah_app TO ${name}; ALTER ROLE ${name} SET role = 'verandah_app'`,
  );
  const url = new URL(held.url);
  Object.assign(url, { username: name, password: "secret" });
  const database = connectDatabase({ ...held.runtime.env, DATABASE_URL: url.href });
  const pooled = await connectClient(url.href);
  const tail = await connectJournal(url.href, 5_000);
  onTestFinished(async () => {
    for (const client of [pooled, tail]) await client.end();
    await database.$disconnect();
    await owner.query(`DROP ROLE ${name}`);
    await owner.end();
  });
  await database.auditEntry.create({ data: ENTRY });
  expect((await pooled.query("SELECT current_user")).rows).toEqual([{ current_user: "verandah_app" }]);
  expect((await tail.query("SELECT cache_identity() IS NOT NULL AS known")).rows).toEqual([{ known: true }]);
  await pooled.query("SET ROLE NONE");
  await expect(pooled.query("SELECT FROM listing")).rejects.toThrow("permission denied");
  await expect(pooled.query("SET ROLE verandah")).rejects.toThrow("permission denied");
});

test("what later migrations make, the portal may read and write without a word", async () => {
  const owner = await connectClient(held.url);
  await owner.query("CREATE TABLE later (id serial PRIMARY KEY, note text)");
  await owner.end();
  await held.database.$executeRawUnsafe("INSERT INTO later (note) VALUES ('written')");
  await held.database.$executeRawUnsafe("UPDATE later SET note = 'changed'");
  expect(await held.database.$queryRawUnsafe("DELETE FROM later RETURNING id, note")).toEqual([
    { id: 1, note: "changed" },
  ]);
});
