import type { Load } from "@/bench/load/run-load";
import type { Sample } from "@/bench/load/sampler";
import type { Case, Figure } from "@/bench/search/bounds";

const P50_MOST_MS = 3;
const P99_MOST_MS = 50;
/** What is promised of every answer that does not say that it is stale. */
const OLD_MOST_MS = 250;
const GROWTH_MOST = 1.05;

/** How quickly people are answered, from when each request was due. */
export function quick({ recorded: { latency } }: Load): Case {
  return {
    name: "latency from when each request was due",
    figures: [
      { name: "p50", value: latency.p50Ms, unit: "ms", most: P50_MOST_MS },
      { name: "p99", value: latency.p99Ms, unit: "ms", most: P99_MOST_MS },
      { name: "worst", value: latency.worstMs, unit: "ms" },
    ],
  };
}

/** That everybody is answered. */
export function calm({ recorded }: Load): Case {
  return {
    name: "requests",
    figures: [
      count("answered", recorded.answered),
      { ...count("failures", recorded.failed), most: 0 },
      { ...count("requests not sent", recorded.unsent), most: 0 },
    ],
  };
}

/** That no answer is older than it may be without saying so; nothing where nobody edited. */
export function fresh({ freshness }: Load): readonly Case[] {
  if (freshness === null) return [];
  const { edits, shown, oldestMs, neverShown, marked } = freshness;
  return [
    {
      name: "freshness",
      figures: [
        { ...count("edits", edits), least: 1 },
        { name: "shown everywhere p99", value: shown.p99Ms, unit: "ms" },
        { name: "oldest old answer", value: oldestMs, unit: "ms", most: OLD_MOST_MS },
        count("answers marked stale", marked),
        { ...count("edits never shown", neverShown), most: 0 },
      ],
    },
  ];
}

/** That memory does not grow once the processes are warm; nothing where it cannot be read, or the run was too short to tell. */
export function memoryHolds({ samples }: Load): readonly Case[] {
  const warm = residentMegabytes(
    samples.slice(Math.floor(samples.length / 4), Math.floor(samples.length / 2)),
  );
  const last = residentMegabytes(samples.slice(Math.floor((samples.length * 3) / 4)));
  if (warm === null || last === null) return [];
  return [
    {
      name: "resident memory, the last quarter of the run to its second",
      figures: [
        { name: "MB", value: last, unit: "" },
        { name: "grown", value: last / warm, unit: "x", most: GROWTH_MOST },
      ],
    },
  ];
}

function residentMegabytes(samples: readonly Sample[]): number | null {
  const bytes = samples.flatMap(({ residentBytes }) => residentBytes ?? []);
  if (bytes.length === 0) return null;
  return bytes.reduce((sum, each) => sum + each, 0) / bytes.length / 1_048_576;
}

function count(name: string, value: number): Figure {
  return { name, value, unit: "" };
}
