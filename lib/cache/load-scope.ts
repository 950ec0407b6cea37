import type { StaleCause } from "./events";
import type { Times } from "./lifetime";

/** Why a value must not be kept, nor anything made from it. "unshared": a part of it was read past the cache, or is for one request alone. */
export type Taint = "stale" | "writing" | "tags" | "unshared";

/** What a value depends on that was made elsewhere: plain, so that another process can tell it. */
export type Dependence = Omit<Times, "loadedAtMs"> & {
  readonly tags: readonly string[];
  readonly taint: Taint | null;
  readonly staleCause: StaleCause | null;
};

/** What a load may say about the value that it is reading. */
export type LoadContext = {
  /** Aborted at the hard time limit. */
  readonly signal: AbortSignal;
  /** Adds to what the value depends on. */
  addTags(...tags: readonly string[]): void;
  /** The value depends on the present time and is wrong from this instant on (the host's clock). */
  expiresAt(instantMs: number): void;
  /** The value answers whoever waits for it, and nobody later. */
  keepOut(): void;
  /** The value depends on all that this does: it was made by a process that had seen whatever this one had when the load began. */
  takeOver(dependence: Dependence): void;
};

/** The context of one load. The signal is made when it is first asked for: most loads never do, and making one is dear. */
export class ScopedContext implements LoadContext {
  readonly #scope: LoadScope;
  #abort: AbortController | undefined;

  constructor(scope: LoadScope) {
    this.#scope = scope;
  }

  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    return this.#abort.signal;
  }

  readonly addTags = (...tags: readonly string[]): void => this.#scope.addTags(tags);

  readonly expiresAt = (instantMs: number): void => this.#scope.expiresAt(instantMs);

  readonly keepOut = (): void => this.#scope.keepOut();

  readonly takeOver = ({ taint, staleCause, ...entry }: Dependence): void =>
    this.#scope.add({ entry, taint, staleCause });

  abort(reason: unknown): void {
    this.#abort?.abort(reason);
  }
}

/** What is going on around a read: a load that it belongs to, or an open write transaction. */
export type Scope = LoadScope | WriteScope;

export type WriteScope = {
  readonly kind: "writing";
  /** What was loaded, by key, for whoever compares it with what is held. */
  readonly loaded?: Map<string, unknown>;
};

/** Carries the scope through asynchronous work; an AsyncLocalStorage is one. */
export type Carrier = {
  run<T>(scope: Scope, work: () => T): T;
  getStore(): Scope | undefined;
};

/** What one load depends on, collected from what it declares and from every cached read inside it. */
export class LoadScope {
  readonly kind = "load";
  readonly key: string;
  readonly parent: LoadScope | undefined;
  readonly isComposed: boolean;
  /** Whether it, or one around it, has a place among the loads: what is loaded inside then needs none. */
  readonly holdsSlot: boolean;
  readonly tags = new Set<string>();
  readonly #tagsMax: number;
  freshUntilMs = Number.POSITIVE_INFINITY;
  staleUntilMs = Number.POSITIVE_INFINITY;
  usableUntilMs = Number.POSITIVE_INFINITY;
  taint: Taint | null = null;
  staleCause: StaleCause | null = null;

  constructor(
    { key, isComposed = false }: { readonly key: string; readonly isComposed?: boolean },
    parent: LoadScope | undefined,
    { tagsMax, takesSlot }: { readonly tagsMax: number; readonly takesSlot: boolean },
  ) {
    this.key = key;
    this.isComposed = isComposed;
    this.parent = parent;
    this.holdsSlot = takesSlot || (parent?.holdsSlot ?? false);
    this.#tagsMax = tagsMax;
  }

  addTags(tags: Iterable<string>): void {
    for (const tag of tags) {
      if (this.tags.size >= this.#tagsMax && !this.tags.has(tag)) {
        this.taint ??= "tags";
        return;
      }
      this.tags.add(tag);
    }
  }

  addTimes(times: Omit<Times, "loadedAtMs">): void {
    this.freshUntilMs = Math.min(this.freshUntilMs, times.freshUntilMs);
    this.staleUntilMs = Math.min(this.staleUntilMs, times.staleUntilMs);
    this.usableUntilMs = Math.min(this.usableUntilMs, times.usableUntilMs);
  }

  /** From this instant on the value is wrong: it is not served as stale either, but on failure. */
  expiresAt(instantMs: number): void {
    this.freshUntilMs = Math.min(this.freshUntilMs, instantMs);
    this.staleUntilMs = Math.min(this.staleUntilMs, instantMs);
  }

  keepOut(): void {
    this.taint ??= "unshared";
  }

  /**
   * Takes over what a cached read inside this load depends on. Its stamp needs no taking over: it was checked against the
   * clock after this load took its own stamp, so whatever this load's stamp sees of its tags, the value shows.
   */
  add(inner: {
    readonly entry: Omit<Times, "loadedAtMs"> & { readonly tags: Iterable<string> };
    readonly taint: Taint | null;
    readonly staleCause: StaleCause | null;
  }): void {
    this.addTags(inner.entry.tags);
    this.addTimes(inner.entry);
    this.taint ??= inner.taint;
    // Past its fresh time is no fault to hand on: the life that it hands on says it.
    if (inner.staleCause !== "time") this.staleCause ??= inner.staleCause;
  }

  /** All that it has come to depend on. */
  get dependence(): Dependence {
    const { freshUntilMs, staleUntilMs, usableUntilMs, taint, staleCause } = this;
    return { tags: [...this.tags], freshUntilMs, staleUntilMs, usableUntilMs, taint, staleCause };
  }

  /** Takes over everything that a common load of several values depends on. */
  merge(common: LoadScope): void {
    this.addTags(common.tags);
    this.addTimes(common);
    this.taint ??= common.taint;
    this.staleCause ??= common.staleCause;
  }

  /** Whether this load is one that `key` is being loaded for. */
  isInside(key: string): boolean {
    return this.key === key || (this.parent?.isInside(key) ?? false);
  }
}
