import { type DutySchedule, over } from "@/lib/calculators/duty-schedule";

/** Tasmania. */
export const TAS: DutySchedule = {
  jurisdiction: "tas",
  duty: "Property transfer duty",
  office: "State Revenue Office Tasmania",
  sourceUrl: "https://www.sro.tas.gov.au/property-transfer-duties/rates-of-duty",
  appliesFrom: "2013-10-21",
  appliesUntil: null,
  isVerified: true,
  readOn: "2026-11-26",
  note: "",
  rounding: "hundred",
  leastCents: 0,
  knownUpToDollars: null,
  bands: [
    over(0, 50, 0),
    over(3_000, 50, 1.75),
    over(25_000, 435, 2.25),
    over(75_000, 1_560, 3.5),
    over(200_000, 5_935, 4),
    over(375_000, 12_935, 4.25),
    over(725_000, 27_810, 4.5),
  ],
  homeBands: null,
};
