import { expect, onTestFinished, test, vi } from "vitest";
import { Turnstile } from "@/lib/http/turnstile";

const LIMITS = { burst: 3, everyMs: 100, waitingMax: 4 };

test("a few pass at once, the others one by one in the order in which they came, and too many are turned away", async () => {
  const { come, passed, at } = setUp();
  const turnedAway = Array.from({ length: 9 }, (_, n) => come(n));
  await at(0);
  expect(passed).toEqual([0, 1, 2]);
  expect(await Promise.all(turnedAway.slice(7))).toEqual([false, false]);
  await at(99);
  expect(passed).toEqual([0, 1, 2]);
  await at(100);
  expect(passed).toEqual([0, 1, 2, 3]);
  await at(400);
  expect(passed).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("whoever comes now and then never waits, and has saved up no more than the burst", async () => {
  const { come, passed, at } = setUp();
  for (let n = 0; n < 5; n++) {
    await at(n * 100);
    come(n);
    await at(n * 100);
    expect(passed).toHaveLength(n + 1);
  }
  await at(60_000);
  for (let n = 5; n < 9; n++) come(n);
  await at(60_000);
  expect(passed).toHaveLength(8);
});

function setUp() {
  vi.useFakeTimers({ now: 0 });
  onTestFinished(() => void vi.useRealTimers());
  const turnstile = new Turnstile(LIMITS, () => Date.now());
  const passed: number[] = [];
  const come = async (n: number) => {
    const hasPassed = await turnstile.enter();
    if (hasPassed) passed.push(n);
    return hasPassed;
  };
  const at = (ms: number) => vi.advanceTimersByTimeAsync(ms - Date.now());
  return { come, passed, at };
}
