import type { Snapshot, Xid } from "@/lib/cache/snapshot";

type Row = { readonly id: number; readonly xid: Xid; readonly tags: readonly string[] };
/** Commits are numbered as they happen; a number is never given twice, not even after a restore. */
export type Commit = {
  readonly sequence: number;
  readonly xid: Xid;
  readonly atMs: number;
  readonly tags: readonly string[];
};
/** For each tag, the number of the last commit that changed it. */
export type Content = Readonly<Record<string, number>>;
export type PollAnswer = {
  readonly identity: string;
  readonly snapshot: Snapshot;
  readonly rows: readonly Row[];
  readonly floor: Snapshot;
};
type Image = {
  readonly commits: readonly Commit[];
  readonly rows: readonly Row[];
  readonly nextXid: Xid;
  readonly floor: Snapshot;
};

export type DatabaseFaults = { readonly tailsById: boolean };

/** Postgres as far as freshness goes: transaction ids, snapshots, a journal, crashes, restores. */
export class Database {
  commits: readonly Commit[] = [];
  epoch = 1;
  restoredAtMs = Number.NEGATIVE_INFINITY;
  readonly #now: () => number;
  readonly #faults: DatabaseFaults;
  readonly #open = new Map<Xid, Set<string>>();
  #rows: readonly Row[] = [];
  #rowIds = new Map<Xid, number>();
  #sequence = 0;
  #rowId = 0;
  #nextXid: Xid = 100n;
  #latestCompleted: Xid = 99n;
  #durable: Xid = 99n;
  #recorded: Snapshot | undefined;
  #floor: Snapshot = { xmin: 0n, xmax: 0n, inProgress: new Set() };

  constructor(now: () => number, faults: DatabaseFaults = { tailsById: false }) {
    this.#now = now;
    this.#faults = faults;
  }

  begin(): Xid {
    const xid = this.#nextXid++;
    this.#open.set(xid, new Set());
    return xid;
  }

  /** The trigger writes the journal at once, so rows are numbered in the order of writing, not of committing. */
  write(xid: Xid, tag: string): void {
    this.#open.get(xid)?.add(tag);
    if (!this.#rowIds.has(xid)) this.#rowIds.set(xid, ++this.#rowId);
  }

  /** Whether it was committed; not if a crash came first. */
  commit(xid: Xid): Commit | undefined {
    const tags = this.#open.get(xid);
    if (tags === undefined) return undefined;
    this.#complete(xid);
    if (tags.size === 0) return undefined;
    const commit = { sequence: ++this.#sequence, xid, atMs: this.#now(), tags: [...tags] };
    this.commits = [...this.commits, commit];
    this.#rows = [...this.#rows, { id: this.#rowIds.get(xid) ?? 0, xid, tags: commit.tags }];
    return commit;
  }

  abort(xid: Xid): void {
    if (this.#open.has(xid)) this.#complete(xid);
  }

  /** kill -9 and recovery: open transactions are gone, and ids above the last durable one are given out again. */
  crash(): void {
    this.#open.clear();
    this.#rowIds.clear();
    this.#latestCompleted = this.#durable;
    for (const { xid } of this.commits) if (xid > this.#latestCompleted) this.#latestCompleted = xid;
    this.#nextXid = this.#latestCompleted + 1n;
  }

  image(): Image {
    return { commits: this.commits, rows: this.#rows, nextXid: this.#nextXid, floor: this.#floor };
  }

  /** An older image takes the place of the data; the procedure raises the epoch. */
  restore(image: Image): void {
    this.crash();
    this.commits = image.commits;
    this.#rows = image.rows;
    this.#nextXid = image.nextXid;
    this.#latestCompleted = image.nextXid - 1n;
    this.#floor = image.floor;
    this.#recorded = undefined;
    this.#durable = image.nextXid - 1n;
    this.epoch++;
    this.restoredAtMs = this.#now();
  }

  /** Remembers what is seen now, for pruning later; the record is a transaction, which makes every id below its own durable. */
  recordRetention(): void {
    const xid = this.begin();
    this.#recorded = this.snapshot();
    this.#complete(xid);
    this.#durable = xid;
  }

  /** Removes the journal rows that the recorded snapshot sees, and keeps it as the floor. */
  prune(): void {
    const recorded = this.#recorded;
    if (recorded === undefined) return;
    this.#rows = this.#rows.filter(({ xid }) => !isSeen(recorded, xid));
    this.#floor = recorded;
  }

  snapshot(): Snapshot {
    const xmax = this.#latestCompleted + 1n;
    const inProgress = [...this.#open.keys()].filter((xid) => xid < xmax);
    let xmin = xmax;
    for (const xid of inProgress) if (xid < xmin) xmin = xid;
    return { xmin, xmax, inProgress: new Set(inProgress) };
  }

  poll(seen: Snapshot, afterRowId: number): PollAnswer {
    const rows = this.#faults.tailsById
      ? this.#rows.filter(({ id }) => id > afterRowId)
      : this.#rows.filter(({ xid }) => xid >= seen.xmax || seen.inProgress.has(xid));
    return { identity: `epoch ${this.epoch}`, snapshot: this.snapshot(), rows, floor: this.#floor };
  }

  read(tags: readonly string[]): Content {
    return Object.fromEntries(tags.map((tag) => [tag, this.lastCommit(tag, this.#now())]));
  }

  /** The number of the last commit of a tag up to an instant; 0 when there is none. */
  lastCommit(tag: string, atMs: number): number {
    for (let position = this.commits.length - 1; position >= 0; position--) {
      const commit = this.commits[position];
      if (commit !== undefined && commit.atMs <= atMs && commit.tags.includes(tag)) return commit.sequence;
    }
    return 0;
  }

  #complete(xid: Xid): void {
    this.#open.delete(xid);
    if (xid > this.#latestCompleted) this.#latestCompleted = xid;
  }
}

/** Written out a second time: what checks the core does not borrow from it. */
function isSeen(snapshot: Snapshot, xid: Xid): boolean {
  return xid < snapshot.xmax && !snapshot.inProgress.has(xid);
}
