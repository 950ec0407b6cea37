import { Client } from "pg";
import { AS_PORTAL } from "@/lib/platform/portal-role";

/**
 * The tail always asks the same, of the newest end of an index: planned once, and never by reading the whole journal, which the planner
 * would choose when its statistics lag behind a bulk load.
 */
const SETTINGS =
  "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_bitmapscan = off; SET jit = off";

/** A connection of the tail's own; each wait on it ends after `waitMs`. Rejects when there is none. */
export async function connectJournal(databaseUrl: string, waitMs: number): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: waitMs,
    query_timeout: waitMs,
    statement_timeout: waitMs,
    keepAlive: true,
    application_name: "verandah tail",
    options: AS_PORTAL,
  });
  // Without a listener, a connection that breaks while idle would end the process; the next poll reports it anyway.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(SETTINGS);
    return client;
  } catch (thrown) {
    hangUp(client);
    throw thrown;
  }
}

/** Drops a connection that may hang: end() alone would wait for a server that says nothing more. */
export function hangUp(client: Client): void {
  client.end().catch(() => {});
  client.connection.stream.destroy();
}
