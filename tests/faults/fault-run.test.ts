import { expect, test } from "vitest";
import { runFaults } from "@/tests/faults/fault-run";
import { FAULTS } from "@/tests/faults/faults";
import { describeReport } from "@/tests/faults/report";

const SECONDS = 60;

test("a minute of every fault: no answer is older than the bound unless it says so, none is torn, and Redis fails nobody", async () => {
  const report = await runFaults({
    seconds: SECONDS,
    seed: Date.now() % 1_000_000,
    only: Object.keys(FAULTS),
  });
  const told = describeReport(report);
  console.log(told);
  expect(report.verdict.violations, told).toEqual([]);
  expect(report.clientErrors, told).toEqual([]);
  // Else nothing was put to the test.
  expect(report.verdict.reads, told).toBeGreaterThan(50_000);
  expect(report.commits, told).toBeGreaterThan(100);
  expect(
    Object.values(report.faults).reduce((sum, count) => sum + count, 0),
    told,
  ).toBeGreaterThan(15);
}, 300_000);
