import { expect, test } from "vitest";
import { readCalculation } from "@/lib/calculators/calculator-input";

test("numbers are read as people write them, and what is not given is assumed", () => {
  expect(readCalculation("mortgage", { loanDollars: " 640,000 ", ratePercent: "5.75" })).toEqual({
    ok: true,
    question: {
      ...{ loanDollars: 640_000, ratePercent: 5.75, termYears: 30 },
      ...{ interestOnlyYears: 0, frequency: "monthly" },
    },
  });
  expect(readCalculation("duty", { jurisdiction: "vic", priceDollars: "1000000" })).toEqual({
    ok: true,
    question: { jurisdiction: "vic", priceDollars: 1_000_000, buyer: "owner-occupier" },
  });
  expect(readCalculation("yield", { priceDollars: "800000", weeklyRentDollars: "700" })).toMatchObject({
    ok: true,
    question: { vacantWeeks: 2, managementPercent: 7, purchaseCostsDollars: 0 },
  });
});

test.for([
  ["mortgage", {}, "loanDollars", "The loan in dollars must be a whole number from 1 to 1,000,000,000."],
  ["mortgage", { loanDollars: "-1" }, "loanDollars", /^The loan in dollars must be/],
  ["mortgage", { loanDollars: "1e9" }, "loanDollars", /^The loan in dollars must be/],
  ["mortgage", { loanDollars: "" }, "loanDollars", /^The loan in dollars must be/],
  [
    "mortgage",
    { loanDollars: "1", ratePercent: "6.123" },
    "ratePercent",
    /at most 2 decimals from 0 to 30\.$/,
  ],
  [
    ...["mortgage" as const, { loanDollars: "1", termYears: "5", interestOnlyYears: "6" }],
    ...["interestOnlyYears", "The years of interest only cannot be more than the term."],
  ],
  [
    "duty",
    { jurisdiction: "nz", priceDollars: "1" },
    "jurisdiction",
    /^The state or territory must be one of: nsw,/,
  ],
  ["duty", { jurisdiction: "vic", priceDollars: "1", x: "1" }, "x", "The calculator does not ask for this."],
  ["yield", { priceDollars: "0", weeklyRentDollars: "1" }, "priceDollars", /from 1 to/],
] as const)("%s of %j is refused, and the sentence names %s", ([kind, given, field, reason]) => {
  expect(readCalculation(kind, given)).toEqual({
    ok: false,
    issues: [{ field, reason: typeof reason === "string" ? reason : expect.stringMatching(reason) }],
  });
});

test("every field that is wrong has a sentence of its own", () => {
  const read = readCalculation("yield", { priceDollars: "x", weeklyRentDollars: "y", vacantWeeks: "53" });
  const issues = read.ok ? [] : read.issues;
  expect(issues.map(({ field }) => field)).toEqual(["priceDollars", "weeklyRentDollars", "vacantWeeks"]);
});
