import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

export type Database = PrismaClient;

/** The database inside `$transaction`. */
export type Transaction = Prisma.TransactionClient;

type DatabaseSettings = Pick<
  Env,
  "DATABASE_URL" | "DATABASE_POOL_MAX" | "DATABASE_CONNECT_TIMEOUT_MS" | "DATABASE_STATEMENT_TIMEOUT_MS"
>;

/**
 * A Prisma client over its own pool. The bounds are set here because the pool's default is to wait for ever:
 * for a connection DATABASE_CONNECT_TIMEOUT_MS, for a statement DATABASE_STATEMENT_TIMEOUT_MS.
 */
export function connectDatabase(settings: DatabaseSettings): Database {
  const adapter = new PrismaPg(
    {
      connectionString: settings.DATABASE_URL,
      max: settings.DATABASE_POOL_MAX,
      connectionTimeoutMillis: settings.DATABASE_CONNECT_TIMEOUT_MS,
      statement_timeout: settings.DATABASE_STATEMENT_TIMEOUT_MS,
      application_name: "verandah",
    },
    { statementNameGenerator: ({ sql }) => statementName(sql) },
  );
  return new PrismaClient({ adapter });
}

/** Names a statement after its text, so that Postgres parses and plans it once per connection; without a name it does so each time. */
function statementName(sql: string): string {
  return createHash("sha1").update(sql).digest("base64url");
}
