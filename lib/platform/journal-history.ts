import type { Database } from "@/lib/platform/prisma";

/** A row of the journal. */
export type JournalledChange = {
  readonly xid: string;
  /** When its transaction began. */
  readonly at: Date;
  readonly tags: readonly string[];
  readonly writer: string;
};

/** How far back is looked, in rows: further would take too long. */
const ROWS_MAX = 100_000;

/** The newest changes that touched one of these tags, newest first. */
export function newestChanges(
  database: Database,
  tags: readonly string[],
  atMost: number,
): Promise<readonly JournalledChange[]> {
  return database.$queryRaw<JournalledChange[]>`
    SELECT xid::text AS xid, at, tags, writer FROM cache_journal
     WHERE id > (SELECT max(id) FROM cache_journal) - ${ROWS_MAX}::int AND tags && ${tags}::text[]
     ORDER BY id DESC LIMIT ${atMost}::int`;
}
