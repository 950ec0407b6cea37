type Happening = { readonly atMs: number; readonly order: number; readonly work: () => void };

/** Simulated time: what is due happens in order, and everything that it sets off settles before the next. */
export class Timeline {
  now = 0;
  #order = 0;
  readonly #due: Happening[] = [];

  /** Runs work after the delay; what it returns cancels it. */
  after(delayMs: number, work: () => void): () => void {
    const happening = { atMs: this.now + Math.max(0, delayMs), order: this.#order++, work };
    this.#insert(happening);
    return () => {
      const position = this.#due.indexOf(happening);
      if (position >= 0) this.#due.splice(position, 1);
    };
  }

  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(delayMs, resolve);
    });
  }

  async runUntil(endMs: number): Promise<void> {
    await new Promise(setImmediate);
    for (let next = this.#due[0]; next !== undefined && next.atMs <= endMs; next = this.#due[0]) {
      this.#due.shift();
      this.now = next.atMs;
      next.work();
      await new Promise(setImmediate);
    }
    this.now = endMs;
    await new Promise(setImmediate);
  }

  #insert(happening: Happening): void {
    let position = this.#due.length;
    while (position > 0 && isLater(this.#due[position - 1], happening)) position--;
    this.#due.splice(position, 0, happening);
  }
}

function isLater(one: Happening | undefined, other: Happening): boolean {
  if (one === undefined) return false;
  return one.atMs > other.atMs || (one.atMs === other.atMs && one.order > other.order);
}
