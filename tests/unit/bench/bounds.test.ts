import { expect, test } from "vitest";
import { boundsTable, holds, percentiles } from "@/bench/search/bounds";

const TIMES = Array.from({ length: 100 }, (_, index) => index + 1);

test("a case holds while each of its figures is within its bound, and no longer", () => {
  const caseOf = (most: number) => ({ name: "", figures: percentiles(TIMES, [{ share: 0.95, most }]) });
  expect(holds(caseOf(95))).toBe(true);
  expect(holds(caseOf(94.9))).toBe(false);
  const gain = (value: number) => ({
    name: "",
    figures: [{ name: "gain", value, unit: "x", least: 20 } as const],
  });
  expect(holds(gain(20))).toBe(true);
  expect(holds(gain(19.9))).toBe(false);
});

test("a figure that is no number does not hold", () => {
  expect(holds({ name: "", figures: [{ name: "p95", value: Number.NaN, unit: "ms", most: 100 }] })).toBe(
    false,
  );
});

test("a table says of each case what was measured, its bounds, and whether it holds; without bounds it only tells", () => {
  const bounded = { name: "search", figures: percentiles(TIMES, [{ share: 0.5, most: 25 }, { share: 1 }]) };
  const told = { name: "beside", figures: percentiles(TIMES, [{ share: 0.5 }]) };
  expect(boundsTable([bounded, told]).split("\n").slice(2)).toEqual([
    "| search | p50 50 ms, worst 100 ms | p50 ≤ 25 ms | **does not hold** |",
    "| beside | p50 50 ms |  |  |",
  ]);
});
