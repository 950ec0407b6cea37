import { ACT } from "@/lib/calculators/duty-rates/act";
import { NSW } from "@/lib/calculators/duty-rates/nsw";
import { NT } from "@/lib/calculators/duty-rates/nt";
import { QLD } from "@/lib/calculators/duty-rates/qld";
import { SA } from "@/lib/calculators/duty-rates/sa";
import { TAS } from "@/lib/calculators/duty-rates/tas";
import { VIC } from "@/lib/calculators/duty-rates/vic";
import { WA } from "@/lib/calculators/duty-rates/wa";
import type { DutyBand, DutySchedule, Jurisdiction } from "@/lib/calculators/duty-schedule";

/** The rates that are known, to be shown with their source, their dates and whether they are verified. */
export const DUTY_SCHEDULES: Readonly<Record<Jurisdiction, DutySchedule>> = {
  nsw: NSW,
  vic: VIC,
  qld: QLD,
  wa: WA,
  sa: SA,
  tas: TAS,
  act: ACT,
  nt: NT,
};

export type DutyQuestion = {
  readonly jurisdiction: Jurisdiction;
  /** Whole dollars, and no less than the home is worth: the greater of the two is what duty is charged on. */
  readonly priceDollars: number;
  readonly buyer: "owner-occupier" | "investor";
};

/** In whole cents; null above what the schedule's rates are known for. */
export function stampDutyCents(
  { jurisdiction, priceDollars, buyer }: DutyQuestion,
  schedules: Readonly<Record<Jurisdiction, DutySchedule>> = DUTY_SCHEDULES,
): number | null {
  const schedule = schedules[jurisdiction];
  if (schedule.knownUpToDollars !== null && priceDollars > schedule.knownUpToDollars) return null;
  if (priceDollars <= 0) return 0;
  const general = chargedCents(schedule, schedule.bands, priceDollars);
  if (buyer === "investor" || schedule.homeBands === null) return general;
  // Nobody has to claim a concession: that of Queensland is dearer than none below $15,000.
  return Math.min(general, chargedCents(schedule, schedule.homeBands, priceDollars));
}

function chargedCents(
  { jurisdiction, rounding, leastCents }: DutySchedule,
  bands: readonly DutyBand[],
  priceDollars: number,
): number {
  const band = bands.findLast(({ aboveDollars }) => priceDollars > aboveDollars);
  if (band === undefined) throw new Error(`The duty bands of ${jurisdiction} do not begin at 0.`);
  return Math.max(leastCents, bandCents(band, priceDollars, rounding));
}

function bandCents(band: DutyBand, priceDollars: number, rounding: "hundred" | "cent"): number {
  if (band.kind === "formula") {
    const thousands = priceDollars / 1_000;
    return Math.round((band.square * thousands * thousands + band.linear * thousands) * 100);
  }
  const [base, charged] =
    band.kind === "whole" ? [0, priceDollars] : [band.baseCents, priceDollars - band.overDollars];
  if (rounding === "hundred") return base + Math.ceil(charged / 100) * band.centsPerHundred;
  return base + Math.round((charged * band.centsPerHundred) / 100);
}
