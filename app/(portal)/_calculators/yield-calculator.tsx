"use client";

import { MoneyField } from "@/app/_ui/money-field";
import { NumberField } from "@/app/_ui/number-field";
import { RENT_PERCENT, YIELD_ASSUMPTIONS } from "@/lib/calculators/assumptions";
import { type RentalYield, rentalYield } from "@/lib/calculators/rental-yield";
import { Calculator } from "./calculator";
import { dollars } from "./dollars";
import { type Given, useCalculation } from "./use-calculation";

const COSTS_WHY = "Stamp duty of an investor, as above where it is known; conveyancing comes on top.";

export function YieldCalculator({ begin }: { begin: Given }) {
  const { question, text } = useCalculation("yield", begin);
  const answer = question === null ? null : rentalYield(question);
  const { vacantWeeks, managementPercent, yearlyCostsDollars } = YIELD_ASSUMPTIONS;
  return (
    <Calculator
      name="Rental yield"
      answer={answer && `${percent(answer.netPercent)} net`}
      fields={
        <>
          <MoneyField label="Price" {...text("priceDollars")} />
          <MoneyField label="Costs of the purchase" hint={COSTS_WHY} {...text("purchaseCostsDollars")} />
          <MoneyField label="Rent" after="a week" hint={RENT_PERCENT.why} {...text("weeklyRentDollars")} />
          <NumberField
            label="Vacant"
            unit="weeks a year"
            isWhole
            hint={vacantWeeks.why}
            {...text("vacantWeeks")}
          />
          <NumberField
            label="Fee of the agent"
            unit="% of the rent"
            hint={managementPercent.why}
            {...text("managementPercent")}
          />
          <MoneyField
            label="Other costs"
            after="a year"
            hint={yearlyCostsDollars.why}
            {...text("yearlyCostsDollars")}
          />
        </>
      }
    >
      {answer === null ? null : <p>{sentences(answer)}</p>}
    </Calculator>
  );
}

function sentences({ grossPercent, netPercent, netIncomeCents }: RentalYield): string {
  return `${percent(netPercent)} of what it costs is left in a year, which is ${dollars(netIncomeCents)}; before all costs it is ${percent(grossPercent)} of the price.`;
}

function percent(value: number): string {
  return `${String(value).replace("-", "−")} %`;
}
