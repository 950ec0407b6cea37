import type { Client } from "pg";
import type { Poll } from "@/lib/cache/change-clock";
import { clamp, join, parseSnapshot, type Snapshot, type Xid } from "@/lib/cache/snapshot";

/** What a poll brought, but for when it started. */
export type JournalReading = Omit<Poll, "startedAtMs"> & {
  readonly rowCount: number;
  /** How long ago the transaction of the newest row began, in milliseconds; null without rows, and when they are not new to us. */
  readonly lagMs: number | null;
};

type JournalRow = { readonly xid: string; readonly tags: readonly string[]; readonly age: number };

type Row = {
  readonly identity: string | null;
  readonly snapshot: string;
  readonly floor: string;
  /** In no order; `age` in seconds since the transaction began. Null when there are too many. */
  readonly changes: readonly JournalRow[] | null;
  readonly hasMore: boolean;
};

/** What one poll may bring. */
export type PollLimits = {
  /** So many rows are read at most … */
  readonly rowsMax: number;
  /** … with so many bytes of tags, as Postgres keeps them (compressed: three to four times as many arrive). */
  readonly bytesMax: number;
};

const WHERE_AND_WHEN = `
  cache_identity() AS identity, pg_current_snapshot()::text AS snapshot, (SELECT floor::text FROM cache_state) AS floor`;
const AS_JSON = `
  coalesce(json_agg(json_build_object('xid', xid::text, 'tags', tags, 'age', extract(epoch FROM statement_timestamp() - at))), '[]')`;

/**
 * What became visible since `$1` (the xmax that was seen) and of `$2` (those in progress then), with the snapshot that it is seen under:
 * one statement, so of one moment. Two arms, because each then has its own range of the index. Null where it is too much: sizes are
 * looked at before any tag is.
 */
const SINCE = `
  WITH became_visible AS MATERIALIZED (
    SELECT xid, tags, at FROM cache_journal WHERE xid >= $1::xid8
    UNION ALL
    SELECT xid, tags, at FROM cache_journal WHERE xid = ANY ($2::xid8[]) AND xid < $1::xid8
    LIMIT $3 + 1
  )
  SELECT ${WHERE_AND_WHEN}, false AS "hasMore",
    CASE WHEN (SELECT count(*) <= $3 AND coalesce(sum(pg_column_size(tags)), 0) <= $4 FROM became_visible)
      THEN (SELECT ${AS_JSON} FROM became_visible) END AS changes`;

/** As above for a process that has seen nothing, or too little: the newest rows that may be brought, and whether there are more. */
const NEWEST = `
  WITH newest AS MATERIALIZED (
    SELECT xid, tags, at, sum(pg_column_size(tags)) OVER (ORDER BY xid DESC, id DESC) - pg_column_size(tags) AS bytes_before
      FROM (SELECT * FROM cache_journal ORDER BY xid DESC LIMIT $1 + 1) youngest
  ), fitting AS (SELECT * FROM newest WHERE bytes_before < $2 ORDER BY bytes_before LIMIT $1)
  SELECT ${WHERE_AND_WHEN}, (SELECT ${AS_JSON} FROM fitting) AS changes,
    (SELECT count(*) FROM newest) > (SELECT count(*) FROM fitting) AS "hasMore"`;

/** The server answers for a database that is read-only: a standby, whose snapshots leave out running transactions. */
class StandbyError extends Error {
  override readonly name = "StandbyError";
}

/**
 * Reads what became visible since `seen`, within the limits. Where there is more (a bulk load), or nothing was seen yet, the newest rows
 * are read instead, and the floor stands in for the rest. Rejects as the connection does, and with StandbyError.
 */
export async function readJournal(
  client: Client,
  seen: Snapshot,
  { rowsMax, bytesMax }: PollLimits,
): Promise<JournalReading> {
  if (seen.xmax > 0n) {
    const values = [String(seen.xmax), [...seen.inProgress].map(String), rowsMax, bytesMax];
    const row = await ask(client, { name: "journal_since", text: SINCE, values });
    if (row.changes !== null) return readingOf(row, row.changes);
  }
  const row = await ask(client, { name: "journal_newest", text: NEWEST, values: [rowsMax, bytesMax] });
  const reading = { ...readingOf(row, row.changes ?? []), lagMs: null };
  return row.hasMore ? withFloorForTheRest(reading) : reading;
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

function readingOf({ identity, snapshot, floor }: Row, changes: readonly JournalRow[]): JournalReading {
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

/** What is older than the oldest row that was read was left out, and maybe rows of that transaction. */
function withFloorForTheRest(reading: JournalReading): JournalReading {
  let oldest: Xid = reading.snapshot.xmax;
  for (const { xid } of reading.rows) if (xid < oldest) oldest = xid;
  return { ...reading, floor: join(reading.floor, clamp(reading.snapshot, oldest + 1n)) };
}

function requireSnapshot(text: string): Snapshot {
  const snapshot = parseSnapshot(text);
  if (snapshot === undefined) throw new Error(`Postgres gave "${text}" for a snapshot.`);
  return snapshot;
}
