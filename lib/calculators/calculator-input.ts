import { z } from "zod";
import { MORTGAGE_ASSUMPTIONS, YIELD_ASSUMPTIONS } from "@/lib/calculators/assumptions";
import { JURISDICTIONS } from "@/lib/calculators/duty-schedule";
import { REPAYMENTS_A_YEAR, type RepaymentFrequency } from "@/lib/calculators/mortgage";
import { AppError } from "@/lib/errors";

type Bounds = { readonly least: number; readonly most: number; readonly decimals?: number };

const PRICE: Bounds = { least: 1, most: 1_000_000_000 };
const COSTS: Bounds = { least: 0, most: 1_000_000_000 };
const PERCENT: Bounds = { least: 0, most: 100, decimals: 2 };
const FREQUENCIES = Object.keys(REPAYMENTS_A_YEAR) as RepaymentFrequency[];

/** What the calculators may be asked, each text of a form or an address read as its number; what is not given is assumed. */
const CALCULATION = {
  mortgage: z
    .strictObject({
      loanDollars: number("loan in dollars", PRICE),
      ratePercent: number("interest rate in per cent", { least: 0, most: 30, decimals: 2 }).default(
        MORTGAGE_ASSUMPTIONS.ratePercent.value,
      ),
      termYears: number("term in years", { least: 1, most: 40 }).default(
        MORTGAGE_ASSUMPTIONS.termYears.value,
      ),
      interestOnlyYears: number("years of interest only", { least: 0, most: 40 }).default(
        MORTGAGE_ASSUMPTIONS.interestOnlyYears.value,
      ),
      frequency: choice("frequency", FREQUENCIES).default(MORTGAGE_ASSUMPTIONS.frequency.value),
    })
    .refine(({ interestOnlyYears, termYears }) => interestOnlyYears <= termYears, {
      path: ["interestOnlyYears"],
      error: "The years of interest only cannot be more than the term.",
    }),
  duty: z.strictObject({
    jurisdiction: choice("state or territory", JURISDICTIONS),
    priceDollars: number("price in dollars", PRICE),
    buyer: choice("buyer", ["owner-occupier", "investor"]).default("owner-occupier"),
  }),
  yield: z.strictObject({
    priceDollars: number("price in dollars", PRICE),
    purchaseCostsDollars: number("costs of the purchase in dollars", COSTS).default(
      YIELD_ASSUMPTIONS.purchaseCostsDollars.value,
    ),
    weeklyRentDollars: number("weekly rent in dollars", { least: 0, most: 1_000_000 }),
    vacantWeeks: number("vacant weeks", { least: 0, most: 52 }).default(YIELD_ASSUMPTIONS.vacantWeeks.value),
    managementPercent: number("fee of the agent in per cent", PERCENT).default(
      YIELD_ASSUMPTIONS.managementPercent.value,
    ),
    yearlyCostsDollars: number("costs a year in dollars", COSTS).default(
      YIELD_ASSUMPTIONS.yearlyCostsDollars.value,
    ),
  }),
};

type Calculation = { [K in keyof typeof CALCULATION]: z.infer<(typeof CALCULATION)[K]> };

/** What is asked of a calculator, of texts by name. Throws AppError bad_request with a sentence for each field that is not what it must be. */
export function readCalculation<K extends keyof Calculation>(
  kind: K,
  given: Readonly<Record<string, string>>,
): Calculation[K] {
  const parsed = CALCULATION[kind].safeParse(given);
  // TypeScript does not follow which member of CALCULATION was taken.
  if (parsed.success) return parsed.data as Calculation[K];
  const issues = parsed.error.issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? { field: issue.keys.join(", ").slice(0, 40), reason: "The calculator does not ask for this." }
      : { field: String(issue.path[0]), reason: issue.message },
  );
  throw new AppError("bad_request", "The calculator cannot read this.", { issues });
}

/** Commas and spaces between digits are as people write them. */
function number(what: string, { least, most, decimals = 0 }: Bounds) {
  const spelling = decimals === 0 ? /^\d{1,12}$/ : new RegExp(`^\\d{1,12}(\\.\\d{1,${decimals}})?$`);
  const kind = decimals === 0 ? "a whole number" : `a number with at most ${decimals} decimals`;
  const error = `The ${what} must be ${kind} from ${least.toLocaleString("en-AU")} to ${most.toLocaleString("en-AU")}.`;
  return z
    .string({ error })
    .transform((text) => text.replace(/[\s,]/g, ""))
    .refine((text) => spelling.test(text) && Number(text) >= least && Number(text) <= most, { error })
    .transform(Number);
}

function choice<const T extends string>(what: string, options: readonly T[]) {
  return z.enum(options, { error: `The ${what} must be one of: ${options.join(", ")}.` });
}
