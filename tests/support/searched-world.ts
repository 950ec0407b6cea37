import type { Client } from "pg";
import { expect, onTestFinished } from "vitest";
import { connectClient } from "@/lib/platform/postgres-client";
import { insertCachedWorld } from "@/tests/support/cached-world";
import { createTestDatabase } from "@/tests/support/database";
import { searchedBothWays } from "@/tests/support/search-table";

/** Two connections to a world of listings, and what there is to say of its search in the end. */
export async function setUpSearched() {
  const held = await createTestDatabase();
  const world = await insertCachedWorld(held.database);
  const connect = async () => {
    const client = await connectClient(held.url);
    onTestFinished(() => client.end());
    return client;
  };
  onTestFinished(held.close);
  const [one, other] = [await connect(), await connect()];
  const expectRight = async () => {
    const { held: table, plain } = await searchedBothWays(one);
    expect(table).toEqual(plain);
  };
  return { ...held, world, connect, one, other, expectRight };
}

/** Starts a statement that has to wait for another transaction, and resolves once it does. */
export async function startWaiting(
  watcher: Client,
  waiting: Client,
  sql: string,
): Promise<() => Promise<unknown>> {
  const { rows } = await waiting.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const done = waiting.query(sql).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  for (;;) {
    const blocked = await watcher.query<{ by: number }>("SELECT cardinality(pg_blocking_pids($1)) AS by", [
      rows[0]?.pid,
    ]);
    if (blocked.rows[0]?.by) return () => done;
  }
}
