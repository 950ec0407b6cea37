/** A transaction's id, 64 bits wide and never reused (Postgres's xid8). */
export type Xid = bigint;

/** What a reader can see: Postgres's pg_snapshot. `inProgress` holds only ids from xmin up to, not including, xmax. */
export type Snapshot = {
  readonly xmin: Xid;
  readonly xmax: Xid;
  readonly inProgress: ReadonlySet<Xid>;
};

/** Sees no transaction, and is covered by every snapshot. */
export const NOTHING_SEEN: Snapshot = { xmin: 0n, xmax: 0n, inProgress: new Set() };

/** Whether a transaction had committed, for a reader holding this snapshot (Postgres documentation, "Transaction ID and Snapshot Information"). */
export function sees(snapshot: Snapshot, xid: Xid): boolean {
  if (xid < snapshot.xmin) return true;
  return xid < snapshot.xmax && !snapshot.inProgress.has(xid);
}

/** Whether everything that the floor sees is seen by the stamp too. */
export function covers(stamp: Snapshot, floor: Snapshot): boolean {
  if (stamp.xmax < floor.xmax) return false;
  for (const xid of stamp.inProgress) if (sees(floor, xid)) return false;
  return true;
}

/** The least snapshot that sees whatever either sees: what covers it covers both. */
export function join(one: Snapshot, other: Snapshot): Snapshot {
  if (covers(one, other)) return one;
  if (covers(other, one)) return other;
  const { xmax } = one.xmax < other.xmax ? other : one;
  const unseenByBoth = [...one.inProgress, ...other.inProgress].filter(
    (xid) => !sees(one, xid) && !sees(other, xid),
  );
  return snapshotOf(xmax, unseenByBoth);
}

/**
 * The snapshot as if no id from `limit` on had been given out. Ids that never became durable are given out again
 * after a crash of Postgres, so a stamp may claim to see only ids below one that was read from the journal.
 */
export function clamp(snapshot: Snapshot, limit: Xid): Snapshot {
  if (snapshot.xmax <= limit) return snapshot;
  return snapshotOf(
    limit,
    [...snapshot.inProgress].filter((xid) => xid < limit),
  );
}

/** Reads Postgres's text form, `xmin:xmax:xip,xip`; undefined when it is anything else. */
export function parseSnapshot(text: string): Snapshot | undefined {
  const match = /^(\d{1,20}):(\d{1,20}):((?:\d{1,20},)*\d{1,20})?$/.exec(text);
  if (!match) return undefined;
  const xmin = BigInt(match[1] ?? "");
  const xmax = BigInt(match[2] ?? "");
  const inProgress = new Set(match[3] ? match[3].split(",").map(BigInt) : []);
  const isInRange = xmin <= xmax && [...inProgress].every((xid) => xid >= xmin && xid < xmax);
  return isInRange ? { xmin, xmax, inProgress } : undefined;
}

/** Writes Postgres's text form. */
export function formatSnapshot({ xmin, xmax, inProgress }: Snapshot): string {
  return `${xmin}:${xmax}:${[...inProgress].join(",")}`;
}

function snapshotOf(xmax: Xid, inProgress: readonly Xid[]): Snapshot {
  let xmin = xmax;
  for (const xid of inProgress) if (xid < xmin) xmin = xid;
  return { xmin, xmax, inProgress: new Set(inProgress) };
}
