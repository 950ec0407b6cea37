import { type Host, TimeLimitError } from "./time";

export type SlotLimits = {
  /** Loads at once … */
  readonly loadsMax: number;
  /** … further ones that wait … */
  readonly loadWaitsMax: number;
  /** … for at most so long. */
  readonly loadWaitMs: number;
};

/** The process already loads as much as it may; the way out is to ask again later, or to answer with something older. */
export class LoadRefusedError extends Error {
  override readonly name = "LoadRefusedError";
}

/** The bulkhead: the origin is never asked for more at once than it can carry, however many keys are cold. */
export class LoadSlots {
  readonly #limits: SlotLimits;
  readonly #host: Pick<Host, "after">;
  readonly #waiting = new Set<() => void>();
  #taken = 0;

  constructor(limits: SlotLimits, host: Pick<Host, "after">) {
    this.#limits = limits;
    this.#host = host;
  }

  get isFull(): boolean {
    return this.#taken >= this.#limits.loadsMax;
  }

  /** Resolves once there is room, in the order asked; LoadRefusedError when too many wait, TimeLimitError after waiting too long. Each take is given back once. */
  take(): Promise<void> {
    if (!this.isFull) {
      this.#taken++;
      return Promise.resolve();
    }
    if (this.#waiting.size >= this.#limits.loadWaitsMax)
      return Promise.reject(new LoadRefusedError(`${this.#waiting.size} loads are waiting already.`));
    return new Promise((resolve, reject) => {
      const enter = () => {
        cancel();
        resolve();
      };
      const cancel = this.#host.after(this.#limits.loadWaitMs, () => {
        this.#waiting.delete(enter);
        reject(new TimeLimitError(this.#limits.loadWaitMs));
      });
      this.#waiting.add(enter);
    });
  }

  /** Hands the place to whoever has waited longest. */
  giveBack(): void {
    for (const enter of this.#waiting) {
      this.#waiting.delete(enter);
      enter();
      return;
    }
    this.#taken--;
  }
}
