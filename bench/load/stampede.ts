import type { Client } from "pg";
import { createAsker } from "@/bench/load/asker";
import { countTransactions } from "@/bench/load/database-figures";
import { emptyCaches } from "@/bench/load/empty-caches";
import type { Member } from "@/bench/load/fleet";
import { type CurvePoint, Latencies, type LatencySummary } from "@/bench/load/latencies";
import type { LoadOptions } from "@/bench/load/options";
import { readPortal } from "@/bench/load/portal-figures";
import type { Findings } from "@/bench/load/report/findings";
import { percentileChart } from "@/bench/load/report/load-charts";
import { publish } from "@/bench/load/report/publish";
import { readMixUrls } from "@/bench/load/stage-urls";
import { warmUp } from "@/bench/load/warm-up";
import { withPortal } from "@/bench/load/with-portal";
import { type Case, numberText } from "@/bench/search/bounds";
import { withStage } from "@/bench/search/stage";

const CALLERS = 400;
/** By then the code of every kind of answer has run. */
const WARMED_URLS = 50;
/** Postgres counts what a session did when it next pauses. */
const COUNTED_AFTER_MS = 1_500;
const NAME = "stampede";
const ABOUT = `${CALLERS} people ask every process for the same thing in the same moment, when no cache has it.`;

/** What one burst left to do is not to be in the way of the next. */
const CALM_MS = 100;
const CALM_WAIT_MS = 120_000;

/** Two ways to ask what is dear to answer; the API's has one key for each read. */
const BURSTS = [
  { path: "/api/listings?channel=buy", isApi: true },
  { path: "/api/listings?channel=rent", isApi: true },
  { path: "/api/listings?channel=sold", isApi: true },
  { path: "/buy", isApi: false },
  { path: "/rent?sort=price-up", isApi: false },
] as const;

type Burst = {
  readonly path: string;
  readonly isApi: boolean;
  readonly latency: LatencySummary;
  readonly curve: readonly CurvePoint[];
  readonly failed: number;
  /** By read, of all processes. */
  readonly loadsOf: Readonly<Record<string, number>>;
  readonly transactions: number;
};

/** Counts what Postgres is asked for when a crowd asks one thing at once. Writes its report; throws when an answer fails or one key is loaded twice. */
export async function benchStampede(options: LoadOptions): Promise<void> {
  const { listings, processes = 2, out } = options;
  await withStage(listings, log, (stage) =>
    withPortal(stage, { processes }, async ({ members }, client) => {
      await warmUp(members, (await readMixUrls(stage.databaseUrl, WARMED_URLS)).distinct);
      const bursts: Burst[] = [];
      for (const { path, isApi } of BURSTS) {
        await emptyCaches(stage);
        await untilCalm(members);
        await pause(COUNTED_AFTER_MS);
        const burst = { path, isApi, ...(await measureBurst(members, path, client)) };
        bursts.push(burst);
        log(
          `${path}: ${loadsText(burst)}; p99 ${numberText(burst.latency.p99Ms)} ms, ${burst.failed} failed`,
        );
      }
      const told = { callers: CALLERS, processes };
      await publish({ name: NAME, about: ABOUT, listings, told, out }, findings(bursts));
    }),
  );
}

async function measureBurst(members: readonly Member[], path: string, client: Client) {
  const before = await readLoads(members);
  const transactionsBefore = await countTransactions(client);
  const asker = createAsker({ connectionsMax: CALLERS });
  const latencies = new Latencies();
  let failed = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      const origin = members[caller % members.length]?.origin;
      await asker.ask(`${origin}${path}`).then(
        ({ status }) => (status === 200 ? latencies.add(performance.now() - startedAt) : failed++),
        () => failed++,
      );
    }),
  );
  asker.close();
  await untilCalm(members);
  await pause(COUNTED_AFTER_MS);
  const after = await readLoads(members);
  const loadsOf = Object.fromEntries(
    Object.entries(after)
      .map(([read, loads]) => [read, loads - (before[read] ?? 0)] as const)
      .filter(([, loads]) => loads > 0),
  );
  const transactions = (await countTransactions(client)) - transactionsBefore;
  return { latency: latencies.summary(), curve: latencies.curve(), failed, loadsOf, transactions };
}

/** Waits until each process answers at once again: who has hung up is still being answered. */
async function untilCalm(members: readonly Member[]): Promise<void> {
  const deadline = performance.now() + CALM_WAIT_MS;
  for (const { origin, metricsUrl } of members)
    for (let isCalm = false; !isCalm; ) {
      if (performance.now() > deadline)
        throw new Error(`${origin} is not done with a burst within ${CALM_WAIT_MS / 1_000} s.`);
      const askedAt = performance.now();
      isCalm = (await readPortal(metricsUrl)) !== undefined && performance.now() - askedAt < CALM_MS;
      if (!isCalm) await pause(CALM_MS);
    }
}

async function readLoads(members: readonly Member[]): Promise<Readonly<Record<string, number>>> {
  const sums: Record<string, number> = {};
  for (const { metricsUrl } of members)
    for (const [read, loads] of Object.entries((await readPortal(metricsUrl))?.loadsOf ?? {}))
      sums[read] = (sums[read] ?? 0) + loads;
  return sums;
}

function findings(bursts: readonly Burst[]): Findings {
  return {
    cases: bursts.map(burstCase),
    tables: [
      {
        title: `What ${CALLERS} callers at once came to`,
        columns: ["asked for", "loads", "transactions", "p50 ms", "p99 ms", "worst ms", "failed"],
        rows: bursts.map((burst) => [
          burst.path,
          loadsText(burst),
          numberText(burst.transactions),
          ...[burst.latency.p50Ms, burst.latency.p99Ms, burst.latency.worstMs, burst.failed].map(numberText),
        ]),
      },
    ],
    charts: [
      percentileChart(
        "Latency of each caller",
        bursts.map(({ path, curve }) => ({ name: path.replace("/api/listings?channel=", "API: "), curve })),
      ),
    ],
    notes: [
      `Transactions are those until a process was done with a burst and ${COUNTED_AFTER_MS / 1_000} s after it, in which each process also polls the journal some 20 times a second.`,
    ],
    data: bursts,
  };
}

function burstCase({ path, isApi, loadsOf, failed }: Burst): Case {
  const most = Math.max(0, ...Object.values(loadsOf));
  const loads = { name: "loads of one read", value: most, unit: "" } as const;
  return {
    name: path,
    figures: [isApi ? { ...loads, most: 1 } : loads, { name: "failures", value: failed, unit: "", most: 0 }],
  };
}

function loadsText({ loadsOf }: Burst): string {
  const each = Object.entries(loadsOf).map(([read, loads]) => `${loads} ${read}`);
  return each.length === 0 ? "no loads" : each.join(", ");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function log(line: string): void {
  console.error(line);
}
