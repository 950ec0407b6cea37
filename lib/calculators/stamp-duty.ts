import { chargedDutyCents, type DutiablePurchase } from "@/lib/calculators/charged-duty";
import { ACT } from "@/lib/calculators/duty-rates/act";
import { NSW } from "@/lib/calculators/duty-rates/nsw";
import { NT } from "@/lib/calculators/duty-rates/nt";
import { QLD } from "@/lib/calculators/duty-rates/qld";
import { SA } from "@/lib/calculators/duty-rates/sa";
import { TAS } from "@/lib/calculators/duty-rates/tas";
import { VIC } from "@/lib/calculators/duty-rates/vic";
import { WA } from "@/lib/calculators/duty-rates/wa";
import type { DutySchedule, Jurisdiction } from "@/lib/calculators/duty-schedule";

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

export type DutyQuestion = DutiablePurchase & { readonly jurisdiction: Jurisdiction };

/** In whole cents; null above what the schedule's rates are known for. */
export function stampDutyCents(
  { jurisdiction, ...purchase }: DutyQuestion,
  schedules: Readonly<Record<Jurisdiction, DutySchedule>> = DUTY_SCHEDULES,
): number | null {
  return chargedDutyCents(schedules[jurisdiction], purchase);
}
