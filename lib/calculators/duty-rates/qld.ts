import { type DutySchedule, over } from "@/lib/calculators/duty-schedule";

/** Queensland. The home concession stands at https://qro.qld.gov.au/duties/transfer-duty/calculate/concession-rates. */
export const QLD: DutySchedule = {
  jurisdiction: "qld",
  duty: "Transfer duty",
  office: "Queensland Revenue Office",
  sourceUrl: "https://qro.qld.gov.au/duties/transfer-duty/calculate/rates/",
  appliesFrom: null,
  appliesUntil: null,
  isVerified: true,
  readOn: "2026-11-26",
  note: "First homes have further concessions, which are not reckoned here.",
  rounding: "hundred",
  leastCents: 0,
  knownUpToDollars: null,
  bands: [
    over(0, 0, 0),
    over(5_000, 0, 1.5),
    over(75_000, 1_050, 3.5),
    over(540_000, 17_325, 4.5),
    over(1_000_000, 38_025, 5.75),
  ],
  homeBands: [
    over(0, 0, 1),
    over(350_000, 3_500, 3.5),
    over(540_000, 10_150, 4.5),
    over(1_000_000, 30_850, 5.75),
  ],
};
