import { ANSWER_TIERS } from "@/bench/load/answer-tier";
import type { CurvePoint } from "@/bench/load/latencies";
import type { Chart } from "@/bench/load/report/line-chart";
import type { Load } from "@/bench/load/run-load";

const LABELLED = [0, 0.5, 0.9, 0.99, 0.999];

/** What a run under an open loop looks like. */
export function loadCharts({ recorded, samples, freshness, marks }: Load): readonly Chart[] {
  const { seconds, tiers, unsent, failed } = recorded;
  const answeredSeconds = seconds.filter(({ answered }) => answered > 0);
  const overTime = { marks };
  const charts: Chart[] = [
    percentileChart("Latency", [{ name: "all answers", curve: recorded.curve }]),
    {
      ...{
        title: "Latency over time",
        axes: "ms (log scale), by the second in which it was due",
        isLog: true,
        ...overTime,
      },
      lines: [
        { name: "p50", points: answeredSeconds.map(({ at, p50Ms }) => [at, p50Ms] as const) },
        { name: "p99", points: answeredSeconds.map(({ at, p99Ms }) => [at, p99Ms] as const) },
      ],
    },
    {
      ...{ title: "Throughput", axes: "a second", ...overTime },
      lines: [
        { name: "answers that came", points: seconds.map(({ at, came }) => [at, came] as const) },
        {
          name: "due",
          points: seconds.map((each) => [each.at, each.answered + each.failed + each.unsent] as const),
        },
        ...(failed > 0
          ? [{ name: "failed", points: seconds.map((each) => [each.at, each.failed] as const) }]
          : []),
        ...(unsent > 0
          ? [{ name: "not sent", points: seconds.map((each) => [each.at, each.unsent] as const) }]
          : []),
      ],
    },
    {
      ...{
        title: "Answers by tier",
        axes: "% of the answers, by the second in which they were due",
        ...overTime,
      },
      lines: ANSWER_TIERS.filter((tier) => tiers[tier] > 0).map((tier) => ({
        name: tier,
        points: answeredSeconds.map(
          (each) => [each.at, (100 * each.tiers[tier]) / Math.max(1, each.answered)] as const,
        ),
      })),
    },
    {
      ...{ title: "Asked of Postgres", axes: "a second", ...overTime },
      lines: [
        { name: "loads", points: samples.map(({ at, loadsPerSecond }) => [at, loadsPerSecond] as const) },
        {
          name: "transactions",
          points: samples.map(({ at, transactionsPerSecond }) => [at, transactionsPerSecond] as const),
        },
      ],
    },
  ];
  if (freshness)
    charts.push({
      ...{ title: "Freshness", axes: "ms after an edit, by when it was made", ...overTime },
      lines: [
        {
          name: "shown everywhere",
          points: freshness.points.flatMap(({ at, shownMs }) =>
            shownMs === null ? [] : [[at, shownMs] as const],
          ),
        },
        {
          name: "oldest old answer",
          points: freshness.points.map(({ at, oldestMs }) => [at, oldestMs] as const),
        },
      ],
    });
  if (samples.some(({ cores }) => cores !== null))
    charts.push(
      {
        ...{ title: "Processor", axes: "cores that the portal keeps busy", ...overTime },
        lines: [{ name: "cores", points: samples.map(({ at, cores }) => [at, cores ?? 0] as const) }],
      },
      {
        ...{ title: "Memory", axes: "resident MB of all processes", ...overTime },
        lines: [
          {
            name: "MB",
            points: samples.map(({ at, residentBytes }) => [at, (residentBytes ?? 0) / 1_048_576] as const),
          },
        ],
      },
    );
  return charts;
}

/** Percentiles of some ways to answer; each step to the right leaves out nine tenths of the rest. */
export function percentileChart(
  title: string,
  curves: readonly { readonly name: string; readonly curve: readonly CurvePoint[] }[],
): Chart {
  const nines = (share: number) => -Math.log10(1 - share);
  return {
    ...{ title, axes: "ms (log scale), by the share of answers that took no longer", isLog: true },
    lines: curves.map(({ name, curve }) => ({
      name,
      points: curve.map(({ share, ms }) => [nines(share), ms] as const),
    })),
    ticks: LABELLED.map((share) => ({ at: nines(share), label: `${Number((share * 100).toFixed(1))} %` })),
  };
}
