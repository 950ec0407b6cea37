import { writeFileSync } from "node:fs";
import type { MixRequest } from "@/bench/mix";
import { holds } from "@/bench/search/bounds";
import { boundedCases } from "@/bench/search/cases";
import type { Cold } from "@/bench/search/cold";
import { explainEach } from "@/bench/search/explain";
import { type Base, type Measured, measureAll, measureBase } from "@/bench/search/measure";
import { percentilePlot } from "@/bench/search/plot";
import { growthTable, machineText, reportText } from "@/bench/search/report";
import { withStage } from "@/bench/search/stage";
import { durations, type Timed } from "@/bench/search/timing";

/** Measured before the listings that are asked for, with --growth. */
const SMALLER = [10_000, 100_000];
/** Of each kind of request so many of the slowest are explained. */
const EXPLAINED = 2;

export type SearchBenchOptions = {
  readonly listings: number;
  readonly growth: boolean;
  readonly explain: boolean;
  /** Where the picture goes, if anywhere. */
  readonly plot: string | undefined;
};

/** Searches with and without caches, at one size or several. Prints tables, and plans if asked; throws when a bound of a million listings does not hold. */
export async function benchSearch(options: SearchBenchOptions): Promise<void> {
  const { listings, growth, explain, plot } = options;
  const machine = machineText(listings);
  const grown: Base[] = [];
  for (const fewer of SMALLER.filter((size) => growth && size < listings))
    grown.push(await withStage(fewer, log, measureBase));
  const measured = await withStage(listings, log, (stage) =>
    measureAll(stage, async (base) => {
      // What follows takes as long again.
      log(`so far:\n${growthTable([base])}`);
      if (explain) await explainEach(stage, slowestOf(base.cold));
    }),
  );
  console.log(`\n${machine}\n\n${reportText(measured)}`);
  if (growth) console.log(`\n${growthTable([...grown, measured])}`);
  if (plot !== undefined) writeFileSync(plot, plotOf(measured));
  const broken = boundedCases(measured).filter((each) => !holds(each));
  if (broken.length > 0)
    throw new Error(`Bounds that do not hold: ${broken.map(({ name }) => name).join("; ")}.`);
}

function log(line: string): void {
  console.error(line);
}

function slowestOf({ searches, national, prefixes, maps }: Cold): readonly MixRequest[] {
  return [searches, national.slice(-1), prefixes, maps].flatMap((timed: readonly Timed[]) =>
    [...timed]
      .sort((one, other) => other.tookMs - one.tookMs)
      .slice(0, EXPLAINED)
      .map(({ request }) => request),
  );
}

function plotOf({ listings, cold, redis, memory }: Measured): string {
  return percentilePlot(`The same searches of ${listings.toLocaleString("en")} listings, cold and warm`, [
    { name: "Postgres, cold", tookMs: durations(cold.searches) },
    { name: "Redis", tookMs: durations(redis) },
    { name: "memory", tookMs: durations(memory) },
  ]);
}
