import type { DutyBand, DutySchedule } from "@/lib/calculators/duty-schedule";

export type DutiablePurchase = {
  /** Whole dollars, and no less than the home is worth: the greater of the two is what duty is charged on. */
  readonly priceDollars: number;
  readonly buyer: "owner-occupier" | "investor";
};

/** What a schedule charges, in whole cents; null above what its rates are known for. */
export function chargedDutyCents(
  schedule: DutySchedule,
  { priceDollars, buyer }: DutiablePurchase,
): number | null {
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
