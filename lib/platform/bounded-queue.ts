import { AppError } from "@/lib/errors";

/** Runs work that is dear: so much at once, so much waiting in the order in which it came, and no more. */
export class BoundedQueue {
  readonly #atOnceMax: number;
  readonly #waitingMax: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #ran = 0;

  constructor({ atOnceMax, waitingMax }: { readonly atOnceMax: number; readonly waitingMax: number }) {
    this.#atOnceMax = atOnceMax;
    this.#waitingMax = waitingMax;
  }

  /** What the work answers or throws; AppError unavailable when there is no room to wait. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#ran++;
      this.#leave();
    }
  }

  get counts(): { readonly running: number; readonly waiting: number; readonly ran: number } {
    return { running: this.#running, waiting: this.#waiting.length, ran: this.#ran };
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#atOnceMax) {
      this.#running++;
      return;
    }
    if (this.#waiting.length >= this.#waitingMax)
      throw new AppError("unavailable", "Too many people are signing in at once; try again in a moment.");
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Whoever is next takes the place over: nobody can slip in between. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }
}
