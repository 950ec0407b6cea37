import { emptyCaches } from "@/bench/load/empty-caches";
import { createAgentWriter, createSqlWriter } from "@/bench/load/freshness/writer";
import type { LoadOptions } from "@/bench/load/options";
import { loadFindings } from "@/bench/load/report/load-findings";
import { publish } from "@/bench/load/report/publish";
import { type Event, runLoad } from "@/bench/load/run-load";
import { type Knobs, SCENARIOS, type Scenario } from "@/bench/load/scenarios";
import { openSlowLine } from "@/bench/load/slow-line";
import { readMixUrls } from "@/bench/load/stage-urls";
import { warmUp } from "@/bench/load/warm-up";
import { withPortal } from "@/bench/load/with-portal";
import { type Stage, withStage } from "@/bench/search/stage";

const URLS = 2_000;
/** Whoever waits longer than a connection is free for has left; beyond it nothing is sent. */
const IN_FLIGHT_MAX = 1_000;

/** Runs one of the scenarios against a portal of its own, writes its report, and throws when a bound does not hold. */
export function benchScenario(name: string): (options: LoadOptions) => Promise<void> {
  const scenario = SCENARIOS[name];
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
  return (options) =>
    withStage(options.listings, log, async (stage) => {
      const { urls = URLS, rate = scenario.rate, seconds = scenario.seconds } = options;
      const { processes = scenario.processes, editsPerSecond = scenario.editsPerSecond } = options;
      const told = { urls, rate, seconds, processes, editsPerSecond };
      await publish(
        { name, about: scenario.about, listings: options.listings, told, out: options.out },
        loadFindings(await play(stage, scenario, told), scenario),
      );
    });
}

type Told = {
  readonly urls: number;
  readonly rate: number;
  readonly seconds: number;
  readonly processes: number;
  readonly editsPerSecond: number;
};

async function play(stage: Stage, scenario: Scenario, told: Told) {
  const line = scenario.isOnSlowLine
    ? await openSlowLine(Number(new URL(stage.databaseUrl).port))
    : undefined;
  const { processes, editsPerSecond } = told;
  const databaseUrl = line === undefined ? stage.databaseUrl : throughPort(stage.databaseUrl, line.port);
  const knobs: Knobs = {
    emptyCaches: () => emptyCaches(stage),
    stopRedis: stage.stopRedis,
    startRedis: stage.startRedis,
    slowPostgres: (ms) => line?.delay(ms),
  };
  const createWriter = scenario.editor === "agent" ? createAgentWriter : createSqlWriter;
  try {
    return await withPortal(stage, { processes, databaseUrl }, async ({ members }, client) => {
      const urls = await readMixUrls(stage.databaseUrl, told.urls);
      await warmUp(members, urls.distinct);
      const load = async (seconds: number, writer: typeof createAgentWriter, events: readonly Event[]) =>
        runLoad({
          ...{ members, urls: urls.asked, client, log, inFlightMax: IN_FLIGHT_MAX, editsPerSecond, events },
          arrivals: { perSecond: told.rate, seconds },
          writer: editsPerSecond > 0 ? await writer(stage.databaseUrl) : undefined,
        });
      const { settleSeconds = 0 } = scenario;
      if (settleSeconds > 0) {
        log(`  the same for ${settleSeconds} s, unmeasured`);
        await load(settleSeconds, createSqlWriter, []);
      }
      return load(told.seconds, createWriter, scenario.events(knobs));
    });
  } finally {
    await line?.close();
  }
}

function throughPort(url: string, port: number): string {
  const through = new URL(url);
  through.port = String(port);
  return through.href;
}

function log(line: string): void {
  console.error(line);
}
