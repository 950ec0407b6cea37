import { compareFindings } from "@/bench/load/compare/compare-findings";
import { measureRounds } from "@/bench/load/compare/measure-rounds";
import { startContestants } from "@/bench/load/compare/start-contestants";
import type { LoadOptions } from "@/bench/load/options";
import { publish } from "@/bench/load/report/publish";
import { withStage } from "@/bench/search/stage";

const CONNECTIONS = 16;
const NAME = "compare";
const ABOUT =
  "One process of each on one database and one machine, in turns: what sends the same bytes without any work, the portal with and without its tiers, and a stock Next application.";

/** Measures everybody in turns, writes the report, and throws when a ratio is not what is promised. */
export async function benchCompare(options: LoadOptions): Promise<void> {
  const { listings, urls = 2_000, seconds = 5, rounds = 3, peers, out } = options;
  await withStage(listings, log, async (stage) => {
    const { contestants, stop } = await startContestants(stage, { urls, peers });
    try {
      const turns = await measureRounds(contestants, { rounds, seconds, connections: CONNECTIONS });
      const told = { urls, seconds, rounds, connections: CONNECTIONS };
      await publish({ name: NAME, about: ABOUT, listings, told, out }, compareFindings(contestants, turns));
    } finally {
      await stop();
    }
  });
}

function log(line: string): void {
  console.error(line);
}
