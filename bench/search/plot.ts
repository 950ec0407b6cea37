import { numberText } from "@/bench/search/bounds";

/** Milliseconds of one way to answer, in any order. */
export type Series = { readonly name: string; readonly tookMs: readonly number[] };

const WIDTH = 880;
const HEIGHT = 430;
const LEFT = 70;
const RIGHT = 130;
const TOP = 64;
const BOTTOM = 40;
const MARKED = [0.5, 0.95, 0.99];
const LABELLED = [0, 0.5, 0.9, 0.95, 0.99, 0.999];
/** The last ones have as much room as the many before: each step to the right leaves out nine tenths of the rest. */
const NINES = 3;
const STEPS = 300;
const LAST = 1 - 10 ** -NINES;
/** Told apart by how they are drawn too, not only by colour. */
const STROKES = ["", "8 4", "2 4"];

const STYLE = `
  svg { --ink: #1f2328; --faint: #d1d9e0; --c0: #b4451f; --c1: #1f6f8b; --c2: #4d7c2f; font: 13px system-ui, sans-serif; }
  @media (prefers-color-scheme: dark) { svg { --ink: #e6edf3; --faint: #3d444d; --c0: #f0855c; --c1: #5bb3d0; --c2: #8fc46a; } }
  text { fill: var(--ink); } .grid { stroke: var(--faint); } path { fill: none; stroke-width: 2.5; }
  .c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } circle { fill: var(--ink); stroke: none; }
  .title { font-size: 16px; font-weight: 600; }`;

/** Percentiles of some ways to answer the same questions, as an SVG on a log scale that can be read on light and on dark. */
export function percentilePlot(title: string, series: readonly Series[]): string {
  const all = series.flatMap(({ tookMs }) => tookMs);
  const low = 10 ** Math.floor(Math.log10(Math.min(...all)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...all)));
  const scale: Scale = {
    x: (share) => LEFT + (-Math.log10(1 - share) / NINES) * (WIDTH - LEFT - RIGHT),
    y: (ms) =>
      TOP +
      (HEIGHT - TOP - BOTTOM) *
        (1 - (Math.log10(ms) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))),
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}\n</style>`,
    `<text class="title" x="${LEFT}" y="28">${escaped(title)}</text>`,
    `<text x="${LEFT}" y="48">milliseconds (log scale), by the share of answers that took no longer</text>`,
    ...decades(low, high).map((ms) => yLine(ms, scale)),
    ...LABELLED.map((share) => xLabel(share, scale)),
    ...series.map((each, index) => curve(each, index, scale)),
    "</svg>\n",
  ].join("\n");
}

type Scale = { readonly x: (share: number) => number; readonly y: (ms: number) => number };

function decades(low: number, high: number): readonly number[] {
  const count = Math.round(Math.log10(high / low));
  return Array.from({ length: count + 1 }, (_, index) => low * 10 ** index);
}

function yLine(ms: number, { x, y }: Scale): string {
  const at = y(ms).toFixed(1);
  return `<line class="grid" x1="${x(0)}" x2="${x(LAST)}" y1="${at}" y2="${at}"/><text x="${LEFT - 8}" y="${at}" dy="4" text-anchor="end">${msText(ms)}</text>`;
}

function xLabel(share: number, { x }: Scale): string {
  const at = x(share).toFixed(1);
  return `<line class="grid" x1="${at}" x2="${at}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/><text x="${at}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${Number((share * 100).toFixed(1))} %</text>`;
}

function curve({ name, tookMs }: Series, index: number, { x, y }: Scale): string {
  const sorted = [...tookMs].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => 1 - 10 ** ((-NINES * step) / STEPS));
  const line = steps.map((share) => `${x(share).toFixed(1)} ${y(at(share)).toFixed(1)}`).join(" L ");
  const marks = MARKED.map((share) => mark(at(share), x(share), y(at(share))));
  return [
    `<path class="c${index}" stroke-dasharray="${STROKES[index] ?? ""}" d="M ${line}"/>`,
    ...marks,
    `<text x="${x(LAST) + 10}" y="${(y(at(LAST)) + 4).toFixed(1)}">${escaped(name)}</text>`,
  ].join("\n");
}

function mark(ms: number, x: number, y: number): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/><text x="${(x - 4).toFixed(1)}" y="${(y - 8).toFixed(1)}" text-anchor="end">${numberText(ms)}</text>`;
}

function msText(ms: number): string {
  return ms < 1 ? String(Number(ms.toPrecision(1))) : ms.toLocaleString("en");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
