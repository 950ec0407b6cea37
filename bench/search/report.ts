import { cpus, loadavg } from "node:os";
import { percentile } from "@/bench/latency";
import { PLACES, placeKind } from "@/bench/mix/places";
import { boundsTable, numberText } from "@/bench/search/bounds";
import { allEdits, boundedCases, mapMs, nationalMs, restartedCase, rushCase } from "@/bench/search/cases";
import type { Base, Measured } from "@/bench/search/measure";
import { durations } from "@/bench/search/timing";

const SHARES = [0.5, 0.95, 1];

/** What the figures were measured with. */
export function machineText(listings: number): string {
  const [processor] = cpus();
  return `${listings.toLocaleString("en")} demo listings, one process, ${cpus().length} cores (${processor?.model ?? "unknown"}), Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the start`;
}

/** Everything that was measured, as Markdown. */
export function reportText(measured: Measured): string {
  const { cold, edits, churn } = measured;
  const keywords = cold.searches.filter(({ request }) => request.search.keywords.length > 0);
  const zooms = [...new Set(cold.maps.map(({ request }) => request.query.zoom))];
  return [
    boundsTable([...boundedCases(measured), restartedCase(measured), rushCase(measured)]),
    timesTable("cold search of", [
      ...Object.keys(PLACES).map((kind) => {
        const timed = cold.searches.filter(({ request }) => placeKind(request.search) === kind);
        return [kind, durations(timed)] as const;
      }),
      ["keywords, anywhere", durations(keywords)],
    ]),
    timesTable(
      "cold map at zoom",
      zooms.map((zoom) => [String(zoom), mapMs(cold, zoom)] as const),
    ),
    timesTable("edit of", Object.entries(edits)),
    ...failures("16 callers at once", cold.crowd.errors),
    ...failures("searches during updates", churn.errors),
  ].join("\n\n");
}

/** How the figures grow with the number of listings. */
export function growthTable(sizes: readonly Base[]): string {
  const rows = sizes.map((base) => {
    const { cold, edits, databaseMegabytes } = base;
    const maps = percentile(durations(cold.maps), 0.95);
    const cells = [
      ...[base.listings.toLocaleString("en"), `${numberText(Math.round(databaseMegabytes))} MB`],
      ...[timesText(durations(cold.searches)), timesText(nationalMs(cold))],
      ...[timesText(durations(cold.crowd.timed)), timesText(durations(cold.prefixes))],
      ...[numberText(maps), timesText(allEdits(edits))],
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "p50 / p95 / worst in ms; maps: p95 over all zooms\n",
    "| listings | database | cold search | everything of the slowest channel | 16 callers at once | autocomplete | map | edit |",
    "| --: | --: | --: | --: | --: | --: | --: | --: |",
    ...rows,
  ].join("\n");
}

function timesTable(of: string, rows: readonly (readonly [string, readonly number[]])[]): string {
  const body = rows
    .filter(([, tookMs]) => tookMs.length > 0)
    .map(([name, tookMs]) => `| ${name} | ${tookMs.length} | ${cells(tookMs).join(" | ")} |`);
  return [`| ${of} | n | p50 ms | p95 ms | worst ms |`, "| :-- | --: | --: | --: | --: |", ...body].join(
    "\n",
  );
}

function timesText(tookMs: readonly number[]): string {
  return cells(tookMs).join(" / ");
}

function cells(tookMs: readonly number[]): readonly string[] {
  return SHARES.map((share) => numberText(percentile(tookMs, share)));
}

function failures(of: string, errors: readonly string[]): readonly string[] {
  const shown = errors.slice(0, 5).map((error) => `- ${error}`);
  return errors.length === 0 ? [] : [`${errors.length} failed among ${of}, as:\n\n${shown.join("\n")}`];
}
