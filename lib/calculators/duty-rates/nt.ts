import { type DutySchedule, whole } from "@/lib/calculators/duty-schedule";

/** Northern Territory. Not verified: three copies of the formula and the rates agree, but none is the Territory Revenue Office's own. */
export const NT: DutySchedule = {
  jurisdiction: "nt",
  duty: "Stamp duty on conveyances",
  office: "Territory Revenue Office",
  sourceUrl: "https://www.investmentpropertycalculator.com.au/online-NT-stamp-duty-calculator.php",
  appliesFrom: null,
  appliesUntil: null,
  isVerified: false,
  readOn: "2026-11-26",
  note: "",
  rounding: "cent",
  leastCents: 0,
  knownUpToDollars: null,
  // Values are whole dollars: what is "$3,000,000 or more" lies above 2,999,999.
  bands: [
    { kind: "formula", aboveDollars: 0, square: 0.06571441, linear: 15 },
    whole(525_000, 4.95),
    whole(2_999_999, 5.75),
    whole(4_999_999, 5.95),
  ],
  homeBands: null,
};
