import type { Step } from "@/bench/load/renders";
import type { Findings } from "@/bench/load/report/findings";
import { percentileChart } from "@/bench/load/report/load-charts";
import { type Case, numberText } from "@/bench/search/bounds";

/** Hits beside renders, step by step, as the report shows them. */
export function rendersFindings(steps: readonly Step[]): Findings {
  return {
    cases: steps.map(hitsCase),
    tables: [
      {
        title: "Hits, in milliseconds from when each was due, and what went on beside them",
        columns: [
          ...["callers", "hits p50", "p99", "worst", "of it late by the driver p99", "renders a second"],
          ...["a render p50", "p99", "renders failed", "cores busy", "longest turn of the event loop"],
        ],
        rows: steps.map((step) => [
          String(step.callers),
          ...[step.hits.recorded.latency.p50Ms, step.hits.recorded.latency.p99Ms].map(numberText),
          ...[step.hits.recorded.latency.worstMs, step.hits.recorded.driverLate.p99Ms].map(numberText),
          ...[step.rendersPerSecond, step.renders.p50Ms, step.renders.p99Ms].map(numberText),
          ...[numberText(step.failedRenders), coresText(step), numberText(longestTurn(step))],
        ]),
      },
    ],
    charts: [
      percentileChart(
        "Latency of hits",
        steps.map(({ callers, hits }) => ({ name: `${callers} callers`, curve: hits.recorded.curve })),
      ),
    ],
    notes: [
      "The longest turn of the event loop is Node's own measure (monitorEventLoopDelay), which looks every 10 ms: up to 10 of it are that step.",
      "The driver, Postgres and the portal share the machine: what a hit waits for is also a core.",
      ...steps.flatMap(({ callers, ranOut }) =>
        ranOut ? [`With ${callers} callers all addresses had been asked before the end.`] : [],
      ),
    ],
    data: steps,
  };
}

function hitsCase(step: Step): Case {
  const { recorded } = step.hits;
  const { latency, tiers, failed, unsent, answered } = recorded;
  return {
    name: `hits beside ${step.callers} callers`,
    figures: [
      { name: "p50", value: latency.p50Ms, unit: "ms" },
      { name: "p99", value: latency.p99Ms, unit: "ms" },
      { name: "worst", value: latency.worstMs, unit: "ms" },
      { name: "longest turn", value: longestTurn(step), unit: "ms" },
      { name: "failures", value: failed + unsent, unit: "", most: 0 },
      { name: "answers that are no hit", value: answered - tiers.response, unit: "", most: 0 },
    ],
  };
}

function longestTurn({ hits }: Step): number {
  return Math.max(0, ...hits.samples.map(({ longestTurnMs }) => longestTurnMs));
}

function coresText({ hits }: Step): string {
  const cores = hits.samples.flatMap(({ cores }) => cores ?? []);
  return cores.length === 0
    ? "unknown"
    : numberText(cores.reduce((sum, each) => sum + each, 0) / cores.length);
}
