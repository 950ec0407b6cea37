/** Something that goes on until it is ended. */
export class Ending {
  #isEnded = false;
  #wake: () => void = () => {};

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Waits until that moment, by performance.now(), or the end. One waits at a time. */
  pauseUntil(at: number): Promise<void> {
    if (this.#isEnded) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, at - performance.now()));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.#isEnded = true;
    this.#wake();
  }
}
