import type { Entry, Shape } from "./entry";
import type { StaleCause, TierName } from "./events";
import type { LoadScope, Taint } from "./load-scope";
import type { Read } from "./read";
import type { Snapshot } from "./snapshot";

/** What a read comes to: a value with where it is from, and what is wrong with it, if anything. */
export type Outcome<V = unknown> = {
  readonly entry: Entry<V>;
  readonly tier: TierName | "origin";
  readonly staleCause: StaleCause | null;
  readonly taint: Taint | null;
};

/** The moment that a load began. */
export type Begun = {
  /** Counts the beginnings of loads, so that "after the caller arrived" needs no clock. */
  readonly order: number;
  /** The change clock's version then. */
  readonly version: number;
  readonly identity: string | undefined;
  readonly stamp: Snapshot;
};

/** One look-up and load of a key, shared by all who may have its result. */
export class Flight {
  readonly key: string;
  readonly shape: Shape<unknown>;
  /** Whether it may believe the change clock. One that may not answers from the tiers only with what is marked stale. */
  readonly isTrusted: boolean;
  readonly scope: LoadScope;
  readonly answer: Promise<Outcome>;
  begun: Begun | undefined;
  /** Answers, marked stale, if the load fails or is slow. */
  fallback: { readonly entry: Entry; readonly tier: TierName } | undefined;
  /** The flight of the same key that it replaced, while that one is still loading. */
  follows: Flight | undefined;
  /** Resolves when its load is over, whatever came of it. */
  readonly landed: Promise<void>;
  hasLanded = false;
  isClosed = false;
  #hasAnswered = false;
  #settle: { resolve(outcome: Outcome): void; reject(error: unknown): void } | undefined;
  #markLanded: (() => void) | undefined;

  constructor({ key, shape }: Pick<Read<unknown>, "key" | "shape">, isTrusted: boolean, scope: LoadScope) {
    this.key = key;
    this.shape = shape;
    this.isTrusted = isTrusted;
    this.scope = scope;
    this.answer = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Nobody may be waiting: a renewal's failure is reported, not thrown.
    this.answer.catch(() => {});
    this.landed = new Promise((resolve) => {
      this.#markLanded = resolve;
    });
  }

  /** Answers everyone who waits, unless they were answered before; whether this was the answer. */
  resolve(outcome: Outcome): boolean {
    if (this.#hasAnswered) return false;
    this.#hasAnswered = true;
    this.#settle?.resolve(outcome);
    return true;
  }

  reject(error: unknown): void {
    this.#hasAnswered = true;
    this.#settle?.reject(error);
  }

  land(): void {
    this.hasLanded = true;
    this.follows = undefined;
    this.#markLanded?.();
  }
}
