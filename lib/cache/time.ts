/** Time, chance and background work, injected: the core has none of its own. */
export type Host = {
  /**
   * Milliseconds that never run backwards within a process and agree between processes to about a second
   * (performance.timeOrigin + performance.now()). Lifetimes are measured with it; validity never is.
   */
  now(): number;
  /** Uniform in [0, 1). */
  random(): number;
  /**
   * Runs `work` once, after the delay; what it returns cancels it. A host gives the event loop one more turn after the
   * delay, so that an answer that has arrived but was not yet read does not count as late.
   */
  after(delayMs: number, work: () => void): () => void;
  /** Runs work that nobody waits for; it never rejects. */
  defer(work: () => Promise<void>): void;
  /** A promise of the value that may be kept: it holds on to nothing of whoever happens to be asking. */
  settled<T>(value: T): Promise<T>;
};

export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";

  constructor(readonly limitMs: number) {
    super(`No answer within ${limitMs} ms.`);
  }
}

/** What `work` answers, or TimeLimitError once the limit has passed; work that throws at once rejects as well. */
export function within<T>(host: Pick<Host, "after">, limitMs: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = host.after(limitMs, () => reject(new TimeLimitError(limitMs)));
    const settled = (async () => work())();
    settled.then(resolve, reject).finally(cancel);
  });
}
