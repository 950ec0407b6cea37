import {
  LOAN_PERCENT,
  MORTGAGE_ASSUMPTIONS,
  RENT_PERCENT,
  YIELD_ASSUMPTIONS,
} from "@/lib/calculators/assumptions";
import { chargedDutyCents } from "@/lib/calculators/charged-duty";
import { DUTY_SCHEDULES } from "@/lib/calculators/stamp-duty";
import type { Listing } from "@/lib/listings/listing";
import { calculatedHome } from "./calculated-home";
import { DutyCalculator } from "./duty-calculator";
import { DutySource } from "./duty-source";
import { MortgageCalculator } from "./mortgage-calculator";
import { YieldCalculator } from "./yield-calculator";

/** What the home would cost, and bring in: reckoned from its price as the page is sent, and anew from whatever is put in. */
export function Calculators({ listing }: { listing: Listing }) {
  const home = calculatedHome(listing);
  if (home === null) return null;
  const { jurisdiction, priceDollars, isMiddle } = home;
  const schedule = DUTY_SCHEDULES[jurisdiction];
  const part = (percent: number, to: number) =>
    priceDollars === null ? "" : written(Math.round((priceDollars * percent) / 100 / to) * to);
  const dutyCents =
    priceDollars === null ? null : chargedDutyCents(schedule, { priceDollars, buyer: "investor" });
  const price = priceDollars === null ? "" : written(priceDollars);
  const { ratePercent, termYears, interestOnlyYears, frequency } = MORTGAGE_ASSUMPTIONS;
  const { vacantWeeks, managementPercent, yearlyCostsDollars } = YIELD_ASSUMPTIONS;
  return (
    <section id="calculators" aria-labelledby="costs" className="not-in-print grid max-w-3xl gap-3">
      <h2 id="costs" className="text-2xl">
        What it would cost
      </h2>
      <p className="text-muted">
        {isMiddle ? `Reckoned from $${price}, the middle of the price guide. ` : null}
        Figures to think with, not advice: every assumption is shown, and can be changed.
      </p>
      <noscript>
        <p className="text-muted">Changing them takes JavaScript, which is switched off.</p>
      </noscript>
      <div className="border-line border-b">
        <MortgageCalculator
          begin={{
            loanDollars: part(LOAN_PERCENT.value, 1),
            ratePercent: String(ratePercent.value),
            termYears: String(termYears.value),
            interestOnlyYears: String(interestOnlyYears.value),
            frequency: frequency.value,
          }}
        />
        <DutyCalculator
          begin={{ jurisdiction, priceDollars: price, buyer: "owner-occupier" }}
          schedule={schedule}
          source={<DutySource schedule={schedule} />}
        />
        <YieldCalculator
          begin={{
            priceDollars: price,
            weeklyRentDollars: part(RENT_PERCENT.value / 52, 10),
            purchaseCostsDollars: dutyCents === null ? "0" : written(Math.round(dutyCents / 100)),
            vacantWeeks: String(vacantWeeks.value),
            managementPercent: String(managementPercent.value),
            yearlyCostsDollars: written(yearlyCostsDollars.value),
          }}
        />
      </div>
    </section>
  );
}

/** Whole dollars as people write them into a field. */
function written(dollars: number): string {
  return String(dollars).replace(/\B(?=(\d{3})+$)/g, ",");
}
