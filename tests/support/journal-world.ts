import { inspect } from "node:util";
import type { Client } from "pg";
import type { ClockLimits } from "@/lib/cache/change-clock";
import { formatSnapshot, parseSnapshot } from "@/lib/cache/snapshot";
import type { TailLimits } from "@/lib/platform/journal-tail";
import { connectClient } from "@/lib/platform/postgres-client";
import { followJournal } from "@/tests/support/followed-journal";
import { type Action, actorOf, FOLLOWERS, type Schedule, WRITERS } from "@/tests/support/journal-schedule";
import { type Value, type Write, wrongIn } from "@/tests/support/journal-verdict";
import { JournalWriters, TRUTH } from "@/tests/support/journal-writers";

type Follower = ReturnType<typeof followJournal> & {
  readonly index: number;
  /** The writes that were visible before its last poll began. */
  known: readonly Write[];
};

const VALUES_MAX = 24;

/** The first remembers everything. Of the others one soon forgets, and one reads few rows at once. */
const ROOMY = 0;
const BOUNDS: readonly { readonly tail?: Partial<TailLimits>; readonly clock?: ClockLimits }[] = [
  {},
  { clock: { tagsMax: 2, xidsPerTagMax: 1 } },
  { tail: { rowsMax: 3 } },
];

/** A database that schedules are played on, one after the other: writers, pruning, and processes that follow the journal and load. */
export class JournalWorld {
  /** How often each thing happened, over all schedules. */
  readonly met = new Map<string, number>();

  readonly #url: string;
  readonly #clients: readonly Client[];
  readonly #clerk: Client;
  readonly #pruner: Client;
  readonly #loaders: readonly Client[];
  readonly #writers: JournalWriters;
  #followers: Follower[] = [];
  #values: Value[] = [];
  /** All that is visible when a moment has passed, which is also before the next one begins. */
  #writes: readonly Write[] = [];
  #isPruning = false;
  #hasPruned = false;

  private constructor(url: string, clients: readonly Client[]) {
    const [clerk, pruner, ...others] = clients;
    if (!clerk || !pruner) throw new Error("A world needs connections.");
    this.#url = url;
    this.#clients = clients;
    this.#clerk = clerk;
    this.#pruner = pruner;
    this.#loaders = others.slice(0, FOLLOWERS);
    this.#writers = new JournalWriters(others.slice(FOLLOWERS), clerk, (what) => this.#count(what));
  }

  /** On a migrated database that allows prepared transactions. */
  static async open(url: string): Promise<JournalWorld> {
    const count = 2 + FOLLOWERS + WRITERS;
    const world = new JournalWorld(
      url,
      await Promise.all(Array.from({ length: count }, () => connectClient(url))),
    );
    await world.#clerk.query(TRUTH);
    return world;
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end()));
  }

  /** Plays it from an empty journal; after each moment, every follower's verdict on every value is judged. Throws when one is wrong. */
  async play(schedule: Schedule): Promise<void> {
    await this.#begin();
    try {
      for (const moment of schedule) {
        await this.#pass(moment);
        for (const follower of this.#followers)
          for (const value of this.#values) this.#judge(follower, value);
      }
    } finally {
      for (const { tail } of this.#followers) tail.close();
      await this.#writers.rollBack();
      await this.#endPruning(false);
    }
  }

  async #begin(): Promise<void> {
    await this.#clerk.query(
      "TRUNCATE truth, filler, cache_journal, cache_journal_mark; UPDATE cache_state SET epoch = epoch + 1, floor = DEFAULT",
    );
    this.#values = [];
    this.#writes = [];
    this.#hasPruned = false;
    this.#followers = await Promise.all(BOUNDS.map((_, index) => this.#follow(index)));
  }

  async #pass(moment: readonly Action[]): Promise<void> {
    const before = this.#writes;
    const actors = [...new Set(moment.map(actorOf))];
    const ends = await Promise.allSettled(
      actors.map(async (actor) => {
        for (const action of moment) if (actorOf(action) === actor) await this.#do(action);
      }),
    );
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    for (const action of moment) if (action.kind === "poll") this.#follower(action.follower).known = before;
    this.#writes = (await this.#clerk.query<Write>("SELECT id::text, tag FROM truth")).rows;
  }

  async #do(action: Action): Promise<void> {
    switch (action.kind) {
      case "poll":
        this.#count("poll");
        return mustCatchUp(this.#follower(action.follower));
      case "start-anew":
        this.#follower(action.follower).tail.close();
        this.#followers[action.follower] = await this.#follow(action.follower);
        return;
      case "load":
        return this.#load(action.follower, action.tags);
      case "prune":
        return this.#prune(action.batch, action.isHeld);
      case "end-pruning":
        return this.#endPruning(action.isCommitted);
      case "finish-prepared":
        return this.#writers.finishPrepared(action.which, action.isCommitted);
      default:
        return this.#writers.do(action);
    }
  }

  async #follow(index: number): Promise<Follower> {
    const { tail, clock } = BOUNDS[index] ?? {};
    const follower = { ...followJournal(this.#url, tail, clock), index, known: this.#writes };
    await mustCatchUp(follower);
    return follower;
  }

  /** Two values of one load: one stamped with what the process had seen before, as the cache does it, one with the load's own snapshot. */
  async #load(index: number, tags: readonly string[]): Promise<void> {
    const { identity, seen } = this.#follower(index).clock;
    const loader = this.#loaders[index];
    if (identity === undefined || loader === undefined) return;
    await loader.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows } = await loader.query<{ id: string; is_seen: boolean }>(
      "SELECT id::text, coalesce(pg_visible_in_snapshot(xid, $2::pg_snapshot), false) AS is_seen FROM truth WHERE tag = ANY ($1)",
      // Postgres has no snapshot that sees nothing at all.
      [tags, seen.xmax === 0n ? null : formatSnapshot(seen)],
    );
    const current = await loader.query<{ own: string }>("SELECT pg_current_snapshot()::text AS own");
    await loader.query("COMMIT");
    const own = parseSnapshot(current.rows[0]?.own ?? "");
    if (own === undefined) throw new Error("Postgres gave no snapshot.");
    const shows = new Set(rows.map(({ id }) => id));
    const sees = new Set(rows.filter((row) => row.is_seen).map(({ id }) => id));
    const early = { identity, tags, stamp: seen, shows, sees };
    this.#values = [...this.#values, early, { ...early, stamp: own, sees: shows }].slice(-VALUES_MAX);
    this.#count("load");
  }

  /** `isHeld`: its transaction stays open, so that its floor and its deletions are seen later than they are made. */
  async #prune(batch: number, isHeld: boolean): Promise<void> {
    await this.#endPruning(true);
    this.#hasPruned = true;
    this.#isPruning = true;
    await this.#pruner.query("BEGIN");
    const { rows } = await this.#pruner.query<{ pruned: number }>(
      // What was visible at the mark before, as after one retention; a transaction may have been open then and be closed now.
      "SELECT cache_journal_prune(coalesce(clock_timestamp() - (SELECT max(at) FROM cache_journal_mark), '0 s'), $1) AS pruned",
      [batch],
    );
    if (rows[0]?.pruned) this.#count("prune");
    if (!isHeld) await this.#endPruning(true);
  }

  async #endPruning(isCommitted: boolean): Promise<void> {
    if (this.#isPruning) await this.#pruner.query(isCommitted ? "COMMIT" : "ROLLBACK");
    this.#isPruning = false;
  }

  #judge({ index, clock, known }: Follower, value: Value): void {
    const verdict = clock.overtakenBy(value);
    this.#count(verdict === null ? "judged valid" : `judged overtaken by ${verdict.cause}`);
    const exactness = index !== ROOMY ? "never" : this.#hasPruned ? "by tag" : "always";
    const wrong = wrongIn({ verdict, value, exactness, known, visible: this.#writes });
    if (wrong !== null)
      throw new Error(`Follower ${index} ${wrong}. ${inspect({ verdict, seen: clock.seen, value })}`);
  }

  #follower(index: number): Follower {
    const follower = this.#followers[index];
    if (follower === undefined) throw new Error(`There is no follower ${index}.`);
    return follower;
  }

  #count(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }
}

async function mustCatchUp({ tail, polls }: ReturnType<typeof followJournal>): Promise<void> {
  if (!(await tail.catchUp())) throw new Error("A poll failed.", { cause: polls.at(-1)?.error });
}
