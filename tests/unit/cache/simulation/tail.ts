import type { ChangeClock } from "@/lib/cache/change-clock";
import type { Chance } from "./chance";
import type { Database } from "./database";
import type { Site } from "./site";

const POLL_EVERY_MS = 50;
const POLL_TIMEOUT_MS = 150;

/** Polls the journal for one process: every 50 ms, serially, and on demand. */
export class Tail {
  /** Its polls fail. */
  isDeaf = false;
  readonly #site: Site;
  readonly #database: Database;
  readonly #clock: ChangeClock;
  readonly #chance: Chance;
  #running: Promise<boolean> | undefined;
  #next: Promise<boolean> | undefined;
  #lastRowId = 0;

  constructor(site: Site, database: Database, clock: ChangeClock, chance: Chance) {
    this.#site = site;
    this.#database = database;
    this.#clock = clock;
    this.#chance = chance;
  }

  start(): void {
    void this.catchUp();
    this.#site.after(POLL_EVERY_MS, () => this.start());
  }

  /** Whether a poll that started after this call was applied. */
  catchUp = (): Promise<boolean> => {
    if (this.#running === undefined) return this.#begin();
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#begin();
    });
    return this.#next;
  };

  #begin(): Promise<boolean> {
    const poll = this.#poll().finally(() => {
      if (this.#running === poll) this.#running = undefined;
    });
    this.#running = poll;
    return poll;
  }

  async #poll(): Promise<boolean> {
    const startedAtMs = this.#site.now();
    const seen = this.#clock.seen;
    await this.#site.wait(this.#delayMs());
    if (this.isDeaf || this.#chance.is(0.02)) return false;
    const answer = this.#database.poll(seen, this.#lastRowId);
    await this.#site.wait(this.#delayMs());
    if (this.#site.now() - startedAtMs > POLL_TIMEOUT_MS) return false;
    this.#lastRowId = answer.rows.reduce((highest, { id }) => Math.max(highest, id), this.#lastRowId);
    this.#clock.apply({ startedAtMs, ...answer });
    return true;
  }

  #delayMs(): number {
    return this.#chance.is(0.05) ? this.#chance.between(20, 200) : this.#chance.between(0, 4);
  }
}
