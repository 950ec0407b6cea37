import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "@/bin/launcher/reports";
import { CLONE } from "@/lib/platform/services/clone";
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
      name: join(CLONE, "tests/some.test.ts"),
      status: "failed",
      assertionResults: [
        { fullName: "one", status: "passed", failureMessages: [] },
        { fullName: "two", status: "passed", failureMessages: [] },
        {
          fullName: "three",
          status: "failed",
          failureMessages: ["\u001B[31mexpected 1\u001B[39m\n  at line 3"],
        },
        { fullName: "four", status: "skipped" },
      ],
    },
  ],
};

test("vitest's tests are counted, the skipped ones named, the failed ones named with their reasons", () => {
  expect(readVitestReport(reportFile(VITEST), 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: ["four"],
    reasons: ["tests/some.test.ts: three\n    expected 1\n      at line 3"],
  });
});

test("a test file that could not be loaded counts as one failure", () => {
  const report = {
    ...VITEST,
    testResults: [
      ...VITEST.testResults,
      { name: join(CLONE, "tests/b.test.ts"), status: "failed", message: "no module", assertionResults: [] },
    ],
  };
  const { failed, reasons } = readVitestReport(reportFile(report), 1);
  expect(failed).toBe(2);
  expect(reasons[0]).toBe("tests/b.test.ts\n    no module");
});

test("a runner that ends badly has failed, though its report says otherwise, and without a report too", () => {
  const report = { ...VITEST, numFailedTests: 0, testResults: [] };
  expect(readVitestReport(reportFile(report), 1)).toMatchObject({ passed: 2, failed: 1 });
  expect(readVitestReport(reportFile("cut sh"), 1)).toMatchObject({ passed: 0, failed: 1, skipped: [] });
  expect(readPlaywrightReport("/nowhere", 0)).toMatchObject({ passed: 0, failed: 1, skipped: [] });
});

test("Playwright's flaky tests and errors outside tests count as failures; skipped specs are named at any depth", () => {
  const place = { file: "a.spec.ts", line: 7 };
  const skipped = { ...place, title: "deep", tests: [{ status: "skipped", results: [] }] };
  const failed = {
    ...place,
    title: "wrong",
    tests: [{ status: "unexpected", results: [{ errors: [{ message: "not visible" }] }] }],
  };
  const report = {
    suites: [{ title: "file", specs: [failed], suites: [{ title: "group", specs: [skipped] }] }],
    errors: [{ message: "no browser" }],
    stats: { expected: 3, unexpected: 1, flaky: 1 },
  };
  expect(readPlaywrightReport(reportFile(report), 1)).toEqual({
    passed: 3,
    failed: 3,
    skipped: ["deep"],
    reasons: ["outside any test\n    no browser", "a.spec.ts:7: wrong\n    not visible"],
  });
});
