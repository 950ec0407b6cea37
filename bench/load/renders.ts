import type { Client } from "pg";
import { createAsker } from "@/bench/load/asker";
import type { Member } from "@/bench/load/fleet";
import { Latencies, type LatencySummary } from "@/bench/load/latencies";
import type { LoadOptions } from "@/bench/load/options";
import { publish } from "@/bench/load/report/publish";
import { rendersFindings } from "@/bench/load/report/renders-findings";
import { type Load, runLoad } from "@/bench/load/run-load";
import { readMixUrls } from "@/bench/load/stage-urls";
import type { MixUrl, UrlKind } from "@/bench/load/urls";
import { warmUp } from "@/bench/load/warm-up";
import { withPortal } from "@/bench/load/with-portal";
import { withStage } from "@/bench/search/stage";

/** Callers that never pause, one step after the other; before them hits alone. */
const CALLERS = [0, 1, 2, 4];
/** More than one process can render. */
const RENDERS_PER_SECOND = 200;
const PAGES: ReadonlySet<UrlKind> = new Set<UrlKind>(["search", "listing"]);
const IN_FLIGHT_MAX = 1_000;
const NAME = "renders";
const ABOUT =
  "How long hits wait while callers without a pause ask one process for pages that nobody has asked.";

export type Step = {
  readonly callers: number;
  readonly hits: Load;
  readonly renders: LatencySummary;
  readonly rendersPerSecond: number;
  readonly failedRenders: number;
  /** The callers had no more addresses before the step was over. */
  readonly ranOut: boolean;
};

/** Measures hits beside renders that never pause. Writes its report; throws when a hit fails or is none. */
export async function benchRenders(options: LoadOptions): Promise<void> {
  const { listings, urls = 500, rate = 200, seconds = 15, out } = options;
  await withStage(listings, log, (stage) =>
    withPortal(stage, { processes: 1 }, async ({ members }, client) => {
      const renderedMost = (CALLERS.length - 1) * seconds * RENDERS_PER_SECOND;
      const { distinct } = await readMixUrls(stage.databaseUrl, urls + 2 * renderedMost);
      const first = distinct.slice(0, urls);
      const cold = distinct.slice(urls).filter(({ kind }) => PAGES.has(kind));
      await warmUp(members, first);
      const warm = await storedOf(members, first);
      const unasked = cold.values();
      const steps: Step[] = [];
      for (const callers of CALLERS) {
        log(`${callers} callers`);
        steps.push(await measure({ members, client, warm, unasked, callers, rate, seconds }));
      }
      const told = { urls, rate, seconds, processes: 1 };
      await publish({ name: NAME, about: ABOUT, listings, told, out }, rendersFindings(steps));
    }),
  );
}

/** Of addresses that were asked for once, those that are stored whole: some of the mix may not be. */
async function storedOf(members: readonly Member[], asked: readonly MixUrl[]): Promise<readonly MixUrl[]> {
  const asker = createAsker({ connectionsMax: 1 });
  const stored: MixUrl[] = [];
  for (const url of asked)
    if ((await asker.ask(`${members[0]?.origin}${url.path}`)).tier === "response") stored.push(url);
  asker.close();
  log(`${stored.length} of ${asked.length} addresses are stored whole`);
  return stored;
}

type Measure = {
  readonly members: readonly Member[];
  readonly client: Client;
  readonly warm: readonly MixUrl[];
  /** Each is taken once, by whichever caller comes to it. */
  readonly unasked: Iterator<MixUrl>;
  readonly callers: number;
  readonly rate: number;
  readonly seconds: number;
};

async function measure({ members, client, warm, unasked, callers, rate, seconds }: Measure): Promise<Step> {
  const asker = createAsker({ connectionsMax: Math.max(1, callers) });
  const latencies = new Latencies();
  let [failedRenders, isOver, ranOut] = [0, false, false];
  const call = async () => {
    while (!isOver) {
      const { value, done } = unasked.next();
      if (done) {
        ranOut = true;
        return;
      }
      const askedAt = performance.now();
      const status = await asker.ask(`${members[0]?.origin}${value.path}`).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) latencies.add(performance.now() - askedAt);
      else failedRenders++;
    }
  };
  const begunAt = performance.now();
  const calling = Promise.all(Array.from({ length: callers }, call));
  const hits = await runLoad({
    ...{ members, urls: warm, client, log, inFlightMax: IN_FLIGHT_MAX },
    arrivals: { perSecond: rate, seconds },
    ...{ writer: undefined, editsPerSecond: 0, events: [] },
  });
  isOver = true;
  const tookS = (performance.now() - begunAt) / 1_000;
  const rendersPerSecond = latencies.count / tookS;
  await calling;
  asker.close();
  return { callers, hits, renders: latencies.summary(), rendersPerSecond, failedRenders, ranOut };
}

function log(line: string): void {
  console.error(line);
}
