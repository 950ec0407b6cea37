export type YieldQuestion = {
  readonly priceDollars: number;
  /** Duty, conveyancing and the like. */
  readonly purchaseCostsDollars: number;
  readonly weeklyRentDollars: number;
  readonly vacantWeeks: number;
  /** Of the rent that is paid, in per cent. */
  readonly managementPercent: number;
  readonly yearlyCostsDollars: number;
};

/** Per cent a year, to two decimals; net is below 0 where the costs are more than the rent. */
export type RentalYield = {
  readonly grossPercent: number;
  readonly netPercent: number;
  /** What is left of the rent in a year. */
  readonly netIncomeCents: number;
};

const WEEKS = 52;

/** Gross: a year's rent for each dollar of the price. Net: what is left after vacancy and costs, for each dollar of price and purchase costs. */
export function rentalYield(question: YieldQuestion): RentalYield {
  const { priceDollars, purchaseCostsDollars, weeklyRentDollars, vacantWeeks } = question;
  const { managementPercent, yearlyCostsDollars } = question;
  const paidCents = weeklyRentDollars * (WEEKS - vacantWeeks) * 100;
  const netIncomeCents = Math.round(paidCents * (1 - managementPercent / 100) - yearlyCostsDollars * 100);
  return {
    grossPercent: percent(weeklyRentDollars * WEEKS, priceDollars),
    netPercent: percent(netIncomeCents / 100, priceDollars + purchaseCostsDollars),
    netIncomeCents,
  };
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}
