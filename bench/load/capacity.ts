import { measureThroughput, type Throughput } from "@/bench/load/closed-loop";
import type { Member } from "@/bench/load/fleet";
import type { LoadOptions } from "@/bench/load/options";
import type { Findings } from "@/bench/load/report/findings";
import { loadFindings } from "@/bench/load/report/load-findings";
import { publish } from "@/bench/load/report/publish";
import { type Load, runLoad } from "@/bench/load/run-load";
import { readMixUrls } from "@/bench/load/stage-urls";
import type { MixUrl } from "@/bench/load/urls";
import { warmUp } from "@/bench/load/warm-up";
import { withPortal } from "@/bench/load/with-portal";
import { type Case, numberText } from "@/bench/search/bounds";
import { withStage } from "@/bench/search/stage";

/** Connections to each process, one after the other. */
const LEVELS = [1, 4, 16, 64];
const OVERLOAD = 3;
const GOODPUT_LEAST = 0.9;
const IN_FLIGHT_MAX = 1_000;
const NAME = "capacity";
const ABOUT = `How much is answered when nobody pauses, with more and more connections; then ${OVERLOAD} times as much is asked for.`;

type Level = { readonly connections: number; readonly throughput: readonly Throughput[] };

/** Finds the most that the portal answers of the mix, and asks for three times that. Writes its report, and throws when too little is answered then. */
export async function benchCapacity(options: LoadOptions): Promise<void> {
  const { listings, urls = 2_000, seconds = 10, processes = 1, out } = options;
  await withStage(listings, log, (stage) =>
    withPortal(stage, { processes }, async ({ members }, client) => {
      const mix = await readMixUrls(stage.databaseUrl, urls);
      await warmUp(members, mix.distinct);
      const levels = await climb(members, mix.asked, seconds);
      const peak = Math.max(...levels.map(perSecond));
      log(`${numberText(peak)} a second at most; now ${OVERLOAD} times that`);
      const load = await runLoad({
        ...{ members, urls: mix.asked, client, log, inFlightMax: IN_FLIGHT_MAX },
        arrivals: { perSecond: OVERLOAD * peak, seconds },
        ...{ writer: undefined, editsPerSecond: 0, events: [] },
      });
      const told = { urls, seconds, processes };
      await publish({ name: NAME, about: ABOUT, listings, told, out }, findings(levels, peak, load));
    }),
  );
}

async function climb(
  members: readonly Member[],
  asked: readonly MixUrl[],
  seconds: number,
): Promise<readonly Level[]> {
  const paths = asked.map(({ path }) => path);
  const levels: Level[] = [];
  for (const connections of LEVELS) {
    const throughput = await Promise.all(
      members.map(({ origin }) => measureThroughput({ origin, paths, connections, seconds })),
    );
    const level = { connections, throughput };
    levels.push(level);
    log(`${connections} connections each: ${numberText(perSecond(level))} answers/s`);
  }
  return levels;
}

function findings(levels: readonly Level[], peak: number, load: Load): Findings {
  const under = loadFindings(load, { cases: () => [overloadCase(peak, load)] });
  const [latency] = under.charts;
  return {
    ...under,
    charts: [
      {
        title: "Throughput by connections",
        axes: "answers a second, by connections to each process (each twice the one before)",
        lines: [
          {
            name: "answered",
            points: levels.map((level) => [Math.log2(level.connections), perSecond(level)] as const),
          },
        ],
        ticks: levels.map(({ connections }) => ({ at: Math.log2(connections), label: String(connections) })),
      },
      ...(latency ? [{ ...latency, title: `Latency at ${OVERLOAD} times the most` }] : []),
      ...under.charts.slice(1),
    ],
    tables: [
      {
        title: "Answers a second when nobody pauses",
        columns: ["connections to each process", "a second", "failed", "p50 ms", "p99 ms"],
        rows: levels.map((level) => [
          String(level.connections),
          numberText(perSecond(level)),
          numberText(level.throughput.reduce((sum, { failed }) => sum + failed, 0)),
          numberText(Math.max(...level.throughput.map(({ p50Ms }) => p50Ms))),
          numberText(Math.max(...level.throughput.map(({ p99Ms }) => p99Ms))),
        ]),
      },
      ...under.tables,
    ],
    data: { peak, levels, load },
  };
}

function overloadCase(peak: number, { recorded }: Load): Case {
  const goodput = (recorded.answered * 1_000) / Math.max(1, recorded.untilLastMs);
  return {
    name: `answered while ${OVERLOAD} times the most is asked for`,
    figures: [
      { name: "most", value: peak, unit: "" },
      { name: "answered a second", value: goodput, unit: "" },
      { name: "share of the most", value: goodput / peak, unit: "x", least: GOODPUT_LEAST },
      { name: "failed", value: recorded.failed, unit: "" },
      { name: "not sent", value: recorded.unsent, unit: "" },
    ],
  };
}

function perSecond({ throughput }: Level): number {
  return throughput.reduce((sum, each) => sum + each.perSecond, 0);
}

function log(line: string): void {
  console.error(line);
}
