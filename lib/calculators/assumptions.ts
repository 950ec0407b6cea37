import type { MortgageQuestion } from "@/lib/calculators/mortgage";
import type { YieldQuestion } from "@/lib/calculators/rental-yield";

/** What is reckoned with until somebody says otherwise. `why` is shown beside it. */
type Assumption<T> = { readonly value: T; readonly why: string };

export const MORTGAGE_ASSUMPTIONS: {
  readonly [K in Exclude<keyof MortgageQuestion, "loanDollars">]: Assumption<MortgageQuestion[K]>;
} = {
  ratePercent: { value: 6, why: "A round figure, not an offer: put in your lender’s." },
  termYears: { value: 30, why: "The longest that most lenders give." },
  interestOnlyYears: { value: 0, why: "Interest and principal are repaid together from the beginning." },
  frequency: { value: "monthly", why: "As interest is charged." },
};

/** The part of its price that is borrowed for a home. */
export const LOAN_PERCENT: Assumption<number> = {
  value: 80,
  why: "Four fifths of the price: lenders ask for insurance on more.",
};

/** The rent that a home is thought to bring in a year, of its price, where nobody said what it would be. */
export const RENT_PERCENT: Assumption<number> = {
  value: 4,
  why: "A round 4 % of the price a year, no estimate: put in what homes like it rent for.",
};

export const YIELD_ASSUMPTIONS: {
  readonly [K in Exclude<keyof YieldQuestion, "priceDollars" | "weeklyRentDollars">]: Assumption<
    YieldQuestion[K]
  >;
} = {
  purchaseCostsDollars: {
    value: 0,
    why: "Stamp duty and conveyancing raise what the home costs: put them in.",
  },
  vacantWeeks: { value: 2, why: "Two weeks a year between tenants." },
  managementPercent: { value: 7, why: "A round figure for an agent’s fee." },
  yearlyCostsDollars: {
    value: 5_000,
    why: "A round figure for council rates, water, insurance and repairs; strata levies come on top.",
  },
};
