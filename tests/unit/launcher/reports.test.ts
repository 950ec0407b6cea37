import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "@/bin/launcher/reports";
import { scratchFolder } from "@/tests/support/scratch-folder";

function reportFile(content: unknown): string {
  const file = join(scratchFolder(), "report.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const VITEST = {
  numPassedTests: 2,
  numFailedTests: 1,
  testResults: [
    {
      status: "failed",
      assertionResults: [
        { fullName: "one", status: "passed" },
        { fullName: "two", status: "passed" },
        { fullName: "three", status: "failed" },
        { fullName: "four", status: "skipped" },
      ],
    },
  ],
};

test("vitest's tests are counted, and the skipped ones are named", () => {
  expect(readVitestReport(reportFile(VITEST), 1)).toEqual({ passed: 2, failed: 1, skipped: ["four"] });
});

test("a test file that could not be loaded counts as one failure", () => {
  const report = {
    ...VITEST,
    testResults: [...VITEST.testResults, { status: "failed", assertionResults: [] }],
  };
  expect(readVitestReport(reportFile(report), 1).failed).toBe(2);
});

test("a runner that ends badly has failed, though its report says otherwise, and without a report too", () => {
  const report = { ...VITEST, numFailedTests: 0, testResults: [] };
  expect(readVitestReport(reportFile(report), 1)).toMatchObject({ passed: 2, failed: 1 });
  expect(readVitestReport(reportFile("cut sh"), 1)).toEqual({ passed: 0, failed: 1, skipped: [] });
  expect(readPlaywrightReport("/nowhere", 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
});

test("Playwright's flaky tests and errors outside tests count as failures; skipped specs are named at any depth", () => {
  const spec = { title: "deep", tests: [{ status: "skipped" }] };
  const report = {
    suites: [{ title: "file", specs: [], suites: [{ title: "group", specs: [spec] }] }],
    errors: [{ message: "no browser" }],
    stats: { expected: 3, unexpected: 1, flaky: 1 },
  };
  expect(readPlaywrightReport(reportFile(report), 1)).toEqual({ passed: 3, failed: 3, skipped: ["deep"] });
});
