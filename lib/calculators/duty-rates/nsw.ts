import { type DutySchedule, over } from "@/lib/calculators/duty-schedule";

/**
 * New South Wales. Not verified: read in a solicitor's copy of the table of Revenue NSW, and another that agrees with it. The thresholds
 * follow the price index each 1 July, and those of the year from July 2026 were not found.
 */
export const NSW: DutySchedule = {
  jurisdiction: "nsw",
  duty: "Transfer duty",
  office: "Revenue NSW",
  sourceUrl:
    "https://midmountainslegal.com.au/transfer-duty-aka-stamp-duty-is-a-state-government-tax-imposed-when-property-ownership-is-transferred",
  appliesFrom: "2025-07-01",
  appliesUntil: "2026-06-30",
  isVerified: false,
  readOn: "2026-11-26",
  note: "The thresholds rise with prices each 1 July; these are those of the year to June 2026. Homes of more than about $3 million pay a premium rate, which is not reckoned here.",
  rounding: "hundred",
  leastCents: 20_00,
  knownUpToDollars: 3_000_000,
  bands: [
    over(0, 0, 1.25),
    over(17_000, 212, 1.5),
    over(37_000, 512, 1.75),
    over(99_000, 1_597, 3.5),
    over(372_000, 11_152, 4.5),
    over(1_240_000, 50_212, 5.5),
  ],
  homeBands: null,
};
