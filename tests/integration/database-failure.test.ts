import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { isAppError } from "@/lib/errors";
import { handler } from "@/lib/http/handler";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { databaseFailure } from "@/lib/platform/database-failure";
import { connectClient } from "@/lib/platform/postgres-client";
import { connectDatabase, type Database } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { statement } from "@/tests/support/services";

const LIMITS = {
  DATABASE_POOL_MAX: 1,
  DATABASE_CONNECT_TIMEOUT_MS: 500,
  DATABASE_STATEMENT_TIMEOUT_MS: 200,
};

let held: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  held = await createTestDatabase();
});
afterAll(() => held.close());

function connect(url = held.url): Database {
  const database = connectDatabase({ DATABASE_URL: url, ...LIMITS });
  onTestFinished(() => database.$disconnect());
  return database;
}

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("Nothing was thrown.");
}

test("a database that refuses connections is unavailable", async () => {
  const database = connect("postgres://verandah@127.0.0.1:1/none");
  expect(databaseFailure(await thrownBy(() => database.$queryRaw`SELECT 1`))?.code).toBe("unavailable");
});

test("a connection that is terminated under a statement is unavailable", async () => {
  const database = connect();
  // As its owner: the portal's own role may end no connection.
  await statement(
    held.url,
    "CREATE FUNCTION die() RETURNS boolean LANGUAGE sql SECURITY DEFINER AS 'SELECT pg_terminate_backend(pg_backend_pid())'",
  );
  const terminated = () => database.$queryRaw`SELECT die()`;
  expect(databaseFailure(await thrownBy(terminated))?.code).toBe("unavailable");
});

test("a statement that takes too long is unavailable", async () => {
  const database = connect();
  expect(databaseFailure(await thrownBy(() => database.$queryRaw`SELECT pg_sleep(5)::text`))?.code).toBe(
    "unavailable",
  );
});

test("a pool whose every connection stays busy is unavailable", async () => {
  const database = connectDatabase({
    ...LIMITS,
    DATABASE_URL: held.url,
    DATABASE_STATEMENT_TIMEOUT_MS: 5_000,
  });
  const busy = database.$queryRaw`SELECT pg_sleep(1.5)::text`.then(() => {});
  onTestFinished(async () => {
    await busy;
    await database.$disconnect();
  });
  expect(databaseFailure(await thrownBy(() => database.$queryRaw`SELECT 1`))?.code).toBe("unavailable");
});

test("what is wrong with the statement or its values is nobody's outage", async () => {
  const database = connect();
  expect(databaseFailure(await thrownBy(() => database.$queryRaw`SELECT nonsense`))).toBeUndefined();
  const country = { code: "au", name: "Again", currency: "AUD" };
  expect(databaseFailure(await thrownBy(() => database.country.create({ data: country })))).toBeUndefined();
  expect(databaseFailure(new Error("anything"))).toBeUndefined();
  expect(databaseFailure(undefined)).toBeUndefined();
});

test("a command on a listing that somebody else holds is refused as a conflict, before the transaction's own time is up", async () => {
  const locality = await insertLocality(held.database);
  const { id } = await insertListing(held.database, { localityId: locality.id });
  const other = await connectClient(held.url);
  onTestFinished(() => other.end());
  await other.query("BEGIN");
  await other.query("SELECT FROM listing WHERE id = $1 FOR UPDATE", [id]);
  const change = () => setListing(ListingId.parse(id), { headline: "Mine" }, { name: "test" });
  const failure = databaseFailure(await thrownBy(change));
  expect(failure?.code).toBe("conflict");
  expect(failure?.message).toContain("try again");
});

test("a route handler answers 503 with Retry-After while the database is away, and stores nothing", async () => {
  const away = connect("postgres://verandah@127.0.0.1:1/none");
  const answer = await handler(() => away.$queryRaw`SELECT 1`.then(() => new Response()))(
    new Request("http://localhost/"),
    undefined,
  );
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({ error: { code: "unavailable" } });
});

test("what stands for a failed query is an AppError with its cause", async () => {
  const away = connect("postgres://verandah@127.0.0.1:1/none");
  const thrown = await thrownBy(() => away.$queryRaw`SELECT 1`);
  const failure = databaseFailure(thrown);
  expect(isAppError(failure)).toBe(true);
  expect(failure?.cause).toBe(thrown);
});
