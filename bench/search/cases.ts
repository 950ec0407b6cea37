import { percentile } from "@/bench/latency";
import { type Case, type Figure, percentiles } from "@/bench/search/bounds";
import type { Churn } from "@/bench/search/churn";
import type { Cold } from "@/bench/search/cold";
import type { Edits } from "@/bench/search/edits";
import type { Measured } from "@/bench/search/measure";
import { durations, type Timed } from "@/bench/search/timing";
import { given } from "@/lib/given";

/** What a cached answer gains where it matters: among the half of the mix that takes longest cold. */
const REDIS_GAIN_MIN = 20;
const MEMORY_GAIN_MIN = 100;
const CHURN_MOST = 2;

/** What is promised of a million listings, with what was measured. */
export function boundedCases(measured: Measured): readonly Case[] {
  const { cold } = measured;
  return [
    {
      name: "search, cold, one at a time",
      figures: percentiles(durations(cold.searches), [
        { share: 0.5, most: 25 },
        { share: 0.95, most: 100 },
        { share: 1, most: 400 },
      ]),
    },
    {
      name: `everything of a channel, cold, the slowest (${slowestChannel(cold)})`,
      figures: percentiles(nationalMs(cold), [{ share: 0.5 }, { share: 0.95, most: 150 }]),
    },
    {
      name: "16 callers at once, cold, a tenth of them maps",
      figures: [
        ...percentiles(durations(cold.crowd.timed), [{ share: 0.5 }, { share: 0.95, most: 400 }]),
        count("errors", cold.crowd.errors.length, 0),
      ],
    },
    warmCase("Redis", cold.searches, measured.redis, REDIS_GAIN_MIN),
    warmCase("memory", cold.searches, measured.memory, MEMORY_GAIN_MIN),
    {
      name: "autocomplete, cold",
      figures: percentiles(durations(cold.prefixes), [{ share: 0.5 }, { share: 0.95, most: 15 }]),
    },
    {
      name: `map, cold, the slowest zoom (${slowestZoom(cold)})`,
      figures: percentiles(mapMs(cold, slowestZoom(cold)), [{ share: 0.5 }, { share: 0.95, most: 150 }]),
    },
    {
      name: "one listing edited",
      figures: percentiles(allEdits(measured.edits), [{ share: 0.5 }, { share: 0.95, most: 10 }]),
    },
    churnCase(measured.quietMs, measured.churn, { pace: "half of the time", most: CHURN_MOST }),
  ];
}

/** Reported beside the bounds. */
export function restartedCase({ cold }: Measured): Case {
  const where = cold.hasForgotten
    ? "Postgres restarted, its files out of the system's memory"
    : "Postgres restarted, its files still in the system's memory: no dd here that can take them out";
  return {
    name: `the first ${cold.restarted.length.toLocaleString("en")} searches (${where})`,
    figures: percentiles(durations(cold.restarted), [{ share: 0.5 }, { share: 0.95 }, { share: 1 }]),
  };
}

/** Milliseconds of everything in the slowest channel. */
export function nationalMs(cold: Cold): readonly number[] {
  return durations(cold.national.filter(({ request }) => request.search.channel === slowestChannel(cold)));
}

export function mapMs({ maps }: Cold, zoom: number): readonly number[] {
  return durations(maps.filter(({ request }) => request.query.zoom === zoom));
}

export function allEdits(edits: Edits): readonly number[] {
  return Object.values(edits).flat();
}

function slowestChannel({ national }: Cold): string {
  const channels = [...new Set(national.map(({ request }) => request.search.channel))];
  return slowest(channels, (channel) =>
    durations(national.filter(({ request }) => request.search.channel === channel)),
  );
}

function slowestZoom(cold: Cold): number {
  const zooms = [...new Set(cold.maps.map(({ request }) => request.query.zoom))];
  return slowest<number>(zooms, (zoom) => mapMs(cold, zoom));
}

function slowest<T>(names: readonly T[], msOf: (name: T) => readonly number[]): T {
  const [first] = [...names].sort(
    (one, other) => percentile(msOf(other), 0.95) - percentile(msOf(one), 0.95),
  );
  if (first === undefined) throw new Error("Nothing was measured.");
  return first;
}

function warmCase(tier: string, cold: readonly Timed[], warm: readonly Timed[], gainMin: number): Case {
  const heavy = cold
    .map(({ tookMs }, index) => ({ coldMs: tookMs, warmMs: warm[index]?.tookMs ?? Number.NaN }))
    .sort((one, other) => other.coldMs - one.coldMs)
    .slice(0, Math.ceil(cold.length / 2));
  const coldMs = percentile(
    heavy.map((each) => each.coldMs),
    0.5,
  );
  const warmMs = percentile(
    heavy.map((each) => each.warmMs),
    0.5,
  );
  return {
    name: `search, warm in ${tier}, the heavier half of the mix`,
    figures: [
      { name: "median cold", value: coldMs, unit: "ms" },
      { name: "warm", value: warmMs, unit: "ms" },
      { name: "gain", value: coldMs / warmMs, unit: "x", least: gainMin },
    ],
  };
}

/** Reported beside the bounds. */
export function rushCase({ quietMs, rush }: Measured): Case {
  return churnCase(quietMs, rush, { pace: "without a pause" });
}

function churnCase(
  quietMs: readonly number[],
  churn: Churn,
  { pace, most }: { readonly pace: string; readonly most?: number },
): Case {
  const quiet = percentile(quietMs, 0.95);
  const busy = percentile(churn.tookMs, 0.95);
  const rows = churn.updatedRows.toLocaleString("en");
  const seconds = Math.round(churn.updatedInMs / 1000).toLocaleString("en");
  return {
    name: `searches, cold, while ${rows} rows are updated by the thousand, ${pace} (${seconds} s)`,
    figures: [
      { name: "quiet p95", value: quiet, unit: "ms" },
      { name: "p95", value: busy, unit: "ms" },
      { name: "p95 to quiet", value: busy / quiet, unit: "x", ...given({ most }) },
      count("searches", churn.tookMs.length),
      count("errors", churn.errors.length, 0),
    ],
  };
}

function count(name: string, value: number, most?: number): Figure {
  return { name, value, unit: "", ...(most === undefined ? {} : { most }) };
}
