import fc from "fast-check";
import { expect, test } from "vitest";
import { mortgage, REPAYMENTS_A_YEAR, type RepaymentFrequency } from "@/lib/calculators/mortgage";

const anyQuestion = fc
  .record({
    loanDollars: fc.integer({ min: 1, max: 100_000_000 }),
    ratePercent: fc.integer({ min: 0, max: 3_000 }).map((hundredths) => hundredths / 100),
    termYears: fc.integer({ min: 1, max: 40 }),
    interestOnlyYears: fc.nat(40),
    frequency: fc.constantFrom(...(Object.keys(REPAYMENTS_A_YEAR) as RepaymentFrequency[])),
  })
  .map((question) => ({
    ...question,
    interestOnlyYears: Math.min(question.interestOnlyYears, question.termYears),
  }));

test("half a million at 6 % over thirty years is repaid with $2,997.76 a month", () => {
  const { repaymentCents, totalInterestCents, interestOnlyRepaymentCents } = mortgage({
    ...{ loanDollars: 500_000, ratePercent: 6, termYears: 30, interestOnlyYears: 0, frequency: "monthly" },
  });
  expect(repaymentCents).toBe(2_997_76);
  expect(interestOnlyRepaymentCents).toBeNull();
  expect(totalInterestCents / 100).toBeCloseTo(579_190.95, -1);
});

test("an interest-only loan pays the same interest each time, and owes all of it until the end", () => {
  const { years, repaymentCents, interestOnlyRepaymentCents, totalInterestCents } = mortgage({
    ...{ loanDollars: 500_000, ratePercent: 6, termYears: 5, interestOnlyYears: 5, frequency: "monthly" },
  });
  expect({ repaymentCents, interestOnlyRepaymentCents }).toEqual({
    repaymentCents: null,
    interestOnlyRepaymentCents: 2_500_00,
  });
  expect(totalInterestCents).toBe(150_000_00);
  expect(years.map(({ balanceCents }) => balanceCents)).toEqual([...Array(4).fill(500_000_00), 0]);
});

test("what is repaid is the loan to the cent, what is owed never grows, and all is in whole cents", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { years, totalInterestCents } = mortgage(question);
      expect(years).toHaveLength(question.termYears);
      expect(years.reduce((sum, { principalCents }) => sum + principalCents, 0)).toBe(
        question.loanDollars * 100,
      );
      let owed = question.loanDollars * 100;
      for (const { interestCents, principalCents, balanceCents } of years) {
        expect([interestCents, principalCents, balanceCents].every(Number.isSafeInteger)).toBe(true);
        expect(balanceCents).toBeLessThanOrEqual(owed);
        owed = balanceCents;
      }
      expect(owed).toBe(0);
      expect(totalInterestCents).toBe(years.reduce((sum, { interestCents }) => sum + interestCents, 0));
    }),
  );
});

test("no principal is repaid in the years of interest only, but for what is due at the end", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { years } = mortgage(question);
      for (const { year, principalCents } of years.slice(0, question.interestOnlyYears))
        if (year < question.termYears) expect(principalCents).toBe(0);
    }),
  );
});

test("a higher rate costs more interest, and so does a longer term", () => {
  const anyOrdinary = fc.record({
    loanDollars: fc.integer({ min: 10_000, max: 5_000_000 }),
    ratePercent: fc.integer({ min: 1, max: 15 }),
    termYears: fc.integer({ min: 1, max: 30 }),
    interestOnlyYears: fc.constant(0),
    frequency: fc.constant("monthly" as const),
  });
  fc.assert(
    fc.property(anyOrdinary, (question) => {
      const { totalInterestCents } = mortgage(question);
      const dearer = mortgage({ ...question, ratePercent: question.ratePercent + 1 });
      const longer = mortgage({ ...question, termYears: question.termYears + 1 });
      expect(dearer.totalInterestCents).toBeGreaterThan(totalInterestCents);
      expect(longer.totalInterestCents).toBeGreaterThan(totalInterestCents);
    }),
  );
});
