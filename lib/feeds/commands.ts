import "server-only";
import { resolve as absolute, basename } from "node:path";
import { AppError } from "@/lib/errors";
import { applyEvents } from "@/lib/feeds/apply-events";
import { applyListings } from "@/lib/feeds/apply-listings";
import {
  abandonRun,
  beginRun,
  finishRun,
  keepSource,
  lockSource,
  type RunCounts,
} from "@/lib/feeds/feed-run";
import { foldRows, refuseRepeats } from "@/lib/feeds/fold-rows";
import { mappedColumns } from "@/lib/feeds/mapped-columns";
import type { Mapping } from "@/lib/feeds/mapping";
import { placeRows } from "@/lib/feeds/place-rows";
import { readCsv } from "@/lib/feeds/read-csv";
import { readMapping } from "@/lib/feeds/read-mapping";
import { type ListingRules, readRow } from "@/lib/feeds/read-row";
import { Stage } from "@/lib/feeds/stage";
import { readIssues, type StagedIssue, writeRejects } from "@/lib/feeds/write-rejects";
import type { ResolveLocalities } from "@/lib/localities/resolve-localities";
import { connectClient, type PostgresClient } from "@/lib/platform/postgres-client";
import { runtime } from "@/lib/platform/runtime";
import { textFileBytes } from "@/lib/platform/text-file";

const ISSUES_REPORTED_MAX = 5;

export type ImportRequest = {
  readonly file: string;
  /** A YAML file, or the name of a shipped mapping. */
  readonly mapping: string;
  /** Does everything but keep it. */
  readonly isDryRun?: boolean;
  /** Where refused rows are written, if there are any. */
  readonly rejects: string;
  readonly onBytes?: (bytes: number) => void;
};

/** What the import takes from other domains. */
export type ImportParts = { readonly rules: ListingRules; readonly resolveLocalities: ResolveLocalities };

/** Counts are of listings; `sales` and `localities` are those that were added. */
export type ImportReport = RunCounts & {
  readonly source: string;
  readonly sales: number;
  readonly localities: number;
  /** The first few, and the file that has all; null when no row was refused. */
  readonly issues: readonly StagedIssue[];
  readonly rejects: string | null;
};

/**
 * Brings the listings of a source up to what a CSV file says, all or nothing; the same file again changes nothing. A row that cannot be used
 * is refused and the rest goes on. AppError: not_found (file, mapping, region), bad_request (mapping, or a file that is not what the mapping
 * describes), conflict (an import of the source is running), unavailable (no database); then nothing has changed but the record of the run.
 */
export async function importListings(request: ImportRequest, parts: ImportParts): Promise<ImportReport> {
  const mapping = await readMapping(request.mapping);
  await textFileBytes(request.file);
  if (absolute(request.rejects) === absolute(request.file))
    throw new AppError(
      "bad_request",
      "The refused rows would overwrite the file itself; give another place with --rejects.",
    );
  const client = await connectClient(runtime().env.DATABASE_URL);
  try {
    await lockSource(client, mapping.source);
    const stage = await Stage.open(client);
    return await (request.isDryRun ? tryOut : carryOut)({ request, parts, mapping, client, stage });
  } finally {
    await client.end();
  }
}

type Job = {
  readonly request: ImportRequest;
  readonly parts: ImportParts;
  readonly mapping: Mapping;
  readonly client: PostgresClient;
  readonly stage: Stage;
};

async function carryOut(job: Job): Promise<ImportReport> {
  const { client, mapping, request } = job;
  const sourceId = await keepSource(client, mapping.source);
  const runId = await beginRun(client, sourceId, basename(request.file));
  try {
    const rowsRead = await stageRows(job);
    await client.query("BEGIN");
    const report = await apply(job, { sourceId, rowsRead });
    await finishRun(client, runId, report);
    await client.query("COMMIT");
    return report;
  } catch (thrown) {
    await client.query("ROLLBACK");
    await abandonRun(client, runId, thrown);
    throw thrown;
  }
}

async function tryOut(job: Job): Promise<ImportReport> {
  const rowsRead = await stageRows(job);
  await job.client.query("BEGIN");
  try {
    return await apply(job, { sourceId: await keepSource(job.client, job.mapping.source), rowsRead });
  } finally {
    await job.client.query("ROLLBACK");
  }
}

/** Reads the file into the stage; outside of a transaction, so that a large file holds none open. */
async function stageRows({ request, parts, mapping, stage }: Job): Promise<number> {
  let rowsRead = 0;
  const form = { delimiter: mapping.delimiter, needed: mappedColumns(mapping) };
  for await (const { line, columns, fault } of readCsv(request.file, form, request.onBytes)) {
    rowsRead += 1;
    const read = columns
      ? readRow(mapping, parts.rules, columns)
      : { issues: [{ column: null, value: null, reason: fault ?? "" }] };
    if ("listing" in read) await stage.addRow(line, read.listing);
    else await stage.refuse(line, read.issues);
  }
  await stage.flush();
  return rowsRead;
}

async function apply(
  job: Job,
  { sourceId, rowsRead }: { sourceId: number; rowsRead: number },
): Promise<ImportReport> {
  const { client, mapping, request, parts } = job;
  await refuseRepeats(client, mapping);
  const localities = await placeRows(client, mapping, parts.resolveLocalities);
  const rowsRefused = await countRefused(client);
  const issues = await readIssues(client, { limit: ISSUES_REPORTED_MAX, offset: 0 });
  const rejects = rowsRefused > 0 ? request.rejects : null;
  if (rejects !== null) await writeRejects(client, rejects);
  if (rowsRefused === rowsRead) throw noRowUsable(request.file, rowsRead, issues);
  await foldRows(client, sourceId);
  await applyListings(client, mapping, sourceId);
  const sales = await applyEvents(client, mapping.region);
  const source = mapping.source.slug;
  return {
    source,
    rowsRead,
    rowsRefused,
    ...(await countListings(client)),
    sales,
    localities,
    issues,
    rejects,
  };
}

async function countRefused(client: PostgresClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "SELECT count(DISTINCT line)::integer AS count FROM staged_issue",
  );
  return rows[0]?.count ?? 0;
}

async function countListings(
  client: PostgresClient,
): Promise<Pick<RunCounts, "created" | "updated" | "unchanged">> {
  const { rows } = await client.query<{ all: number; created: number; updated: number }>(
    `SELECT count(*)::integer AS all, (count(*) FILTER (WHERE is_created))::integer AS created,
            (count(*) FILTER (WHERE NOT is_created AND listing_id IN (SELECT listing_id FROM staged_change)))::integer AS updated
     FROM staged_listing`,
  );
  const { all, created, updated } = rows[0] ?? { all: 0, created: 0, updated: 0 };
  return { created, updated, unchanged: all - created - updated };
}

function noRowUsable(file: string, rowsRead: number, [first]: readonly StagedIssue[]): AppError {
  const example = first
    ? `; the first, in line ${first.line}, because ${first.column ?? "it"} ${first.reason}`
    : "";
  return new AppError(
    "bad_request",
    `None of the ${rowsRead} rows of ${basename(file)} can be used${example}.`,
  );
}
