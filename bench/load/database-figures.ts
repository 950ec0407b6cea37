import type { Client } from "pg";

/** Transactions that this database has ended so far, by its own count. Outside a transaction, each statement is one. */
export async function countTransactions(client: Client): Promise<number> {
  const { rows } = await client.query<{ ended: string }>(
    "SELECT xact_commit + xact_rollback AS ended FROM pg_stat_database WHERE datname = current_database()",
  );
  return Number(rows[0]?.ended);
}
