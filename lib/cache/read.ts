import type { Shape } from "./entry";
import type { Lifetime } from "./lifetime";
import type { LoadContext } from "./load-scope";

/** One question to the cache. The key names the question wholly; two reads with one key are one read. */
export type Read<V> = {
  readonly key: string;
  /** What the answer depends on, as far as it is known before it is loaded. */
  readonly tags: readonly string[];
  readonly lifetime: Lifetime;
  readonly shape: Shape<V>;
  /**
   * Kept in this process alone: what whoever can write to the shared tier must not be able to say. Whatever is made of it in another load
   * must be so too.
   */
  readonly isLocal?: true;
  /**
   * Its load asks other reads, and the origin never: it takes no place among the loads, while each read inside takes its own. What says
   * that it went past the cache (Cache.readPast) is not kept.
   */
  readonly isComposed?: true;
};

/** Reads the truth: one statement or one read-only snapshot of the primary. Answers null for what does not exist. */
export type Load<V> = (context: LoadContext) => Promise<V>;

/** Reads the truth of several questions at once; answers in their order. */
export type LoadMany<V> = (missing: readonly Read<V>[], context: LoadContext) => Promise<readonly V[]>;
