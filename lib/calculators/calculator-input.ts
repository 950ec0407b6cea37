import { MORTGAGE_ASSUMPTIONS, YIELD_ASSUMPTIONS } from "@/lib/calculators/assumptions";
import { JURISDICTIONS } from "@/lib/calculators/duty-schedule";
import { REPAYMENTS_A_YEAR, type RepaymentFrequency } from "@/lib/calculators/mortgage";
import type { FieldIssue } from "@/lib/errors";

// By hand: pages calculate in the browser, and a parser's library would be most of what they send there.

type Reader<T> = (text: string | undefined) => { readonly value: T } | { readonly reason: string };
type Bounds = { readonly least: number; readonly most: number; readonly decimals?: number };

const PRICE: Bounds = { least: 1, most: 1_000_000_000 };
const COSTS: Bounds = { least: 0, most: 1_000_000_000 };
const PERCENT: Bounds = { least: 0, most: 100, decimals: 2 };
const FREQUENCIES = Object.keys(REPAYMENTS_A_YEAR) as RepaymentFrequency[];

/** What the calculators may be asked, each text of a form read as its number; what is not given is assumed. */
const CALCULATION = {
  mortgage: {
    loanDollars: number("loan in dollars", PRICE),
    ratePercent: assuming(
      MORTGAGE_ASSUMPTIONS.ratePercent.value,
      number("interest rate in per cent", { least: 0, most: 30, decimals: 2 }),
    ),
    termYears: assuming(
      MORTGAGE_ASSUMPTIONS.termYears.value,
      number("term in years", { least: 1, most: 40 }),
    ),
    interestOnlyYears: assuming(
      MORTGAGE_ASSUMPTIONS.interestOnlyYears.value,
      number("years of interest only", { least: 0, most: 40 }),
    ),
    frequency: assuming(MORTGAGE_ASSUMPTIONS.frequency.value, choice("frequency", FREQUENCIES)),
  },
  duty: {
    jurisdiction: choice("state or territory", JURISDICTIONS),
    priceDollars: number("price in dollars", PRICE),
    buyer: assuming("owner-occupier", choice("buyer", ["owner-occupier", "investor"])),
  },
  yield: {
    priceDollars: number("price in dollars", PRICE),
    purchaseCostsDollars: assuming(
      YIELD_ASSUMPTIONS.purchaseCostsDollars.value,
      number("costs of the purchase in dollars", COSTS),
    ),
    weeklyRentDollars: number("weekly rent in dollars", { least: 0, most: 1_000_000 }),
    vacantWeeks: assuming(
      YIELD_ASSUMPTIONS.vacantWeeks.value,
      number("vacant weeks", { least: 0, most: 52 }),
    ),
    managementPercent: assuming(
      YIELD_ASSUMPTIONS.managementPercent.value,
      number("fee of the agent in per cent", PERCENT),
    ),
    yearlyCostsDollars: assuming(
      YIELD_ASSUMPTIONS.yearlyCostsDollars.value,
      number("costs a year in dollars", COSTS),
    ),
  },
} satisfies Record<string, Record<string, Reader<unknown>>>;

type Read<R> = R extends Reader<infer T> ? T : never;
type Calculation = {
  [K in keyof typeof CALCULATION]: {
    readonly [F in keyof (typeof CALCULATION)[K]]: Read<(typeof CALCULATION)[K][F]>;
  };
};
export type CalculationKind = keyof Calculation;

type CalculationReading<K extends CalculationKind> =
  | { readonly ok: true; readonly question: Calculation[K] }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** What is asked of a calculator, of texts by name; or a sentence for each field that is not what it must be. */
export function readCalculation<K extends CalculationKind>(
  kind: K,
  given: Readonly<Record<string, string>>,
): CalculationReading<K> {
  const question: Record<string, unknown> = {};
  const issues: FieldIssue[] = [];
  const readers: Readonly<Record<string, Reader<unknown>>> = CALCULATION[kind];
  for (const [field, read] of Object.entries(readers)) {
    const reading = read(given[field]);
    if ("reason" in reading) issues.push({ field, reason: reading.reason });
    else question[field] = reading.value;
  }
  for (const field of Object.keys(given))
    if (!Object.hasOwn(readers, field))
      issues.push({ field: field.slice(0, 40), reason: "The calculator does not ask for this." });
  const { interestOnlyYears, termYears } = question;
  if (issues.length === 0 && Number(interestOnlyYears) > Number(termYears))
    issues.push({
      field: "interestOnlyYears",
      reason: "The years of interest only cannot be more than the term.",
    });
  // Each field was read by the reader of its name.
  return issues.length > 0 ? { ok: false, issues } : { ok: true, question: question as Calculation[K] };
}

/** Commas and spaces between digits are as people write them. */
function number(what: string, { least, most, decimals = 0 }: Bounds): Reader<number> {
  const spelling = decimals === 0 ? /^\d{1,12}$/ : new RegExp(`^\\d{1,12}(\\.\\d{1,${decimals}})?$`);
  const kind = decimals === 0 ? "a whole number" : `a number with at most ${decimals} decimals`;
  const reason = `The ${what} must be ${kind} from ${least.toLocaleString("en-AU")} to ${most.toLocaleString("en-AU")}.`;
  return (text = "") => {
    const digits = text.replace(/[\s,]/g, "");
    const value = Number(digits);
    return spelling.test(digits) && value >= least && value <= most ? { value } : { reason };
  };
}

function choice<const T extends string>(what: string, options: readonly T[]): Reader<T> {
  return (text) => {
    const value = options.find((option) => option === text);
    return value === undefined ? { reason: `The ${what} must be one of: ${options.join(", ")}.` } : { value };
  };
}

function assuming<T>(value: T, read: Reader<T>): Reader<T> {
  return (text) => (text === undefined ? { value } : read(text));
}
