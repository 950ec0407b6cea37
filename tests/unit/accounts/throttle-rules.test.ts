import { expect, test } from "vitest";
import { ACCOUNT_RULE, ADDRESS_RULE, afterAttempt, PAIR_RULE, waitOf } from "@/lib/accounts/throttle-rules";

const NEVER = { failures: 0, blockedUntilMs: 0, forgetAtMs: 0 };

/** The waits in seconds after each of so many failures, each made as soon as it may be. */
function waits(rule: typeof PAIR_RULE, failures: number): number[] {
  let state = NEVER;
  let now = 1_000_000;
  return Array.from({ length: failures }, () => {
    state = afterAttempt(state, rule, now);
    const wait = waitOf(state, now);
    now += wait;
    return wait / 1000;
  });
}

test("after five failures on one account from one address each further one waits twice as long, up to a quarter of an hour", () => {
  expect(waits(PAIR_RULE, 12)).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
});

test("an account that many addresses guess at never waits longer than five minutes, an address never longer than a quarter of an hour", () => {
  expect(waits(ACCOUNT_RULE, 50)).toEqual(Array(50).fill(0));
  expect(Math.max(...waits(ACCOUNT_RULE, 2_000))).toBe(300);
  expect(waits(ADDRESS_RULE, 30)).toEqual(Array(30).fill(0));
  expect(Math.max(...waits(ADDRESS_RULE, 2_000))).toBe(900);
});

test("after a day without failures all is forgotten", () => {
  const tried = { failures: 9, blockedUntilMs: 0, forgetAtMs: 5_000 };
  expect(afterAttempt(tried, PAIR_RULE, 4_999).failures).toBe(10);
  expect(afterAttempt(tried, PAIR_RULE, 5_000)).toEqual({
    failures: 1,
    blockedUntilMs: 0,
    forgetAtMs: 5_000 + 86_400_000,
  });
});
