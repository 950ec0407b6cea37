import { harmless, type Observe, type OvertakenCause } from "./events";
import { clamp, covers, join, NOTHING_SEEN, type Snapshot, sees, type Xid } from "./snapshot";

/** One successful poll of the journal. */
export type Poll = {
  /** When it was sent, on the cache's clock. */
  readonly startedAtMs: number;
  /** Which database answered. */
  readonly identity: string;
  /** pg_current_snapshot() of the statement that read the rows. */
  readonly snapshot: Snapshot;
  /** Every row with `xid >= seen.xmax or xid = any(seen.inProgress)`, in any order, but for those that the floor sees. */
  readonly rows: readonly { readonly xid: Xid; readonly tags: readonly string[] }[];
  /** Sees every change that may be missing from the rows: pruned ones, and at boot those that were left out. */
  readonly floor: Snapshot;
};

/** What a value was read under, and what it depends on. */
export type Stamped = {
  readonly identity: string;
  readonly stamp: Snapshot;
  readonly tags: Iterable<string>;
};

export type Overtaking = { readonly cause: OvertakenCause; readonly tag: string | null };

export type ClockLimits = { readonly tagsMax: number; readonly xidsPerTagMax: number };

type History = {
  xids: Xid[];
  /** Sees every change that was cut from `xids`. */
  floor: Snapshot;
  /** Sees every change of this tag. */
  seen: Snapshot;
  version: number;
};

const BY_FLOOR: Overtaking = { cause: "floor", tag: null };
const BY_IDENTITY: Overtaking = { cause: "identity", tag: null };

/**
 * Which transactions changed which tag, as far as this process knows. Exact for recent changes; for those that it had no
 * room to remember, a floor stands in, which a stamp must cover: so an entry may be called overtaken without need, never
 * the other way round. Bounded: at most tagsMax tags of at most xidsPerTagMax transactions each.
 */
export class ChangeClock {
  /** Grows whenever something may have been overtaken; equal versions mean that nothing has. */
  version = 0;
  /** Everything that was applied: the stamp for loads that begin now. */
  seen: Snapshot = NOTHING_SEEN;
  /** undefined until the first poll, and while the database behind it is not the one that was followed. */
  identity: string | undefined;
  /** When the last poll that counts for trust started; -Infinity when there is none. */
  polledAtMs = Number.NEGATIVE_INFINITY;

  readonly #limits: ClockLimits;
  readonly #observe: Observe;
  /** In the order of their last change, so that the first is the one to cut. */
  readonly #histories = new Map<string, History>();
  #floor: Snapshot = NOTHING_SEEN;
  #floorVersion = 0;
  #distrustedAtMs = Number.NEGATIVE_INFINITY;
  #lostIdentity: string | undefined;

  constructor(limits: ClockLimits, observe: Observe) {
    this.#limits = limits;
    this.#observe = harmless(observe);
  }

  /** Takes in one poll. Polls are applied one after the other, each asked for with the `seen` that the one before left. */
  apply(poll: Poll): void {
    if (poll.identity === this.#lostIdentity) return;
    if (poll.identity !== this.identity) this.#follow(poll.identity);
    if (poll.snapshot.xmax < this.seen.xmax) this.#lose(poll.identity);
    else this.#takeIn(poll);
  }

  /** Nothing is known to be fresh until a poll that starts after this moment: a change was made that was not yet seen. */
  distrust(nowMs: number): void {
    this.#distrustedAtMs = nowMs;
    this.polledAtMs = Number.NEGATIVE_INFINITY;
  }

  /**
   * What has overtaken a value read under this stamp, or null when it is as good as one read under the present `seen`.
   * With `sinceVersion`, a version at which the answer was null, only what came later is looked at.
   */
  overtakenBy(value: Stamped, sinceVersion = -1): Overtaking | null {
    if (value.identity !== this.identity) return BY_IDENTITY;
    if (this.#floorVersion > sinceVersion && !covers(value.stamp, this.#floor)) return BY_FLOOR;
    for (const tag of value.tags) {
      const history = this.#histories.get(tag);
      if (history !== undefined && history.version > sinceVersion && !hasSeenAll(value.stamp, history))
        return { cause: "tag", tag };
    }
    return null;
  }

  /** How many tags are remembered. */
  get tagCount(): number {
    return this.#histories.size;
  }

  #takeIn(poll: Poll): void {
    const hasMissed = !covers(this.seen, poll.floor);
    this.seen = clamp(poll.snapshot, this.#seenLimit(poll, hasMissed));
    if (hasMissed || poll.rows.length > 0) this.version++;
    if (hasMissed) this.#raiseFloor(poll.floor, "missed");
    for (const { xid, tags } of poll.rows) for (const tag of tags) this.#record(tag, xid);
    if (poll.startedAtMs > this.#distrustedAtMs) this.polledAtMs = poll.startedAtMs;
    if (poll.rows.length > 0) this.#observe({ kind: "changes", rows: poll.rows, version: this.version });
  }

  #follow(identity: string): void {
    this.#observe({ kind: "identity-changed", from: this.identity, to: identity });
    this.identity = identity;
    this.#lostIdentity = undefined;
    this.seen = NOTHING_SEEN;
    this.#floor = NOTHING_SEEN;
    this.#histories.clear();
    this.version++;
    this.#floorVersion = this.version;
  }

  #lose(identity: string): void {
    this.#lostIdentity = identity;
    this.identity = undefined;
    this.polledAtMs = Number.NEGATIVE_INFINITY;
    this.version++;
    this.#observe({ kind: "identity-lost", identity });
  }

  /** Ids below this one are durable: a journal row, or a stored floor, has a higher one. */
  #seenLimit(poll: Poll, hasMissed: boolean): Xid {
    let limit = this.seen.xmax;
    if (hasMissed && poll.floor.xmax > limit) limit = poll.floor.xmax;
    for (const { xid } of poll.rows) if (xid >= limit) limit = xid + 1n;
    return limit;
  }

  #record(tag: string, xid: Xid): void {
    const history = this.#histories.get(tag) ?? {
      xids: [],
      floor: NOTHING_SEEN,
      seen: this.seen,
      version: this.version,
    };
    if (!history.xids.includes(xid)) history.xids.push(xid);
    if (history.xids.length > this.#limits.xidsPerTagMax) {
      history.xids = [];
      history.floor = this.seen;
    }
    history.seen = this.seen;
    history.version = this.version;
    this.#histories.delete(tag);
    this.#histories.set(tag, history);
    if (this.#histories.size > this.#limits.tagsMax) this.#forgetOldest();
  }

  /** The floor that stands in for the tag longest unchanged is what was seen at its last change: later stamps cover it. */
  #forgetOldest(): void {
    for (const [tag, history] of this.#histories) {
      this.#histories.delete(tag);
      this.#raiseFloor(history.seen, "tags");
      return;
    }
  }

  #raiseFloor(floor: Snapshot, cause: "missed" | "tags"): void {
    if (covers(this.#floor, floor)) return;
    this.#floor = join(this.#floor, floor);
    this.#floorVersion = this.version;
    this.#observe({ kind: "floor-raised", cause });
  }
}

function hasSeenAll(stamp: Snapshot, history: History): boolean {
  for (const xid of history.xids) if (!sees(stamp, xid)) return false;
  return covers(stamp, history.floor);
}
