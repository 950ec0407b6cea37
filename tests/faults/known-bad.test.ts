import { expect, onTestFinished, test } from "vitest";
import { runFaults } from "@/tests/faults/fault-run";
import { KNOWN_BAD, makeVariant, SLOW_BUT_RIGHT } from "@/tests/faults/known-bad";
import { describeReport } from "@/tests/faults/report";

const SECONDS_MAX = 60;

for (const { name, wrongs, faults } of KNOWN_BAD)
  test(`a portal that ${name} is found out`, { timeout: 180_000 }, async () => {
    const variant = makeVariant(wrongs);
    onTestFinished(() => variant.remove());
    const report = await runFaults({
      ...{ seconds: SECONDS_MAX, seed: 1, only: faults, untilViolation: true, folder: variant.folder },
    });
    expect(report.verdict.violations.length, describeReport(report)).toBeGreaterThan(0);
  });

test("a portal whose loads are slow but right is not accused", { timeout: 180_000 }, async () => {
  const variant = makeVariant(SLOW_BUT_RIGHT);
  onTestFinished(() => variant.remove());
  const report = await runFaults({ seconds: 20, seed: 1, only: [], folder: variant.folder });
  expect(report.verdict.violations, describeReport(report)).toEqual([]);
});
