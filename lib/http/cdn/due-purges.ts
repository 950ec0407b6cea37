/** Stands for every tag. No answer has it (cache-tags.ts). */
export const EVERYTHING = "*";

type Due = {
  readonly dueAtMs: number;
  /** 0: the CDN has not been told since the change; then how often it has been told again. */
  readonly round: number;
  /** The first change that the CDN was not told of yet. */
  readonly changedAtMs: number;
};

/** What is told in one request: tags, or EVERYTHING alone. */
export type Batch = ReadonlyMap<string, Due>;

export type PurgeLimits = {
  /** More than so many are not remembered apart: everything is purged instead. */
  readonly tagsMax: number;
  readonly batchMax: number;
  /** From one time that a tag is told to the next. */
  readonly againAfterMs: readonly number[];
};

/**
 * Which tags a CDN is still to be told, and when. Each is told once and then again after each of the pauses; a change meanwhile begins
 * anew, and the pauses after the last change are also long enough after those before. Nothing leaves before it was told: a batch
 * that failed is due as it was.
 */
export class DuePurges {
  readonly #limits: PurgeLimits;
  readonly #due = new Map<string, Due>();
  #underWay: Batch | undefined;

  constructor(limits: PurgeLimits) {
    this.#limits = limits;
  }

  /** These tags have changed. */
  add(tags: Iterable<string>, nowMs: number): void {
    const everything = this.#due.get(EVERYTHING);
    const isCovered = everything?.round === 0 && this.#underWay?.get(EVERYTHING) !== everything;
    if (isCovered) return;
    for (const tag of tags) {
      this.#due.set(tag, this.#changed(tag, nowMs));
      if (this.#due.size <= this.#limits.tagsMax) continue;
      this.addEverything(nowMs);
      return;
    }
  }

  /** Something has changed, and nobody knows what. */
  addEverything(nowMs: number): void {
    const changedAtMs = this.untoldSinceMs ?? nowMs;
    this.#due.clear();
    this.#due.set(EVERYTHING, { dueAtMs: nowMs, round: 0, changedAtMs });
  }

  /** What to tell now, what was never told first; undefined when nothing is due. It is then settled or given back before the next is taken. */
  take(nowMs: number): Batch | undefined {
    const due = [...this.#due].filter(([, { dueAtMs }]) => dueAtMs <= nowMs);
    if (due.length === 0) return undefined;
    const everything = due.find(([tag]) => tag === EVERYTHING);
    const first = due.sort(([, one], [, other]) => one.round - other.round);
    this.#underWay = new Map(everything ? [everything] : first.slice(0, this.#limits.batchMax));
    return this.#underWay;
  }

  /** The CDN was told what was taken. */
  settle(batch: Batch, nowMs: number): void {
    this.#underWay = undefined;
    for (const [tag, told] of batch) {
      // It has changed again meanwhile.
      if (this.#due.get(tag) !== told) continue;
      const pauseMs = this.#limits.againAfterMs[told.round];
      if (pauseMs === undefined) this.#due.delete(tag);
      else this.#due.set(tag, { ...told, dueAtMs: nowMs + pauseMs, round: told.round + 1 });
    }
  }

  /** The CDN was not told, or did not say so. */
  giveBack(): void {
    this.#underWay = undefined;
  }

  get nextDueAtMs(): number | undefined {
    return least([...this.#due.values()].map(({ dueAtMs }) => dueAtMs));
  }

  /** When the oldest change was that the CDN was not told of yet; undefined when there is none. */
  get untoldSinceMs(): number | undefined {
    return least(
      [...this.#due.values()].filter(({ round }) => round === 0).map(({ changedAtMs }) => changedAtMs),
    );
  }

  #changed(tag: string, nowMs: number): Due {
    const before = this.#due.get(tag);
    const isUntold = before?.round === 0 && this.#underWay?.get(tag) !== before;
    return isUntold ? before : { dueAtMs: nowMs, round: 0, changedAtMs: nowMs };
  }
}

function least(numbers: readonly number[]): number | undefined {
  return numbers.length === 0
    ? undefined
    : numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}
