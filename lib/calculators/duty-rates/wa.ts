import { type DutySchedule, over } from "@/lib/calculators/duty-schedule";

/** Western Australia: the act itself, as amended by No. 16 of 2022, with one rate for homes and all else. */
export const WA: DutySchedule = {
  jurisdiction: "wa",
  duty: "Transfer duty",
  office: "RevenueWA",
  sourceUrl: "http://www5.austlii.edu.au/au/legis/wa/consol_act/da200893/sch2.html",
  appliesFrom: null,
  appliesUntil: null,
  isVerified: true,
  readOn: "2026-11-26",
  note: "Homes of less than $200,000 that their buyer lives in, and first homes, have further concessions, which are not reckoned here.",
  rounding: "hundred",
  leastCents: 0,
  knownUpToDollars: null,
  bands: [
    over(0, 0, 1.9),
    over(120_000, 2_280, 2.85),
    over(150_000, 3_135, 3.8),
    over(360_000, 11_115, 4.75),
    over(725_000, 28_453, 5.15),
  ],
  homeBands: null,
};
