import { ANSWER_TIERS } from "@/bench/load/answer-tier";
import type { LatencySummary } from "@/bench/load/latencies";
import type { Findings, Table } from "@/bench/load/report/findings";
import { loadCharts } from "@/bench/load/report/load-charts";
import type { Load } from "@/bench/load/run-load";
import type { Scenario } from "@/bench/load/scenarios";
import { numberText } from "@/bench/search/bounds";

/** A driver that is later than this adds to what it measures. */
const DRIVER_LATE_MS = 5;

/** A run under an open loop, as its report shows it. */
export function loadFindings(load: Load, { cases }: Pick<Scenario, "cases">): Findings {
  return {
    cases: cases(load),
    tables: [latencyTable(load), serverTable(load), ...freshnessTable(load)],
    charts: loadCharts(load),
    notes: notesOf(load),
    data: load,
  };
}

function latencyTable({ recorded: { latency, byKind, driverLate } }: Load): Table {
  return {
    title: "Milliseconds from when each request was due until its whole answer had come",
    columns: ["of", "answers", "mean", "p50", "p90", "p99", "p99.9", "worst"],
    rows: [
      ["everything", ...cells(latency)],
      ...Object.entries(byKind).map(([kind, each]) => [kind, ...cells(each)]),
      ["of it, sent late by the driver", ...cells(driverLate)],
    ],
  };
}

function serverTable({ recorded, samples, cpuMsPerAnswer }: Load): Table {
  const { answered, failed, unsent, stale, untilLastMs, tiers } = recorded;
  const mean = (values: readonly number[]) =>
    values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  const resident = samples.flatMap(({ residentBytes }) => residentBytes ?? []);
  const share = (count: number) => `${((100 * count) / Math.max(1, answered)).toFixed(1)} %`;
  return {
    title: "Answers and what they cost",
    columns: ["of the whole run", ""],
    rows: [
      [
        "answered",
        `${numberText(answered)} (${numberText((answered * 1_000) / Math.max(1, untilLastMs))} a second)`,
      ],
      ["failed", numberText(failed)],
      ["due, and not sent", numberText(unsent)],
      ["marked stale", numberText(stale)],
      ...ANSWER_TIERS.filter((tier) => tiers[tier] > 0).map((tier) => [`from ${tier}`, share(tiers[tier])]),
      ["loads a second", numberText(mean(samples.map(({ loadsPerSecond }) => loadsPerSecond)))],
      [
        "transactions of Postgres a second",
        numberText(mean(samples.map(({ transactionsPerSecond }) => transactionsPerSecond))),
      ],
      ...(cpuMsPerAnswer === null
        ? []
        : [["processor time for each answer", `${numberText(cpuMsPerAnswer)} ms`]]),
      ...(resident.length === 0
        ? []
        : [["resident memory at most", `${numberText(Math.round(Math.max(...resident) / 1_048_576))} MB`]]),
    ],
  };
}

function freshnessTable({ freshness }: Load): readonly Table[] {
  if (freshness === null) return [];
  return [
    {
      title: "Milliseconds from the acknowledgement of an edit until it was shown",
      columns: ["by", "edits", "mean", "p50", "p90", "p99", "p99.9", "worst"],
      rows: [
        ...Object.entries(freshness.shownBy).map(([where, each]) => [where, ...cells(each)]),
        ["everywhere", ...cells(freshness.shown)],
      ],
    },
  ];
}

function cells({ count, meanMs, p50Ms, p90Ms, p99Ms, p999Ms, worstMs }: LatencySummary): readonly string[] {
  return [count, meanMs, p50Ms, p90Ms, p99Ms, p999Ms, worstMs].map(numberText);
}

function notesOf({ recorded, cpuMsPerAnswer, freshness }: Load): readonly string[] {
  const notes: string[] = [];
  const failures = Object.entries(recorded.failures).map(([what, count]) => `${what}: ${count}`);
  if (failures.length > 0) notes.push(`Failures: ${failures.join("; ")}.`);
  if (cpuMsPerAnswer === null)
    notes.push("Processor time and memory are left out: this machine has no /proc to read them from.");
  if (recorded.driverLate.p99Ms > DRIVER_LATE_MS)
    notes.push(
      `The driver itself was ${numberText(recorded.driverLate.p99Ms)} ms late (p99): it shares these cores, and part of each latency is its own.`,
    );
  if (freshness && freshness.notMade > 0)
    notes.push(`${freshness.notMade} edits were due and not made: others were still being watched.`);
  const refusals = Object.entries(freshness?.refusals ?? {}).map(([what, count]) => `${what}: ${count}`);
  if (refusals.length > 0) notes.push(`Edits that were refused: ${refusals.join("; ")}.`);
  notes.push(
    "Transactions of Postgres are its own count, with the polls of the journal, some 20 a second of each process, and the reports of the run among them; loads are what the portal's caches asked for.",
  );
  return notes;
}
