import { expect, onTestFinished, test, vi } from "vitest";
import { createProgress } from "@/lib/platform/progress";

function setUp({ isTTY }: { isTTY: boolean }) {
  const now = vi.spyOn(performance, "now").mockReturnValue(0);
  onTestFinished(() => now.mockRestore());
  const written: string[] = [];
  const output = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream; // What the bar uses of one.
  const at = (seconds: number) => now.mockReturnValue(seconds * 1000);
  return { written, output, at };
}

test("in a log each quarter is one line, with the rate so far and the time left", () => {
  const { written, output, at } = setUp({ isTTY: false });
  const progress = createProgress("demo", 400_000, output, { unit: "listings" });
  at(20);
  progress.at(100_000);
  progress.at(100_001);
  at(100);
  progress.at(200_000);
  expect(written).toEqual([
    "demo: 25 %, 5,000 listings/s, 1 min 0 s left\n",
    "demo: 50 %, 2,000 listings/s, 1 min 40 s left\n",
  ]);
});

test("without a unit nothing is said of pace, and before anything is done neither", () => {
  const { written, output, at } = setUp({ isTTY: true });
  createProgress("file", 10, output).at(10);
  at(1);
  createProgress("demo", 10, output, { unit: "rows" }).at(0);
  expect(written.filter((line) => line.includes("left"))).toEqual([]);
  expect(written.length).toBe(2);
});
