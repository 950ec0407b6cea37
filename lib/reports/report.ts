/** What can be wrong with a listing, in the order in which it is asked. */
export const REPORT_REASONS = ["wrong", "gone", "fraud", "rules", "offensive", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_WORDS: Readonly<Record<ReportReason, string>> = {
  wrong: "Something in it is wrong: a price, a fact, a picture",
  gone: "The home is no longer on offer",
  fraud: "It looks like a fraud, or somebody asks for money",
  rules: "It breaks a rule of advertising",
  offensive: "It is offensive, or tells of people what is nobody’s business",
  other: "Something else",
};

export const MESSAGE_LENGTH_MAX = 2_000;

/** A report that nobody has closed yet. */
export type OpenReport = {
  readonly reference: string;
  readonly listing: { readonly id: number; readonly headline: string };
  readonly reason: ReportReason;
  readonly message: string;
  readonly email: string | null;
  /** An ISO instant. */
  readonly createdAt: string;
};

/** What a reference looks like. */
export const REFERENCE = /^[2-9A-HJ-NP-Z]{8}$/;

/** The path of the page by which a listing is reported. */
export function reportPath(listing: number): string {
  return `/report?listing=${listing}`;
}
