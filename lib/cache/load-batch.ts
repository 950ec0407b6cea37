import type { Crew } from "./crew";
import { LoadScope, type Scope, ScopedContext } from "./load-scope";
import type { LoadMany, Read } from "./read";

type Waiting<V> = {
  readonly read: Read<V>;
  readonly scope: Scope | undefined;
  resolve(value: V): void;
  reject(error: unknown): void;
};

/** The loads that one batch read turns out to need, gathered until the look-ups of its keys have come back, and made as one. */
export class LoadBatch<V> {
  readonly #crew: Crew;
  readonly #loadMany: LoadMany<V>;
  /** The load that the batch read is part of. */
  readonly #parent: LoadScope | undefined;
  #waiting: Waiting<V>[] = [];

  constructor(crew: Crew, loadMany: LoadMany<V>, parent: LoadScope | undefined) {
    this.#crew = crew;
    this.#loadMany = loadMany;
    this.#parent = parent;
  }

  /** This read's value out of the common load, on which everything that the common load depends on is added to its scope. */
  load(read: Read<V>): Promise<V> {
    const scope = this.#crew.carrier.getStore();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ read, scope, resolve, reject });
      if (this.#waiting.length === 1) this.#crew.host.after(0, () => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const values = await this.#run(waiting);
      if (values.length !== waiting.length)
        throw new Error(`A batch load answered ${values.length} values for ${waiting.length} reads.`);
      for (const [position, value] of values.entries()) waiting[position]?.resolve(value);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  async #run(waiting: readonly Waiting<V>[]): Promise<readonly V[]> {
    const { carrier, limits, slots } = this.#crew;
    const reads = waiting.map(({ read }) => read);
    const outer = waiting[0]?.scope;
    const takesSlot = this.#parent?.holdsSlot !== true && outer?.kind === "load";
    const scope = new LoadScope({ key: "" }, this.#parent, { tagsMax: limits.tagsPerEntryMax, takesSlot });
    const context = new ScopedContext(scope);
    if (takesSlot) await slots.take();
    try {
      const values = await carrier.run(outer?.kind === "writing" ? outer : scope, async () =>
        this.#loadMany(reads, context),
      );
      for (const { scope: inner } of waiting) if (inner?.kind === "load") inner.merge(scope);
      return values;
    } finally {
      if (takesSlot) slots.giveBack();
    }
  }
}
