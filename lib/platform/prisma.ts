import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Env } from "@/lib/env";
import { AS_PORTAL } from "@/lib/platform/portal-role";
import { type PoolObserver, watchPool } from "@/lib/platform/watch-pool";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

const NAMED_STATEMENTS_MAX = 100;
/** Less than the 5 s that Prisma gives a transaction: who waits for a row then learns that it is held, not that time ran out. */
const LOCK_WAIT_MS = 3_000;

export type Database = PrismaClient;

/** The database inside `$transaction`. */
export type Transaction = Prisma.TransactionClient;

type DatabaseSettings = Pick<
  Env,
  "DATABASE_URL" | "DATABASE_POOL_MAX" | "DATABASE_CONNECT_TIMEOUT_MS" | "DATABASE_STATEMENT_TIMEOUT_MS"
>;

/**
 * A Prisma client over its own pool, acting as the portal's role. The bounds are set here because the pool's default is to wait for ever:
 * for a connection DATABASE_CONNECT_TIMEOUT_MS, for a statement DATABASE_STATEMENT_TIMEOUT_MS.
 */
export function connectDatabase(settings: DatabaseSettings, observer?: PoolObserver): Database {
  const adapter = new WatchedPg(
    observer,
    {
      connectionString: settings.DATABASE_URL,
      max: settings.DATABASE_POOL_MAX,
      connectionTimeoutMillis: settings.DATABASE_CONNECT_TIMEOUT_MS,
      statement_timeout: settings.DATABASE_STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_WAIT_MS,
      application_name: "verandah",
      options: AS_PORTAL,
    },
    { statementNameGenerator: statementNamer() },
  );
  return new PrismaClient({ adapter });
}

/** Prisma makes the pool itself, and another one after it let go of the first. */
class WatchedPg extends PrismaPg {
  readonly #observer: PoolObserver | undefined;

  constructor(observer: PoolObserver | undefined, ...args: ConstructorParameters<typeof PrismaPg>) {
    super(...args);
    this.#observer = observer;
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    if (this.#observer) watchPool(adapter.underlyingDriver(), this.#observer);
    return adapter;
  }
}

/**
 * Names statements after their text, so that Postgres parses and plans each once per connection. Only the first hundred texts: a search has
 * a text for every combination of filters, and each connection keeps every statement that was ever named. No name is the empty one.
 */
function statementNamer(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= NAMED_STATEMENTS_MAX) return "";
    const name = createHash("sha1").update(sql).digest("base64url");
    names.set(sql, name);
    return name;
  };
}
