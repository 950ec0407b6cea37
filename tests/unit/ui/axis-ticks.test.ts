import fc from "fast-check";
import { expect, test } from "vitest";
import { axisTicks } from "@/app/_ui/charts/axis-ticks";

test("the lines of an axis are round, evenly apart, few, and hold all values between them", () => {
  const values = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(values, (all) => {
      const ticks = axisTicks(all);
      const [first = Number.NaN, second = Number.NaN] = ticks;
      const step = second - first;
      expect(first).toBeLessThanOrEqual(Math.min(...all));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...all));
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      const leading = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
      expect([1, 2, 2.5, 5].some((factor) => Math.abs(factor - leading) < 1e-6)).toBe(true);
      for (const [at, tick] of ticks.entries()) expect(tick).toBeCloseTo(first + at * step, 3);
    }),
  );
});

test("of nothing, and of one value, there is an axis all the same", () => {
  expect(axisTicks([])).toEqual([0, 1]);
  expect(axisTicks([0])).toHaveLength(2);
  expect(axisTicks([650_000])).toEqual([500_000, 750_000]);
});
