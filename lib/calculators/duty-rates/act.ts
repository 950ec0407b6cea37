import { type DutyBand, type DutySchedule, over, whole } from "@/lib/calculators/duty-schedule";

const FLAT: DutyBand = whole(1_455_000, 4.54);

/**
 * Australian Capital Territory. Not verified: of the office's own page only what it was until June 2024 was found. The first rate of
 * owner-occupiers is that of the budget of 2025 (https://regfollower.com/australia-capital-territory-announces-2025-26-budget-includes-conveyance-duty-concessions),
 * whose greatest concession, $35,238 at $1,020,000, is what these bands come to; the other rates are a copy of the table of the year before.
 */
export const ACT: DutySchedule = {
  jurisdiction: "act",
  duty: "Conveyance duty",
  office: "ACT Revenue Office",
  sourceUrl: "https://financecalculators.app/stamp-duty-guide/act",
  appliesFrom: "2025-07-01",
  appliesUntil: "2026-06-30",
  isVerified: false,
  readOn: "2026-11-26",
  note: "Rates are set anew each 1 July; these are those of the year to June 2026. The Home Buyer Concession Scheme is not reckoned here.",
  rounding: "hundred",
  leastCents: 0,
  knownUpToDollars: null,
  bands: [
    over(0, 0, 1.2),
    over(200_000, 2_400, 2.2),
    over(300_000, 4_600, 3.4),
    over(500_000, 11_400, 4.32),
    over(750_000, 22_200, 5.9),
    over(1_000_000, 36_950, 6.4),
    FLAT,
  ],
  homeBands: [
    over(0, 0, 0.28),
    over(260_000, 728, 2.2),
    over(300_000, 1_608, 3.4),
    over(500_000, 8_408, 4.32),
    over(750_000, 19_208, 5.9),
    over(1_000_000, 33_958, 6.4),
    FLAT,
  ],
};
