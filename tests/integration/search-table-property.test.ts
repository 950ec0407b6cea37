import fc from "fast-check";
import { Client, DatabaseError } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";
import {
  KINDS,
  PLACES,
  type Transaction,
  transactions,
  type Write,
  writeBy,
  writeByPrisma,
  writes,
} from "@/tests/support/listing-writers";
import { insertAgency, insertLocality } from "@/tests/support/listings";
import { searchedBothWays } from "@/tests/support/search-table";

const RUNS = 60;
const PATIENCE_MS = 20_000;
const WRITERS = 3;

/**
 * What a transaction may fail with beside others: deadlock, serialization, lock timeout, unique or foreign key, places moved in one
 * snapshot, and one snapshot that sees both a listing that was deleted meanwhile and the one that took its id.
 */
const REFUSALS = ["40P01", "40001", "55P03", "23505", "23503", "0A000", "21000"];

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let reader: Client;
let clients: readonly Client[];
beforeAll(async () => {
  held = await createTestDatabase();
  for (let place = 1; place <= PLACES; place++)
    await insertLocality(held.database, { id: place, name: `Place ${place}` });
  await insertAgency(held.database, "harbour");
  reader = await connect();
  clients = await Promise.all(Array.from({ length: WRITERS }, connect));
});
afterAll(async () => {
  await Promise.all([reader, ...clients].map((client) => client?.end()));
  await held?.close();
});

/** As connectClient, but of those who wait for each other one gives up soon. */
async function connect(): Promise<Client> {
  const client = new Client({
    connectionString: held.url,
    options: "-c deadlock_timeout=20ms -c lock_timeout=500ms",
  });
  await client.connect();
  return client;
}

// To play a failure again, give fc.assert the seed that it prints: who waits for whom is up to the machine, and may differ.
test("whatever is written at once and by whatever way, what is searched is what listings and places say, and the vocabulary knows each word", {
  timeout: 120_000,
}, async () => {
  const met = new Set<string>();
  const endAtMs = performance.now() + PATIENCE_MS;
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(...Array.from({ length: WRITERS }, () => transactions)),
      fc.array(writes, { maxLength: 4 }),
      async (scripts, byPrisma) => {
        // A slow machine plays fewer of them.
        if (performance.now() > endAtMs) return;
        const written = scripts.map((script, writer) => play(clients[writer], script));
        for (const kinds of await Promise.all([...written, playByPrisma(held.database, byPrisma)]))
          for (const kind of kinds) met.add(kind);
        const { held: table, plain } = await searchedBothWays(reader);
        expect(table).toEqual(plain);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect([...met]).toEqual(expect.arrayContaining(["prisma", "refused", ...KINDS]));
});

/** Plays transactions one after the other, and answers the kinds of writes that were committed. */
async function play(client: Client | undefined, script: readonly Transaction[]): Promise<string[]> {
  const met: string[] = [];
  for (const { isolation, writes, isCommitted } of script) {
    const isDone = await attempt(async () => {
      await client?.query(`BEGIN ISOLATION LEVEL ${isolation}`);
      for (const write of writes) if (client) await writeBy(client, write);
      await client?.query(isCommitted ? "COMMIT" : "ROLLBACK");
    });
    if (!isDone) await client?.query("ROLLBACK");
    if (isDone && isCommitted) met.push(...writes.map(({ kind }) => kind));
    if (!isDone) met.push("refused");
  }
  return met;
}

async function playByPrisma(database: Database, script: readonly Write[]): Promise<string[]> {
  const met: string[] = [];
  for (const write of script) if (await attempt(() => writeByPrisma(database, write))) met.push("prisma");
  return met;
}

async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    if (!REFUSALS.includes(codeOf(thrown))) throw thrown;
    return false;
  }
}

/** Of Postgres, or of Prisma: which has its own for some, and passes others on. */
function codeOf(thrown: unknown): string {
  if (thrown instanceof DatabaseError) return thrown.code ?? "";
  const text = thrown instanceof Error ? `${"code" in thrown ? thrown.code : ""} ${thrown.message}` : "";
  const known = Object.entries(OF_PRISMA).find(([code]) => text.includes(code));
  return known?.[1] ?? REFUSALS.find((code) => text.includes(code)) ?? text;
}

/** The last: what it had just found was deleted before it could be updated. */
const OF_PRISMA: Readonly<Record<string, string>> = {
  P2002: "23505",
  P2034: "40001",
  P2003: "23503",
  P2025: "40001",
};
