import { expect, test } from "vitest";
import { Latencies } from "@/bench/load/latencies";
import { RunRecord } from "@/bench/load/record";
import { htmlReport } from "@/bench/load/report/html-report";
import { rendersFindings } from "@/bench/load/report/renders-findings";
import { holds } from "@/bench/search/bounds";

/** A step in which the hits came from these tiers, and the event loop's longest turns were so long. */
function step(tiers: readonly ("response" | "origin")[], turns: readonly number[]) {
  const record = new RunRecord(() => "search");
  for (const [number, tier] of tiers.entries())
    record.heard({
      ...{ number, dueMs: number, sentMs: number, endedMs: number + 2 },
      answer: { status: 200, bytes: 1, tier, isStale: false },
    });
  const samples = turns.map((longestTurnMs, at) => ({
    ...{ at, loadsPerSecond: 0, transactionsPerSecond: 0, cores: null, residentBytes: null, longestTurnMs },
  }));
  return {
    ...{ callers: 1, rendersPerSecond: 40, failedRenders: 0, ranOut: false },
    renders: new Latencies().summary(),
    hits: { recorded: record.end(), samples, freshness: null, cpuMsPerAnswer: null, marks: [] },
  };
}

test("hits beside renders are told with the longest turn of the whole step", () => {
  const findings = rendersFindings([step(["response", "response"], [12, 31, 15])]);
  expect(findings.cases.every(holds)).toBe(true);
  expect(findings.cases[0]?.figures.find(({ name }) => name === "longest turn")?.value).toBe(31);
  const page = htmlReport(
    { name: "test", about: "", listings: 1, told: {}, takenAt: "2026-11-26", machine: "" },
    findings,
  );
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

test("what was to be a hit and was rendered breaks the bound", () => {
  expect(rendersFindings([step(["response", "origin"], [12])]).cases.every(holds)).toBe(false);
});
