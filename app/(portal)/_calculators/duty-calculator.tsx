"use client";

import type { ReactNode } from "react";
import { MoneyField } from "@/app/_ui/money-field";
import { SelectField } from "@/app/_ui/select-field";
import { chargedDutyCents } from "@/lib/calculators/charged-duty";
import type { DutySchedule } from "@/lib/calculators/duty-schedule";
import { Calculator } from "./calculator";
import { dollars } from "./dollars";
import { type Given, useCalculation } from "./use-calculation";

const BUYERS = [
  { value: "owner-occupier", label: "Somebody who will live in it" },
  { value: "investor", label: "An investor" },
];

type Props = {
  begin: Given;
  schedule: DutySchedule;
  source: ReactNode;
};

export function DutyCalculator({ begin, schedule, source }: Props) {
  const { question, text } = useCalculation("duty", begin);
  const { isVerified } = schedule;
  const cents = question === null ? null : chargedDutyCents(schedule, question);
  const { value: chosen, error: _, ...choice } = text("buyer");
  return (
    <Calculator
      name="Stamp duty"
      answer={
        question &&
        (cents === null ? "Ask the office" : `${dollars(cents)}${isVerified ? "" : ", not verified"}`)
      }
      source={source}
      fields={
        <>
          <MoneyField
            label="Price"
            hint="What is paid, or what the home is worth if that is more."
            {...text("priceDollars")}
          />
          <SelectField
            label="Bought by"
            hint="First-home concessions and foreign buyers’ surcharges are not reckoned here."
            {...choice}
            value={chosen}
            choices={BUYERS}
          />
        </>
      }
    >
      {cents === null ? (
        <p>
          The rates known here end at {dollars((schedule.knownUpToDollars ?? 0) * 100)}: {schedule.office}{" "}
          knows those above.
        </p>
      ) : (
        <p>
          {schedule.duty} of {dollars(cents)}, by the rates of {schedule.office}.
        </p>
      )}
    </Calculator>
  );
}
