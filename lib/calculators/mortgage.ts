export const REPAYMENTS_A_YEAR = { weekly: 52, fortnightly: 26, monthly: 12 } as const;
export type RepaymentFrequency = keyof typeof REPAYMENTS_A_YEAR;

export type MortgageQuestion = {
  readonly loanDollars: number;
  /** Nominal, in per cent a year; reckoned for each repayment as its part of the year. */
  readonly ratePercent: number;
  readonly termYears: number;
  /** At the beginning only interest is paid; the whole term makes it an interest-only loan, whose principal is due with its last repayment. */
  readonly interestOnlyYears: number;
  readonly frequency: RepaymentFrequency;
};

export type MortgageYear = {
  /** From 1 on. */
  readonly year: number;
  readonly interestCents: number;
  readonly principalCents: number;
  /** What is still owed at its end. */
  readonly balanceCents: number;
};

export type Mortgage = {
  /** While only interest is paid; null when it never is. */
  readonly interestOnlyRepaymentCents: number | null;
  /** Of interest and principal; the last one may be less, or by some cents more. Null for an interest-only loan. */
  readonly repaymentCents: number | null;
  readonly totalInterestCents: number;
  readonly years: readonly MortgageYear[];
};

/** A loan repaid in equal parts of whole cents, each rounded up, and interest rounded to the cent each time, until nothing is owed. */
export function mortgage(question: MortgageQuestion): Mortgage {
  const { loanDollars, ratePercent, termYears, interestOnlyYears, frequency } = question;
  const perYear = REPAYMENTS_A_YEAR[frequency];
  const periodRate = ratePercent / 100 / perYear;
  const loanCents = Math.round(loanDollars * 100);
  const isInterestOnly = interestOnlyYears >= termYears;
  const repaymentCents = isInterestOnly
    ? null
    : equalPartCents(loanCents, periodRate, (termYears - interestOnlyYears) * perYear);
  const years: MortgageYear[] = [];
  let balanceCents = loanCents;
  for (let year = 1; year <= termYears; year++) {
    let interestCents = 0;
    const beganWithCents = balanceCents;
    for (let part = 1; part <= perYear; part++) {
      const interest = Math.round(balanceCents * periodRate);
      const isLast = year === termYears && part === perYear;
      const due = year <= interestOnlyYears ? interest : (repaymentCents ?? interest);
      interestCents += interest;
      balanceCents -= isLast ? balanceCents : Math.min(balanceCents, Math.max(0, due - interest));
    }
    years.push({ year, interestCents, principalCents: beganWithCents - balanceCents, balanceCents });
  }
  return {
    interestOnlyRepaymentCents: interestOnlyYears > 0 ? Math.round(loanCents * periodRate) : null,
    repaymentCents,
    totalInterestCents: years.reduce((sum, { interestCents }) => sum + interestCents, 0),
    years,
  };
}

/** The annuity: what repays a loan in so many equal parts at this rate for each. */
function equalPartCents(loanCents: number, rate: number, parts: number): number {
  return Math.ceil(
    rate === 0 ? loanCents / parts : (loanCents * rate) / -Math.expm1(-parts * Math.log1p(rate)),
  );
}
