import type { Logger } from "pino";
import type { Database } from "@/lib/platform/prisma";

const PRUNE_EVERY_MS = 60_000;
const BATCH = 50_000;
/** Any number that nobody else takes: one process prunes at a time, the others leave it at that. */
const PRUNING_LOCK = 72_707_370;

/** Deletes what the journal holds for longer than its retention, once a minute, from now until closed; answers how to close it. */
export function startJournalPruner(database: Database, retentionHours: number, logger: Logger): () => void {
  const timer = setInterval(() => {
    pruneJournal(database, retentionHours).catch((error: unknown) =>
      logger.warn({ err: error }, "the journal of changes was not pruned; it is tried again in a minute"),
    );
  }, PRUNE_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Deletes one batch of what was visible one retention ago, unless another process is at it; answers how many rows. */
async function pruneJournal(database: Database, retentionHours: number): Promise<number> {
  const [row] = await database.$queryRaw<{ pruned: number }[]>`
    SELECT cache_journal_prune(make_interval(hours => ${retentionHours}::int), ${BATCH}::int) AS pruned
     WHERE pg_try_advisory_xact_lock(${PRUNING_LOCK}::bigint)`;
  return row?.pruned ?? 0;
}
