import { expect, test } from "vitest";
import { Latencies } from "@/bench/load/latencies";

function of(...values: readonly number[]): Latencies {
  const latencies = new Latencies();
  for (const value of values) latencies.add(value);
  return latencies;
}

test("a percentile is right to a thousandth of its value, from microseconds to seconds", () => {
  const latencies = of(...Array.from({ length: 100_000 }, (_, n) => (n + 1) / 20));
  for (const share of [0.01, 0.5, 0.9, 0.99, 0.999]) {
    const exact = (share * 100_000) / 20;
    expect(Math.abs(latencies.at(share) - exact) / exact).toBeLessThan(0.0015);
  }
  expect(latencies.at(1)).toBeCloseTo(5_000, -1);
});

test("one stall among a thousand quick answers is the worst and the last thousandth, and nothing before it", () => {
  const { p99Ms, p999Ms, worstMs, count } = of(...Array.from({ length: 999 }, () => 1), 800).summary();
  expect(count).toBe(1_000);
  expect(p99Ms).toBeCloseTo(1, 2);
  expect(p999Ms).toBeCloseTo(1, 2);
  expect(worstMs).toBeCloseTo(800, 0);
});

test("what takes longer than a minute counts as a minute, and no time at all as a microsecond", () => {
  const { p50Ms, worstMs } = of(0, 3_600_000).summary();
  expect(p50Ms).toBeCloseTo(0.001, 5);
  expect(worstMs / 60_000).toBeCloseTo(1, 2);
});

test("nothing measured is nothing, not an error", () => {
  expect(of().summary()).toMatchObject({ count: 0, meanMs: 0, p50Ms: 0, worstMs: 0 });
});

test("a curve falls nowhere and ends at the share of 99.9 %", () => {
  const curve = of(...Array.from({ length: 500 }, (_, n) => ((n * 37) % 500) + 1)).curve();
  const heights = curve.map(({ ms }) => ms);
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
  expect(curve.at(-1)?.share).toBeCloseTo(0.999, 6);
});
