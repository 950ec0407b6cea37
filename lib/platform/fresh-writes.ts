import { databaseFailure } from "@/lib/platform/database-failure";
import type { Database, Transaction } from "@/lib/platform/prisma";
import { Prisma, type PrismaClient } from "@/prisma/generated/client";

/** What surrounds the writes of a process. */
export type WriteHooks = {
  /** Runs work that belongs to an open transaction: cached reads inside neither use the cache nor fill it. */
  writing<T>(work: () => T): T;
  isWriting(): boolean;
  /** Resolves once this process has applied what was just committed, and has told the others; never rejects. */
  committed(): Promise<void>;
  /** A write failed in a way that does not say whether it was committed. */
  inDoubt(): void;
};

export type FreshDatabase = {
  /** The client as it was, but a write resolves only after `committed`: single, nested, bulk, raw, batch and interactive alike. */
  readonly database: Database;
  /** A load's own transaction of several reads: read-only, of one snapshot. It is no write. */
  readSnapshot<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
};

const WRITES: ReadonlySet<string> = new Set([
  ...["create", "createMany", "createManyAndReturn", "update", "updateMany", "updateManyAndReturn"],
  ...["upsert", "delete", "deleteMany", "$executeRaw", "$executeRawUnsafe"],
]);
const RAW_READS: ReadonlySet<string> = new Set(["$queryRaw", "$queryRawUnsafe"]);
/** INSERT … RETURNING is asked as a query. What only looks like a write costs one poll; a function that writes is not seen. */
const WRITING_SQL = /\b(insert|update|delete|merge|truncate|copy|call)\b/i;

/**
 * Makes each write of a Prisma client end with `committed`, after its commit and before its caller goes on. Rolled back work does not.
 * Prisma's query hook alone would not do: inside `$transaction` it fires before the commit.
 */
export function withFreshWrites(client: PrismaClient, hooks: WriteHooks): FreshDatabase {
  const settled = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = await work().catch((thrown: unknown) => {
      if (databaseFailure(thrown)?.code === "unavailable") hooks.inDoubt();
      throw thrown;
    });
    await hooks.committed();
    return result;
  };
  const extended = client.$extends({
    query: {
      $allOperations: ({ operation, args, query }) =>
        !hooks.isWriting() && isWrite(operation, args) ? settled(() => query(args)) : query(args),
    },
    client: {
      $transaction: (...asked: Parameters<PrismaClient["$transaction"]>) =>
        settled(() => hooks.writing(() => client.$transaction(...asked))),
    },
  });
  return {
    // The two additions change no signature; Prisma's type of an extended client has no name that others could use.
    database: extended as unknown as Database,
    readSnapshot: (work) =>
      client.$transaction(
        async (transaction) => {
          await transaction.$executeRaw`SET TRANSACTION READ ONLY`;
          return work(transaction);
        },
        { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
      ),
  };
}

function isWrite(operation: string, args: unknown): boolean {
  return WRITES.has(operation) || (RAW_READS.has(operation) && WRITING_SQL.test(textOf(args)));
}

/** The statement of a raw query, which Prisma hands on as a Sql object or as its text with values. */
function textOf(args: unknown): string {
  if (Array.isArray(args)) return args.map((part) => (typeof part === "string" ? part : "")).join(" ");
  return typeof args === "object" && args !== null && "strings" in args && Array.isArray(args.strings)
    ? args.strings.join(" ")
    : "insert";
}
