import { AsyncLocalStorage } from "node:async_hooks";
import { isRefusal } from "@/lib/platform/database-failure";
import type { Database, Transaction } from "@/lib/platform/prisma";
import { Prisma, type PrismaClient } from "@/prisma/generated/client";

/** What surrounds the writes of a process. */
export type WriteHooks = {
  /** Runs work that belongs to an open transaction: cached reads inside neither use the cache nor fill it. */
  writing<T>(work: () => T): T;
  /** Says that the database is being read, past the cache or in a load of it. */
  reading(): void;
  /** Resolves once this process has applied what was just committed, and has told the others. */
  committed(): Promise<void>;
  /** A write ended in a way that does not say whether it was committed, or could not be followed. */
  inDoubt(): void;
};

export type FreshDatabase = {
  /** The client as it was, but a write resolves only after `committed`: single, nested, bulk, raw, batch and interactive alike. */
  readonly database: Database;
  /** A load's own transaction of several reads: read-only, of one snapshot. It is no write. */
  readSnapshot<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
};

type Work = (transaction: Transaction) => Promise<unknown>;
type Operations = Prisma.PrismaPromise<unknown>[];
type Options = Parameters<PrismaClient["$transaction"]>[1];

const WRITES: ReadonlySet<string> = new Set([
  ...["create", "createMany", "createManyAndReturn", "update", "updateMany", "updateManyAndReturn"],
  ...["upsert", "delete", "deleteMany", "$executeRaw", "$executeRawUnsafe"],
]);
const RAW_READS: ReadonlySet<string> = new Set(["$queryRaw", "$queryRawUnsafe", "$queryRawTyped"]);
/** INSERT … RETURNING is asked as a query. What only looks like a write costs one poll; a function that writes is not seen, but for ours. */
const WRITING_SQL = /\b(insert|update|delete|merge|truncate|copy|call|cache_note)\b/i;

/**
 * Makes each write of a Prisma client end with `committed`, after its commit and before its caller goes on. Rolled back work does not.
 * Prisma's query hook alone would not do: inside `$transaction` it fires before the commit.
 */
export function withFreshWrites(client: PrismaClient, hooks: WriteHooks): FreshDatabase {
  const follow = followedBy(hooks);
  const batches = new AsyncLocalStorage<{ hasWritten: boolean }>();

  /** Its operations pass through the query hook one by one, before the commit of them all. */
  const runBatch = async (operations: Operations, options: Options) => {
    const batch = { hasWritten: false };
    const run = () => batches.run(batch, () => client.$transaction(operations, options));
    return follow(run, () => batch.hasWritten);
  };

  /** Its client has no hook, so that a write by the other client inside is followed by itself. */
  const runInteractive = async (work: Work, options: Options) => {
    let isAbandoned = false;
    const watched: Work = async (transaction) => {
      try {
        return await hooks.writing(() => work(transaction));
      } catch (thrown) {
        isAbandoned = true;
        throw thrown;
      }
    };
    return follow(
      () => client.$transaction(watched, options),
      () => !isAbandoned,
    );
  };

  const extended = client.$extends({
    query: {
      $allOperations({ operation, args, query }) {
        if (!isWrite(operation, args)) {
          hooks.reading();
          return query(args);
        }
        const batch = batches.getStore();
        if (batch === undefined) return follow(() => query(args));
        batch.hasWritten = true;
        return query(args);
      },
    },
    client: {
      $transaction: (work: Work | Operations, options?: Options) =>
        typeof work === "function" ? runInteractive(work, options) : runBatch(work, options),
    },
  });
  return {
    // The two additions change no signature; Prisma's type of an extended client has no name that others could use.
    database: extended as unknown as Database,
    readSnapshot: (work) => {
      hooks.reading();
      return client.$transaction(
        async (transaction) => {
          await transaction.$executeRaw`SET TRANSACTION READ ONLY`;
          return work(transaction);
        },
        { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
      );
    },
  };
}

/** Runs work, and `committed` once it has succeeded; unless `mayHaveWritten`, asked afterwards, says that there is nothing to follow. */
function followedBy(hooks: WriteHooks) {
  return async <T>(work: () => Promise<T>, mayHaveWritten = () => true): Promise<T> => {
    const result = await work().catch((thrown: unknown) => {
      if (mayHaveWritten() && !isRefusal(thrown)) hooks.inDoubt();
      throw thrown;
    });
    // It is committed: whatever goes wrong from here on is no failure of the write.
    if (mayHaveWritten()) await hooks.committed().catch(() => hooks.inDoubt());
    return result;
  };
}

function isWrite(operation: string, args: unknown): boolean {
  return WRITES.has(operation) || (RAW_READS.has(operation) && WRITING_SQL.test(textOf(args)));
}

/** The statement of a raw query, which Prisma hands on as a Sql object or as its text with values; what is neither counts as a write. */
function textOf(args: unknown): string {
  const asked: unknown = Array.isArray(args) ? args[0] : args;
  if (typeof asked === "string") return asked;
  return typeof asked === "object" && asked !== null && "strings" in asked && Array.isArray(asked.strings)
    ? asked.strings.join(" ")
    : "insert";
}
