"use client";

import { MoneyField } from "@/app/_ui/money-field";
import { NumberField } from "@/app/_ui/number-field";
import { SelectField } from "@/app/_ui/select-field";
import { LOAN_PERCENT, MORTGAGE_ASSUMPTIONS } from "@/lib/calculators/assumptions";
import { type Mortgage, mortgage, type RepaymentFrequency } from "@/lib/calculators/mortgage";
import { Calculator } from "./calculator";
import { dollars } from "./dollars";
import { type Given, useCalculation } from "./use-calculation";

const FREQUENCIES: Readonly<Record<RepaymentFrequency, { readonly label: string; readonly each: string }>> = {
  monthly: { label: "Monthly", each: "a month" },
  fortnightly: { label: "Fortnightly", each: "a fortnight" },
  weekly: { label: "Weekly", each: "a week" },
};

export function MortgageCalculator({ begin }: { begin: Given }) {
  const { question, text } = useCalculation("mortgage", begin);
  const answer = question === null ? null : mortgage(question);
  const each = FREQUENCIES[question?.frequency ?? "monthly"].each;
  const { ratePercent, termYears, interestOnlyYears, frequency } = MORTGAGE_ASSUMPTIONS;
  const { value: chosen, error: _, ...choice } = text("frequency");
  return (
    <Calculator
      name="Repayments"
      answer={answer && `${dollars(repaymentOf(answer))} ${each}`}
      fields={
        <>
          <MoneyField label="Loan" hint={LOAN_PERCENT.why} {...text("loanDollars")} />
          <NumberField label="Interest" unit="% a year" hint={ratePercent.why} {...text("ratePercent")} />
          <NumberField label="Term" unit="years" isWhole hint={termYears.why} {...text("termYears")} />
          <NumberField
            label="Interest only"
            unit="years"
            isWhole
            hint={interestOnlyYears.why}
            {...text("interestOnlyYears")}
          />
          <SelectField
            label="Repaid"
            hint={frequency.why}
            {...choice}
            value={chosen}
            choices={Object.entries(FREQUENCIES).map(([value, { label }]) => ({ value, label }))}
          />
        </>
      }
    >
      {answer === null ? null : <p>{sentences(answer, each, question?.interestOnlyYears ?? 0)}</p>}
    </Calculator>
  );
}

/** What has to be paid at first. */
function repaymentOf({ interestOnlyRepaymentCents, repaymentCents }: Mortgage): number {
  return interestOnlyRepaymentCents ?? repaymentCents ?? 0;
}

function sentences(answer: Mortgage, each: string, interestOnlyYears: number): string {
  const { interestOnlyRepaymentCents, repaymentCents, totalInterestCents } = answer;
  const first =
    interestOnlyRepaymentCents === null
      ? ""
      : `${dollars(interestOnlyRepaymentCents)} ${each} of interest for ${interestOnlyYears === 1 ? "the first year" : `${interestOnlyYears} years`}. `;
  const then =
    repaymentCents === null
      ? "The whole loan is due with the last of them. "
      : `${first === "" ? "" : "Then "}${dollars(repaymentCents)} ${each} until it is repaid. `;
  return `${first}${then}Interest comes to ${dollars(totalInterestCents)} in all.`;
}
