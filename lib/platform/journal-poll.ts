import type { Client } from "pg";
import type { Poll } from "@/lib/cache/change-clock";
import { clamp, join, parseSnapshot, type Snapshot, type Xid } from "@/lib/cache/snapshot";

/** What a poll brought, but for when it started. */
export type JournalReading = Omit<Poll, "startedAtMs"> & {
  readonly rowCount: number;
  /** How long ago the transaction of the newest row began, in milliseconds; null without rows, and when they are not new to us. */
  readonly lagMs: number | null;
};

type Row = {
  readonly identity: string | null;
  readonly snapshot: string;
  readonly floor: string;
  /** In no order; `age` in seconds since the transaction began. */
  readonly changes: readonly {
    readonly xid: string;
    readonly tags: readonly string[];
    readonly age: number;
  }[];
};

/**
 * What became visible since `$1` (the xmax that was seen) and of `$2` (those in progress then), with the snapshot that it is seen under:
 * one statement, so of one moment. Two arms, because each then has its own range of the index.
 */
const SINCE = `
  SELECT cache_identity() AS identity, pg_current_snapshot()::text AS snapshot, (SELECT floor::text FROM cache_state) AS floor,
    (SELECT coalesce(json_agg(json_build_object('xid', xid::text, 'tags', tags, 'age', extract(epoch FROM statement_timestamp() - at))), '[]') FROM (
      SELECT xid, tags, at FROM cache_journal WHERE xid >= $1::xid8
      UNION ALL
      SELECT xid, tags, at FROM cache_journal WHERE xid = ANY ($2::xid8[]) AND xid < $1::xid8
      LIMIT $3
    ) became_visible) AS changes`;

/** As above for a process that has seen nothing: the newest rows. */
const NEWEST = `
  SELECT cache_identity() AS identity, pg_current_snapshot()::text AS snapshot, (SELECT floor::text FROM cache_state) AS floor,
    (SELECT coalesce(json_agg(json_build_object('xid', xid::text, 'tags', tags, 'age', extract(epoch FROM statement_timestamp() - at))), '[]') FROM (
      SELECT xid, tags, at FROM cache_journal ORDER BY xid DESC LIMIT $1
    ) newest) AS changes`;

/** The server answers for a database that is read-only: a standby, whose snapshots leave out running transactions. */
class StandbyError extends Error {
  override readonly name = "StandbyError";
}

/**
 * Reads what became visible since `seen`, at most `rowsMax` rows. Where there is more (a bulk load), or nothing was seen yet, the newest
 * rows are read instead, and the floor stands in for the rest. Rejects as the connection does, and with StandbyError.
 */
export async function readJournal(client: Client, seen: Snapshot, rowsMax: number): Promise<JournalReading> {
  if (seen.xmax > 0n) {
    const inProgress = [...seen.inProgress].map(String);
    const values = [String(seen.xmax), inProgress, rowsMax + 1];
    const reading = readingOf(await ask(client, { name: "journal_since", text: SINCE, values }));
    if (reading.rowCount <= rowsMax) return reading;
  }
  return withFloorForTheRest(
    readingOf(await ask(client, { name: "journal_newest", text: NEWEST, values: [rowsMax] })),
    rowsMax,
  );
}

async function ask(
  client: Client,
  query: { readonly name: string; readonly text: string; readonly values: unknown[] },
): Promise<Row> {
  const { rows } = await client.query<Row>(query);
  const [row] = rows;
  if (!row) throw new Error("A statement without a FROM clause answered no row.");
  return row;
}

function readingOf({ identity, snapshot, floor, changes }: Row): JournalReading {
  if (identity === null)
    throw new StandbyError("This Postgres is a standby; DATABASE_URL has to name the primary.");
  const rows = changes.map(({ xid, tags }) => ({ xid: BigInt(xid), tags }));
  return {
    identity,
    snapshot: requireSnapshot(snapshot),
    floor: requireSnapshot(floor),
    rows,
    rowCount: rows.length,
    lagMs: changes.length === 0 ? null : 1_000 * Math.min(...changes.map(({ age }) => age)),
  };
}

/** What is older than the oldest row that was read may have been left out; rows of that transaction, too. */
function withFloorForTheRest(reading: JournalReading, rowsMax: number): JournalReading {
  if (reading.rowCount < rowsMax) return { ...reading, lagMs: null };
  let oldest: Xid = reading.snapshot.xmax;
  for (const { xid } of reading.rows) if (xid < oldest) oldest = xid;
  return { ...reading, lagMs: null, floor: join(reading.floor, clamp(reading.snapshot, oldest + 1n)) };
}

function requireSnapshot(text: string): Snapshot {
  const snapshot = parseSnapshot(text);
  if (snapshot === undefined) throw new Error(`Postgres gave "${text}" for a snapshot.`);
  return snapshot;
}
