import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { CLONE } from "@/lib/platform/services/clone";

/** What a runner reported: how many, the tests that were skipped by name, those that failed with their reasons. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  readonly reasons: readonly string[];
};

/** Of a reason: enough for what was expected and where, not a whole page of a document. */
const REASON_LINES = 16;

const VITEST = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const PLAYWRIGHT_ERROR = z.object({ message: z.string().optional() });
const SPEC = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ errors: z.array(PLAYWRIGHT_ERROR) })),
    }),
  ),
});
type Spec = z.infer<typeof SPEC>;
type Suite = { title: string; specs: Spec[]; suites?: Suite[] | undefined };
const SUITE: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.array(SPEC),
  suites: z.lazy(() => z.array(SUITE)).optional(),
});
const PLAYWRIGHT = z.object({
  suites: z.array(SUITE),
  errors: z.array(PLAYWRIGHT_ERROR),
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
  const reasons = [
    ...unloaded.map(({ name, message }) => reasonOf(relative(CLONE, name), [message])),
    ...report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "failed")
        .map((test) => reasonOf(`${relative(CLONE, name)}: ${test.fullName}`, test.failureMessages ?? [])),
    ),
  ];
  return atLeastOneFailure({ passed: report.numPassedTests, failed, skipped, reasons }, exitCode);
}

/** From Playwright's json reporter. A test that passed only when tried again counts as failed. */
export function readPlaywrightReport(file: string, exitCode: number | null): Tally {
  const report = PLAYWRIGHT.safeParse(readJson(file)).data;
  if (!report) return CRASHED;
  const { expected, unexpected, flaky } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  const specsThatWere = (...wanted: readonly string[]) =>
    specs.filter(({ tests }) => tests.some(({ status }) => wanted.includes(status)));
  const reasons = [
    ...report.errors.map(({ message }) => reasonOf("outside any test", [message])),
    ...specsThatWere("unexpected", "flaky").map(({ file, line, title, tests }) =>
      reasonOf(
        `${file}:${line}: ${title}`,
        tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message))),
      ),
    ),
  ];
  return atLeastOneFailure(
    {
      passed: expected,
      failed: unexpected + flaky + report.errors.length,
      skipped: specsThatWere("skipped").map(({ title }) => title),
      reasons,
    },
    exitCode,
  );
}

const CRASHED: Tally = { passed: 0, failed: 1, skipped: [], reasons: ["it left no report; see its output"] };

/** The test, and below it, moved in, what went wrong. */
function reasonOf(test: string, messages: readonly (string | undefined)[]): string {
  const lines = messages
    .flatMap((message) => stripVTControlCharacters(message ?? "").split("\n"))
    .filter((line) => !line.includes("/node_modules/"));
  return [test, ...lines.slice(0, REASON_LINES).map((line) => `    ${line}`)].join("\n");
}

/** A runner that ends badly has failed, whatever its report says: an error outside any test is in no count. */
function atLeastOneFailure(tally: Tally, exitCode: number | null): Tally {
  if (exitCode === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: 1, reasons: [`it ended with ${exitCode}, and no test failed; see its output`] };
}

function specsOf(suite: Suite): Spec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
