import type { Instant } from "@/tests/faults/checker";

/** What every worker is told as it starts. */
export type Assignment = {
  readonly role: "reader" | "writer";
  readonly seed: number;
  readonly suburbs: readonly { readonly id: number; readonly key: string }[];
  readonly listings: readonly number[];
  /** Two listings that are always changed together, to one version, and never move. */
  readonly pair: readonly [number, number];
  /** A writer's own listings, each with the last version that anybody began to write. */
  readonly own: readonly (readonly [listing: number, version: number])[];
  readonly writesPair: boolean;
  /** A connection past every proxy: what is the truth is asked there. */
  readonly directUrl: string;
  readonly port: number;
  readonly readerPorts: readonly number[];
};

export type SeenListing = {
  readonly listing: number;
  readonly version: number | null;
  /** The price, which is always changed together with the headline. */
  readonly price: number | null;
  readonly askedAt: Instant;
  readonly count: number;
  readonly isStale: boolean;
  readonly by: "memory" | "http";
};

export type SeenSuburb = {
  readonly suburb: number;
  readonly items: readonly (readonly [listing: number, version: number, price: number | null])[];
  readonly firstAskedAt: Instant;
  readonly askedAt: Instant;
  readonly answeredAt: Instant;
  readonly count: number;
  readonly isStale: boolean;
};

export type FromWorker =
  /** `folder`: whose code it runs. */
  | { readonly kind: "ready"; readonly folder: string }
  | {
      readonly kind: "begun" | "acknowledged";
      readonly listing: number;
      readonly version: number;
      readonly at: Instant;
    }
  | {
      readonly kind: "saw";
      readonly listings: readonly SeenListing[];
      readonly suburbs: readonly SeenSuburb[];
    }
  /** A read of somebody who wrote this version, in the same process or with the cookie. */
  | { readonly kind: "saw-own"; readonly seen: SeenListing; readonly atLeast: number; readonly how: string }
  | { readonly kind: "refused"; readonly count: number }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "loads"; readonly count: number }
  /** A walk of the process's own auditor. */
  | { readonly kind: "audited"; readonly checked: number; readonly wrong: readonly string[] };

export type ToWorker =
  | { readonly kind: "assignment"; readonly assignment: Assignment }
  /** A writer ends itself after its next commit, before it tells anybody. */
  | { readonly kind: "die-after-commit" };
