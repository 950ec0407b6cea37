import type { GuardedTier } from "./guarded-tier";

type Batch = { readonly keys: string[]; readonly answer: Promise<readonly unknown[]> };

/** Look-ups of the shared tier that begin in the same turn share one getMany, of at most so many keys. */
export class LookupBatch {
  readonly #tier: GuardedTier;
  readonly #keysMax: number;
  #open: Batch | undefined;

  constructor(tier: GuardedTier, keysMax: number) {
    this.#tier = tier;
    this.#keysMax = keysMax;
  }

  /** What is stored under the key, or undefined. Never rejects. */
  async get(key: string): Promise<unknown> {
    if (this.#open === undefined || this.#open.keys.length >= this.#keysMax) this.#open = this.#begin();
    const { keys, answer } = this.#open;
    const position = keys.push(key) - 1;
    return (await answer)[position];
  }

  #begin(): Batch {
    const keys: string[] = [];
    const answer = Promise.resolve().then(() => {
      if (this.#open?.keys === keys) this.#open = undefined;
      return this.#tier.getMany(keys);
    });
    return { keys, answer };
  }
}
