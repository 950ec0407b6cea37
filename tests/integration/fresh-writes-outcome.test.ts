import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { databaseFailure } from "@/lib/platform/database-failure";
import { connectClient } from "@/lib/platform/postgres-client";
import { Prisma } from "@/prisma/generated/client";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { statement } from "@/tests/support/services";
import { watchWrites } from "@/tests/support/watched-writes";

// How a write ended decides what follows: committed, certainly not, or nobody knows.

const { Serializable } = Prisma.TransactionIsolationLevel;

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let id: number;
let otherId: number;
beforeAll(async () => {
  held = await createTestDatabase();
  const locality = await insertLocality(held.database);
  id = (await insertListing(held.database, { localityId: locality.id })).id;
  otherId = (await insertListing(held.database, { localityId: locality.id })).id;
});
afterAll(() => held.close());

const NEVER = { where: { id: 0 }, data: { headline: "never" } };
const never = () => ({ ...NEVER, where: { id } });

async function expectNothingWritten(): Promise<void> {
  expect(await held.database.listing.count({ where: { headline: "never" } })).toBe(0);
}

test("a read is no write, nor is a batch of reads", async () => {
  const { database, readSnapshot, calls } = watchWrites(held.runtime.env);
  await database.listing.findMany();
  await database.listing.count();
  await database.$queryRaw`SELECT updated_at FROM listing`;
  await database.$queryRawUnsafe("SELECT headline FROM listing WHERE headline = $1", "delete");
  const [listings, count] = await database.$transaction([
    database.listing.findMany(),
    database.listing.count(),
  ]);
  expect(listings).toHaveLength(count);
  await readSnapshot((transaction) => transaction.listing.findMany());
  expect(calls).toEqual([]);
});

test("work that was rolled back tells nobody: thrown out of, refused by a constraint, failed as a batch", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  const thrownOut = database.$transaction(async (transaction) => {
    await transaction.listing.update(never());
    throw new Error("changed my mind");
  });
  await expect(thrownOut).rejects.toThrow("changed my mind");
  const refused = { where: { id }, data: { headline: "" } };
  await expect(database.listing.update(refused)).rejects.toThrow();
  await expect(database.$executeRaw`UPDATE listing SET headline = '' WHERE id = ${id}`).rejects.toThrow();
  await expect(database.listing.update(NEVER)).rejects.toThrow(/not found|No record/);
  const batch = database.$transaction([database.listing.update(never()), database.listing.update(refused)]);
  await expect(batch).rejects.toThrow();
  expect(calls).toEqual([]);
  await expectNothingWritten();
});

test("a transaction that could not be serialized was certainly not committed, though only its commit says so", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  /** Reads both listings and writes one of them; two such at once have no order. */
  const skew = (written: number, before: () => Promise<unknown>) =>
    database.$transaction(
      async (transaction) => {
        await transaction.$queryRaw`SELECT headline FROM listing`;
        await transaction.listing.update({ where: { id: written }, data: { headline: "skewed" } });
        await before();
      },
      { isolationLevel: Serializable },
    );
  const outer = skew(id, () => skew(otherId, async () => {}));
  const thrown: unknown = await outer.catch((error: unknown) => error);
  expect(databaseFailure(thrown)?.code).toBe("conflict");
  expect(calls).toEqual(["committed"]);
});

test("a transaction that outlives its time may be over in any way: it is in doubt", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  const slow = database.$transaction(
    async (transaction) => {
      await transaction.listing.update(never());
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
    { timeout: 100 },
  );
  await expect(slow).rejects.toMatchObject({ code: "P2028" });
  expect(calls).toEqual(["in doubt"]);
  await expectNothingWritten();
});

test("a statement whose server dies under it is in doubt", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  // As its owner: the portal's own role may end no connection.
  await statement(
    held.url,
    "CREATE FUNCTION die_now() RETURNS boolean LANGUAGE sql SECURITY DEFINER AS 'SELECT pg_terminate_backend(pg_backend_pid())'",
  );
  await expect(database.$executeRaw`SELECT die_now()`).rejects.toThrow();
  expect(calls).toEqual(["in doubt"]);
});

test("a transaction whose server dies in its commit is in doubt", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  const psql = await connectClient(held.url);
  await psql.query(`
    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER die AFTER UPDATE ON listing DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW.headline = 'never') EXECUTE FUNCTION die()`);
  onTestFinished(async () => {
    await psql.query("DROP FUNCTION die CASCADE");
    await psql.end();
  });
  const killed = database.$transaction(
    async (transaction) => void (await transaction.listing.update(never())),
  );
  await expect(killed).rejects.toThrow();
  const batch = database.$transaction([database.listing.update(never()), database.listing.count()]);
  await expect(batch).rejects.toThrow();
  expect(calls).toEqual(["in doubt", "in doubt"]);
  await expectNothingWritten();
});

test("what another client commits while a transaction is open is followed by itself, even if the transaction is rolled back", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  const rolledBack = database.$transaction(async (transaction) => {
    await transaction.listing.update(never());
    await database.listing.update({ where: { id: otherId }, data: { headline: "apart" } });
    expect(calls).toEqual(["committed"]);
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  expect(calls).toEqual(["committed"]);
});

test("a savepoint that is rolled back leaves a transaction that commits", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  await database.$transaction(async (transaction) => {
    await transaction.listing.update({ where: { id }, data: { headline: "outer" } });
    await transaction.$executeRaw`SAVEPOINT inner_work`;
    await transaction.listing.update(never());
    await transaction.$executeRaw`ROLLBACK TO SAVEPOINT inner_work`;
  });
  expect(calls).toEqual(["committed"]);
  await expectNothingWritten();
});

test("transactions at once each end with their own hook, and the failed one with none", async () => {
  const { database, calls } = watchWrites(held.runtime.env);
  const write = (listing: number, isKept: boolean) =>
    database.$transaction(async (transaction) => {
      await transaction.listing.update({ where: { id: listing }, data: { headline: "one of many" } });
      if (!isKept) throw new Error("not kept");
    });
  const ended = await Promise.allSettled([
    ...[write(id, true), write(otherId, false), write(otherId, true)],
    database.$transaction([database.listing.count(), database.listing.updateMany(NEVER)]),
    database.listing.updateMany(NEVER),
  ]);
  expect(ended.map(({ status }) => status)).toEqual([
    ...["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"],
  ]);
  expect(calls).toEqual(["committed", "committed", "committed", "committed"]);
});

test("a write succeeds although what should follow it fails, and is then in doubt", async () => {
  const committed = () => Promise.reject(new Error("no poll"));
  const { database, calls } = watchWrites(held.runtime.env, { committed });
  expect(await database.listing.updateMany(NEVER)).toEqual({ count: 0 });
  await database.$transaction([database.listing.updateMany(NEVER)]);
  expect(calls).toEqual(["in doubt", "in doubt"]);
});
