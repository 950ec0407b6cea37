import {
  BARE,
  type Contestant,
  SHARED_ONLY,
  STOCK_DYNAMIC,
  STOCK_ISR,
  UNCACHED,
  WARM,
} from "@/bench/load/compare/contestant";
import { startBareServer, startStockNext } from "@/bench/load/compare/start-peers";
import { type Fleet, startFleet } from "@/bench/load/fleet";
import type { Peer } from "@/bench/load/options";
import { readMixUrls } from "@/bench/load/stage-urls";
import { warmUp } from "@/bench/load/warm-up";
import { readMixWorld } from "@/bench/mix/world";
import type { Stage } from "@/bench/search/stage";

/** The busiest suburbs, whose first page of results is the page that all can make. */
const SUBURBS = 50;

const OURS: readonly { readonly name: string; readonly settings: Readonly<Record<string, string>> }[] = [
  { name: WARM, settings: {} },
  { name: SHARED_ONLY, settings: { CACHE_MEMORY: "off" } },
  { name: UNCACHED, settings: { CACHE_MEMORY: "off", CACHE_SHARED: "off" } },
];

export type Contest = { readonly contestants: readonly Contestant[]; stop(): Promise<void> };

type Asked = { readonly urls: number; readonly peers: readonly Peer[] };

/** One process of each, on the same database: what sends the same bytes, ours with its tiers, a stock application, and whoever was named. */
export async function startContestants(stage: Stage, { urls, peers }: Asked): Promise<Contest> {
  const { databaseUrl, redisUrl, folder, stack } = stage;
  const suburbs = await busiestSuburbs(databaseUrl);
  const mix = await readMixUrls(databaseUrl, urls);
  const api = suburbs.map((key) => `/api/listings?channel=buy&locality=${key}`);
  const paths = {
    page: suburbs.map((key) => `/buy/${key}`),
    api,
    mix: mix.asked.map(({ path }) => path),
  };
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.map((each) => each()));
  };
  try {
    const ours: Contestant[] = [];
    for (const [index, { name, settings }] of OURS.entries()) {
      const fleet: Fleet = await startFleet({
        ...{ databaseUrl, redisUrl, folder, stack, settings, processes: 1 },
        name: `compare-${index}`,
      });
      stops.push(fleet.stop);
      for (const member of fleet.members) ours.push({ ...member, name, paths, isWarmed: name !== UNCACHED });
    }
    const warm = ours.find(({ name }) => name === WARM);
    if (warm?.pid === undefined) throw new Error("There is no portal to compare with.");
    const all = [...paths.page, ...paths.api].map((path) => ({ kind: "search" as const, path }));
    await warmUp([{ origin: warm.origin, pid: warm.pid }], [...all, ...mix.distinct]);
    const bare = await startBareServer(warm.origin, [...new Set(Object.values(paths).flat())], stage);
    stops.push(bare.stop);
    const stock = await startStockNext(stage);
    stops.push(stock.stop);
    const stockPaths = (kind: string) => ({
      page: suburbs.map((key) => `/${kind}/${key}`),
      api: undefined,
      mix: undefined,
    });
    return {
      contestants: [
        { ...bare, name: BARE, paths, isWarmed: false },
        ...ours,
        { ...stock, name: STOCK_DYNAMIC, paths: stockPaths("dynamic"), isWarmed: false },
        { ...stock, name: STOCK_ISR, paths: stockPaths("isr"), isWarmed: true },
        ...peers.map(({ name, url }) => ({
          ...{ name, origin: url, pid: undefined, isWarmed: true },
          paths: { page: undefined, api, mix: undefined },
        })),
      ],
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function busiestSuburbs(databaseUrl: string): Promise<readonly string[]> {
  const { localities } = await readMixWorld(databaseUrl);
  return [...localities]
    .sort((one, other) => other.listings.buy - one.listings.buy)
    .slice(0, SUBURBS)
    .map(({ key }) => key);
}
