/** What is asked of everybody who can answer it. */
export const SUBJECTS = {
  page: "a page of results",
  api: "the same results from the API",
  mix: "the written mix",
} as const;
export type Subject = keyof typeof SUBJECTS;

/** One process that answers, and what it calls each subject; undefined is what it has not. */
export type Contestant = {
  readonly name: string;
  readonly origin: string;
  /** undefined: not started here, so nothing is known of its processor time. */
  readonly pid: number | undefined;
  readonly paths: Readonly<Record<Subject, readonly string[] | undefined>>;
  /** Whether each address is asked for once before anything is measured. */
  readonly isWarmed: boolean;
};

export const BARE = "bare node:http";
export const WARM = "Verandah, warm";
export const SHARED_ONLY = "Verandah, Redis only";
export const UNCACHED = "Verandah, no cache";
export const STOCK_DYNAMIC = "stock Next, dynamic";
export const STOCK_ISR = "stock Next, ISR";
