export type TurnstileLimits = {
  /** So many pass at once when nobody came for a while. */
  readonly burst: number;
  /** After them one passes every so often. */
  readonly everyMs: number;
  readonly waitingMax: number;
};

/** Lets through at a bounded rate, in the order in which they came (the generic cell rate algorithm, ITU-T I.371). */
export class Turnstile {
  readonly #limits: TurnstileLimits;
  readonly #now: () => number;
  /** When the last one who came would pass, were there no burst. */
  #duePassMs = Number.NEGATIVE_INFINITY;
  #waiting = 0;

  constructor(limits: TurnstileLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** True when it is their turn; false at once when too many wait already. */
  async enter(): Promise<boolean> {
    const { burst, everyMs, waitingMax } = this.#limits;
    const now = this.#now();
    const dueMs = Math.max(this.#duePassMs + everyMs, now);
    const waitMs = dueMs - now - (burst - 1) * everyMs;
    if (waitMs > 0 && this.#waiting >= waitingMax) return false;
    this.#duePassMs = dueMs;
    if (waitMs <= 0) return true;
    this.#waiting++;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    this.#waiting--;
    return true;
  }
}
