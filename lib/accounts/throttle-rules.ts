const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** After so many failures each further one costs a wait that doubles; after a while without any, all is forgotten. */
export type ThrottleRule = {
  readonly freeFailures: number;
  readonly firstWaitMs: number;
  readonly waitMaxMs: number;
  readonly forgetAfterMs: number;
};

/** One account from one address, or by who is half signed in already: whoever guesses, and whoever has forgotten. */
export const PAIR_RULE: ThrottleRule = {
  freeFailures: 5,
  firstWaitMs: 30_000,
  waitMaxMs: 15 * MINUTE,
  forgetAfterMs: 24 * HOUR,
};

/** One account from anywhere: many addresses that guess together. An address from which its owner has signed in is exempt. */
export const ACCOUNT_RULE: ThrottleRule = {
  freeFailures: 50,
  firstWaitMs: 10_000,
  waitMaxMs: 5 * MINUTE,
  forgetAfterMs: HOUR,
};

/** One address and any account: an office behind one address types wrong as well. */
export const ADDRESS_RULE: ThrottleRule = {
  freeFailures: 30,
  firstWaitMs: 30_000,
  waitMaxMs: 15 * MINUTE,
  forgetAfterMs: HOUR,
};

/** One address and what it reports of listings: nobody has more to report in a day. */
export const REPORT_RULE: ThrottleRule = {
  freeFailures: 5,
  firstWaitMs: MINUTE,
  waitMaxMs: HOUR,
  forgetAfterMs: 24 * HOUR,
};

export type Throttled = {
  readonly failures: number;
  readonly blockedUntilMs: number;
  readonly forgetAtMs: number;
};

/** How long an attempt has to wait, in milliseconds; 0 when it may be made. */
export function waitOf({ blockedUntilMs }: Throttled, nowMs: number): number {
  return Math.max(0, blockedUntilMs - nowMs);
}

/** What is known after one more attempt that has not succeeded yet. An attempt that was refused is none: nobody makes another wait longer. */
export function afterAttempt(before: Throttled, rule: ThrottleRule, nowMs: number): Throttled {
  const failures = (nowMs >= before.forgetAtMs ? 0 : before.failures) + 1;
  const doublings = failures - rule.freeFailures - 1;
  const waitMs = doublings < 0 ? 0 : Math.min(rule.firstWaitMs * 2 ** doublings, rule.waitMaxMs);
  // Without a wait there is no instant: another process's clock may be a little behind.
  return {
    failures,
    blockedUntilMs: waitMs === 0 ? 0 : nowMs + waitMs,
    forgetAtMs: nowMs + rule.forgetAfterMs,
  };
}
