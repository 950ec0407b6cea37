import { readFileSync } from "node:fs";
import { z } from "zod";

/** What a runner reported: how many, and the tests that were skipped, by name. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] };

const VITEST = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

type Suite = {
  title: string;
  specs: { title: string; tests: { status: string }[] }[];
  suites?: Suite[] | undefined;
};
const SUITE: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  suites: z.lazy(() => z.array(SUITE)).optional(),
});
const PLAYWRIGHT = z.object({
  suites: z.array(SUITE),
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** From `vitest --reporter=json`. A file that could not even be loaded counts as one failure. */
export function readVitestReport(file: string, exitCode: number | null): Tally {
  const report = VITEST.safeParse(readJson(file)).data;
  if (!report) return CRASHED;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const skipped = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName }) => fullName);
  const failed = report.numFailedTests + unloaded.length;
  return atLeastOneFailure({ passed: report.numPassedTests, failed, skipped }, exitCode);
}

/** From Playwright's json reporter. A test that passed only when tried again counts as failed. */
export function readPlaywrightReport(file: string, exitCode: number | null): Tally {
  const report = PLAYWRIGHT.safeParse(readJson(file)).data;
  if (!report) return CRASHED;
  const { expected, unexpected, flaky } = report.stats;
  const skipped = report.suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status === "skipped"));
  return atLeastOneFailure(
    {
      passed: expected,
      failed: unexpected + flaky + report.errors.length,
      skipped: skipped.map(({ title }) => title),
    },
    exitCode,
  );
}

const CRASHED: Tally = { passed: 0, failed: 1, skipped: [] };

/** A runner that ends badly has failed, whatever its report says: an error outside any test is in no count. */
function atLeastOneFailure(tally: Tally, exitCode: number | null): Tally {
  return exitCode === 0 ? tally : { ...tally, failed: Math.max(1, tally.failed) };
}

function specsOf(suite: Suite): Suite["specs"] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
