import { type DutyBand, type DutySchedule, over, whole } from "@/lib/calculators/duty-schedule";

const LOW: readonly DutyBand[] = [over(0, 0, 1.4), over(25_000, 350, 2.4)];
const HIGH: readonly DutyBand[] = [whole(960_000, 5.5), over(2_000_000, 110_000, 6.5)];

/**
 * Victoria, of contracts from 1 July 2021 on; the concession for a principal place of residence, which ends at $550,000, stands since
 * 6 May 2008 (https://www.sro.vic.gov.au/rates-taxes-duties-and-levies/principal-place-residence-current-rates).
 */
export const VIC: DutySchedule = {
  jurisdiction: "vic",
  duty: "Land transfer duty",
  office: "State Revenue Office Victoria",
  sourceUrl: "https://sro.vic.gov.au/non-principal-place-residence-dutiable-property-current-rates",
  appliesFrom: "2021-07-01",
  appliesUntil: null,
  isVerified: true,
  readOn: "2026-11-26",
  note: "",
  rounding: "cent",
  leastCents: 0,
  knownUpToDollars: null,
  bands: [...LOW, over(130_000, 2_870, 6), ...HIGH],
  homeBands: [
    ...LOW,
    over(130_000, 2_870, 5),
    over(440_000, 18_370, 6),
    {
      kind: "excess",
      aboveDollars: 550_000,
      overDollars: 130_000,
      baseCents: 2_870_00,
      centsPerHundred: 6_00,
    },
    ...HIGH,
  ],
};
