import { type DutySchedule, over } from "@/lib/calculators/duty-schedule";

/** South Australia. */
export const SA: DutySchedule = {
  jurisdiction: "sa",
  duty: "Stamp duty on conveyances",
  office: "RevenueSA",
  sourceUrl: "https://www.revenuesa.sa.gov.au/stamp-duty-land/rate-of-stamp-duty",
  appliesFrom: null,
  appliesUntil: null,
  isVerified: true,
  readOn: "2026-11-26",
  note: "",
  rounding: "hundred",
  leastCents: 0,
  knownUpToDollars: null,
  bands: [
    over(0, 0, 1),
    over(12_000, 120, 2),
    over(30_000, 480, 3),
    over(50_000, 1_080, 3.5),
    over(100_000, 2_830, 4),
    over(200_000, 6_830, 4.25),
    over(250_000, 8_955, 4.75),
    over(300_000, 11_330, 5),
    over(500_000, 21_330, 5.5),
  ],
  homeBands: null,
};
