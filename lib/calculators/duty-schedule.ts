export const JURISDICTIONS = ["nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"] as const;
/** An Australian state or territory, by the slug of its region. */
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** What is charged on a value above `aboveDollars`, up to where the next band begins. */
export type DutyBand = { readonly aboveDollars: number } & (
  | {
      readonly kind: "excess";
      readonly baseCents: number;
      /** On what lies above this, which is where the band begins unless a concession ends there. */
      readonly overDollars: number;
      readonly centsPerHundred: number;
    }
  | { readonly kind: "whole"; readonly centsPerHundred: number }
  /** Dollars of duty on V thousand: square * V * V + linear * V. */
  | { readonly kind: "formula"; readonly square: number; readonly linear: number }
);

/** The rates of one state or territory for a home that an Australian buys at its price: no other concession, grant or surcharge. */
export type DutySchedule = {
  readonly jurisdiction: Jurisdiction;
  /** What the office itself calls the duty. */
  readonly duty: string;
  readonly office: string;
  /** Where the rates were read. */
  readonly sourceUrl: string;
  /** Contracts from this day on, YYYY-MM-DD; null where the source names none. */
  readonly appliesFrom: string | null;
  /** The last day of the year for which rates are set anew, or null where they stand until they are changed. */
  readonly appliesUntil: string | null;
  /** Whether the office's own page or the act was read, not somebody else's copy of it. */
  readonly isVerified: boolean;
  readonly readOn: string;
  /** What a reader has to know beside the figures, as sentences; may be empty. */
  readonly note: string;
  /** "hundred": on each $100 or part of it. */
  readonly rounding: "hundred" | "cent";
  readonly leastCents: number;
  /** Above this value the rates that are known here are not all that is charged; null where they always are. */
  readonly knownUpToDollars: number | null;
  /** By where they begin; the first at 0. */
  readonly bands: readonly DutyBand[];
  /** Of those who live in what they buy, where that makes a difference. */
  readonly homeBands: readonly DutyBand[] | null;
};

/** A band that begins where the one before ended: `base` in dollars, `rate` in per cent. */
export function over(aboveDollars: number, base: number, rate: number): DutyBand {
  return {
    ...{ kind: "excess", aboveDollars, overDollars: aboveDollars },
    ...{ baseCents: cents(base), centsPerHundred: cents(rate) },
  };
}

/** A band in which the whole value is charged at `rate` per cent. */
export function whole(aboveDollars: number, rate: number): DutyBand {
  return { kind: "whole", aboveDollars, centsPerHundred: cents(rate) };
}

function cents(dollars: number): number {
  return Math.round(dollars * 100);
}
