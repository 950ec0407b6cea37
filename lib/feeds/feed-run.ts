import "server-only";
import { AppError, isAppError } from "@/lib/errors";
import type { Mapping } from "@/lib/feeds/mapping";
import type { PostgresClient } from "@/lib/platform/postgres-client";

/** Advisory locks of imports, one for each source. */
const IMPORT_LOCKS = 72_707_402;
const ISSUES_STORED_MAX = 1_000;

export type RunCounts = {
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
};

/** Keeps other imports of the source out until the connection ends; AppError conflict when one is running. */
export async function lockSource(client: PostgresClient, { slug }: Mapping["source"]): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>(
    "SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked",
    [IMPORT_LOCKS, slug],
  );
  if (rows[0]?.locked) return;
  throw new AppError(
    "conflict",
    `An import of ${slug} is already running; wait until it is done, then run this again.`,
  );
}

/** The id of the source, made or brought up to date. */
export async function keepSource(
  client: PostgresClient,
  { slug, name, credit }: Mapping["source"],
): Promise<number> {
  await client.query(
    `INSERT INTO feed_source (slug, name, kind, credit) VALUES ($1, $2, 'csv', $3)
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name, credit = excluded.credit
     WHERE (feed_source.name, feed_source.credit) IS DISTINCT FROM (excluded.name, excluded.credit)`,
    [slug, name, credit],
  );
  const { rows } = await client.query<{ id: number; kind: string }>(
    "SELECT id, kind FROM feed_source WHERE slug = $1",
    [slug],
  );
  const [source] = rows;
  if (source?.kind === "csv") return source.id;
  throw new AppError(
    "conflict",
    `The source ${slug} is not one of CSV files; give the mapping another source.slug.`,
  );
}

/** Opens the record of a run. A run of this source that is still open was killed (the lock is ours): it is closed as failed. */
export async function beginRun(client: PostgresClient, sourceId: number, fileName: string): Promise<number> {
  await client.query(
    `UPDATE feed_run SET status = 'failed', finished_at = now(), reason = 'It was stopped before its end; nothing of it was kept.'
     WHERE source_id = $1 AND status = 'running'`,
    [sourceId],
  );
  const { rows } = await client.query<{ id: number }>(
    "INSERT INTO feed_run (source_id, file_name) VALUES ($1, $2) RETURNING id",
    [sourceId, fileName],
  );
  const [run] = rows;
  if (!run) throw new Error("The feed run was not recorded.");
  return run.id;
}

/** Closes the record of a run that was carried out, with the first thousand issues. */
export async function finishRun(client: PostgresClient, runId: number, counts: RunCounts): Promise<void> {
  const { rowsRead, rowsRefused, created, updated, unchanged } = counts;
  await client.query(
    `UPDATE feed_run SET status = $2, finished_at = clock_timestamp(), rows_read = $3, rows_refused = $4,
            rows_created = $5, rows_updated = $6, rows_unchanged = $7
     WHERE id = $1`,
    [
      runId,
      created + updated > 0 ? "applied" : "unchanged",
      rowsRead,
      rowsRefused,
      created,
      updated,
      unchanged,
    ],
  );
  await storeIssues(client, runId);
}

/** Closes the record of a run that changed nothing because it was refused or failed, with the reason. */
export async function abandonRun(client: PostgresClient, runId: number, thrown: unknown): Promise<void> {
  const isRefusal = isAppError(thrown);
  const reason = isRefusal ? thrown.message : "It failed; nothing of it was kept.";
  await client.query(
    `UPDATE feed_run SET status = $2, finished_at = clock_timestamp(), reason = $3,
            rows_refused = (SELECT count(DISTINCT line) FROM staged_issue)
     WHERE id = $1`,
    [runId, isRefusal ? "refused" : "failed", reason],
  );
  await storeIssues(client, runId);
}

async function storeIssues(client: PostgresClient, runId: number): Promise<void> {
  await client.query(
    `INSERT INTO feed_issue (run_id, line, column_name, value, reason)
     SELECT $1, line, column_name, value, reason FROM staged_issue ORDER BY line LIMIT ${ISSUES_STORED_MAX}`,
    [runId],
  );
}
