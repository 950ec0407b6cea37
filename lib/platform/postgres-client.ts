import { Client } from "pg";
import { AppError } from "@/lib/errors";

const CONNECT_TIMEOUT_MS = 10_000;

/** What connectClient gives, for the domains that work on it: they name it after the adapter, not after the driver. */
export type PostgresClient = Client;

/**
 * One connection of its own, for work that a pool does not suit: migrations, bulk loads, advisory locks. The caller ends it.
 * AppError unavailable when the database cannot be reached, saying which and what to check.
 */
export async function connectClient(databaseUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "verandah",
  });
  // Without a listener, a connection that breaks while idle would end the process; the next query reports it anyway.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    await client.end().catch(() => {});
    throw new AppError("unavailable", unreachable(databaseUrl, cause), { cause });
  }
}

/** A database's address without its password, for messages: "postgres://verandah@127.0.0.1:5432/verandah". */
export function describeDatabase(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = "";
  url.search = "";
  return url.href;
}

function unreachable(databaseUrl: string, cause: unknown): string {
  const where = describeDatabase(databaseUrl);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "3D000")
    return `There is no such database as ${where}; create it (createdb), or correct DATABASE_URL.`;
  if (code.startsWith("28"))
    return `Postgres refused the user or the password of ${where}; correct DATABASE_URL.`;
  const reason = cause instanceof Error && cause.message ? cause.message : code;
  return `Postgres at ${where} cannot be reached (${reason}); start it, or correct DATABASE_URL.`;
}
