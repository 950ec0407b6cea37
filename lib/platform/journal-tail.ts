import type { Client } from "pg";
import type { ChangeClock } from "@/lib/cache/change-clock";
import { NOTHING_SEEN } from "@/lib/cache/snapshot";
import type { Host } from "@/lib/cache/time";
import { connectJournal, hangUp } from "@/lib/platform/journal-connection";
import { type JournalReading, type PollLimits, readJournal } from "@/lib/platform/journal-poll";

/** Of what a poll may bring, a floor stands in for the rest. */
export type TailLimits = PollLimits & {
  /** From the start of one poll to that of the next. */
  readonly pollEveryMs: number;
  /** A poll, or a new connection, that takes longer has failed. */
  readonly pollTimeoutMs: number;
  /** However often it is woken, no sooner after the start of the one before. */
  readonly wakeEveryMs: number;
  /** After a failure the next poll that nobody asked for waits so long. */
  readonly retryMs: number;
};

export const TAIL_LIMITS: TailLimits = {
  pollEveryMs: 50,
  pollTimeoutMs: 1_000,
  wakeEveryMs: 10,
  retryMs: 500,
  rowsMax: 20_000,
  bytesMax: 1_000_000,
};

/** What one poll came to, for figures. `error` is null when it was applied. */
export type PollFigures = {
  readonly startedAtMs: number;
  readonly tookMs: number;
  readonly rowCount: number;
  /** How long ago the transaction of the newest row that it brought began; null when it brought none. */
  readonly lagMs: number | null;
  readonly error: unknown;
};

/** Follows the journal of changes for one process. */
export type JournalTail = {
  /** Polls again and again from now on. Without it, the journal is only read when somebody asks to catch up. */
  start(): void;
  /** True once a poll that started after this call was applied; false when it failed. Callers share it; polls are one after the other. */
  catchUp(): Promise<boolean>;
  /** Somebody says that something changed: polls soon. */
  wake(): void;
  /** No poll begins after this; an ongoing one is cut. */
  close(): void;
};

export type TailDependencies = {
  readonly databaseUrl: string;
  readonly clock: ChangeClock;
  readonly host: Pick<Host, "now">;
  readonly limits: TailLimits;
  readonly observe: (figures: PollFigures) => void;
  /** Called when another database answers than the one that was followed, before it is: what is connected to that one lets go. */
  readonly leaveDatabase: () => Promise<void>;
};

/** Makes the tail of a process; it connects with its first poll. */
export function createJournalTail(dependencies: TailDependencies): JournalTail {
  return new Tail(dependencies);
}

class Tail implements JournalTail {
  readonly #dependencies: TailDependencies;
  #client: Client | undefined;
  /** The poll that is under way, if one is. */
  #polling: Promise<boolean> | undefined;
  /** The one after it, which whoever asks now has to wait for: the one under way may have read before they wrote. */
  #next: Promise<boolean> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #startedAtMs = Number.NEGATIVE_INFINITY;
  /** Somebody woke it during a poll, which may have read before what they speak of. */
  #isWoken = false;
  #isFollowing = false;
  #isClosed = false;

  constructor(dependencies: TailDependencies) {
    this.#dependencies = dependencies;
  }

  start(): void {
    this.#isFollowing = true;
    this.wake();
  }

  catchUp(): Promise<boolean> {
    if (this.#next !== undefined) return this.#next;
    if (this.#polling === undefined) return this.#begin();
    this.#next = this.#polling.then(() => {
      this.#next = undefined;
      return this.#begin();
    });
    return this.#next;
  }

  wake(): void {
    this.#isWoken = this.#polling !== undefined;
    if (!this.#isWoken) this.#schedule(this.#startedAtMs + this.#dependencies.limits.wakeEveryMs);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#hangUp();
  }

  #begin(): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    clearTimeout(this.#timer);
    this.#startedAtMs = this.#dependencies.host.now();
    const polling = this.#poll(this.#startedAtMs).then((isApplied) => {
      this.#polling = undefined;
      const { pollEveryMs, retryMs, wakeEveryMs } = this.#dependencies.limits;
      const gapMs = !isApplied ? retryMs : this.#isWoken ? wakeEveryMs : pollEveryMs;
      this.#isWoken = false;
      if (this.#next === undefined) this.#schedule(this.#startedAtMs + gapMs);
      return isApplied;
    });
    this.#polling = polling;
    return polling;
  }

  async #poll(startedAtMs: number): Promise<boolean> {
    const { clock, host, observe } = this.#dependencies;
    try {
      const reading = await this.#read();
      if (this.#isClosed) return false;
      clock.apply({ startedAtMs, ...reading });
      const { rowCount, lagMs } = reading;
      observe({ startedAtMs, tookMs: host.now() - startedAtMs, rowCount, lagMs, error: null });
      return clock.identity !== undefined;
    } catch (error) {
      this.#hangUp();
      observe({ startedAtMs, tookMs: host.now() - startedAtMs, rowCount: 0, lagMs: null, error });
      return false;
    }
  }

  async #read(): Promise<JournalReading> {
    const { clock, databaseUrl, leaveDatabase, limits } = this.#dependencies;
    this.#client ??= await connectJournal(databaseUrl, limits.pollTimeoutMs);
    const seen = clock.identity === undefined ? NOTHING_SEEN : clock.seen;
    const reading = await readJournal(this.#client, seen, limits);
    if (clock.identity === undefined || reading.identity === clock.identity) return reading;
    await leaveDatabase();
    // What was read follows what was seen of the other database.
    return readJournal(this.#client, NOTHING_SEEN, limits);
  }

  #schedule(dueAtMs: number): void {
    if (!this.#isFollowing || this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.catchUp(), Math.max(0, dueAtMs - this.#dependencies.host.now()));
  }

  #hangUp(): void {
    if (this.#client !== undefined) hangUp(this.#client);
    this.#client = undefined;
  }
}
