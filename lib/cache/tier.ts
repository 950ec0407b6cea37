import type { StoredEntry } from "./entry";

/**
 * A store behind memory that processes share. It may fail, hang, forget or lie: the core bounds the time of each call,
 * takes a failure for "nothing there", and checks everything that comes back.
 */
export type Tier = {
  /** What is stored under each key, in order; undefined where there is nothing. */
  getMany(keys: readonly string[]): Promise<readonly unknown[]>;
  put(key: string, entry: StoredEntry, keepForMs: number): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
};

/** Elects one loader per key among processes. It may fail or hang as a tier may. */
export type Lease = { acquire(key: string): Promise<Grant> };

export type Grant =
  | { readonly kind: "holder"; release(): Promise<void> }
  /** Another process loads; `released` settles when it is done, or not at all: the wait is bounded. */
  | { readonly kind: "other"; readonly released: Promise<void> }
  /** There is nobody to ask: each process loads for itself. */
  | { readonly kind: "away" };
