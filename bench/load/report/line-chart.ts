import { escaped } from "@/bench/load/report/escaped";
import { numberText } from "@/bench/search/bounds";

export type Line = { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[] };

export type Chart = {
  readonly title: string;
  /** What is up and what is to the right, with units. */
  readonly axes: string;
  readonly lines: readonly Line[];
  readonly isLog?: boolean;
  /** Where something happened, by x. */
  readonly marks?: readonly { readonly at: number; readonly label: string }[];
  /** What stands below, by x; else whole numbers are found. */
  readonly ticks?: readonly { readonly at: number; readonly label: string }[];
};

// Small, with letters that stay readable when a telephone shows it 320 wide.
const WIDTH = 400;
const HEIGHT = 250;
const LEFT = 44;
const RIGHT = 10;
const LEGEND_TOP = 18;
const LEGEND_ROW = 16;
const BOTTOM = 26;
const Y_STEPS = 4;
const X_STEPS = 4;
/** Told apart by how they are drawn too, not only by colour. */
const STROKES = ["", "7 3", "2 3", "9 3 2 3", "1 4", "14 4"];

type Scale = { readonly x: (at: number) => number; readonly y: (value: number) => number };

/** Lines over one another as an SVG without a script or a style of its own: its classes are the page's. */
export function lineChart(chart: Chart): string {
  const { title, lines, isLog = false, marks = [] } = chart;
  const top = LEGEND_TOP + Math.ceil(lines.length / 2) * LEGEND_ROW + (marks.length > 0 ? 14 : 0);
  const [left, right] = extent(lines.flatMap(({ points }) => points.map(([x]) => x)));
  const values = lines.flatMap(({ points }) => points.map(([, y]) => y));
  const [low, high] = isLog ? decades(values) : [0, niceAbove(Math.max(0, ...values))];
  const share = (value: number) =>
    isLog
      ? (Math.log10(Math.max(value, low)) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
      : (value - low) / (high - low);
  const scale: Scale = {
    x: (at) => LEFT + ((at - left) / (right - left)) * (WIDTH - LEFT - RIGHT),
    y: (value) => top + (1 - share(value)) * (HEIGHT - top - BOTTOM),
  };
  const heights = isLog
    ? Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, n) => low * 10 ** n)
    : Array.from({ length: Y_STEPS + 1 }, (_, n) => (high * n) / Y_STEPS);
  const ticks = chart.ticks ?? wholeTicks(left, right);
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    ...heights.map((value) => yGrid(value, scale)),
    ...ticks.map(({ at, label }) => xGrid(label, { x: scale.x(at), top })),
    ...marks.map(({ at, label }) => markAt(label, { x: scale.x(at), top })),
    ...lines.map(({ points }, index) => path(points, index, scale)),
    ...lines.map(({ name }, index) => legend(name, index)),
    "</svg>",
  ].join("\n");
}

function path(points: Line["points"], index: number, { x, y }: Scale): string {
  const line = points.map(([at, value]) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join(" L ");
  const dash = STROKES[index % STROKES.length] ?? "";
  // One point alone has no line.
  const drawn = points.length === 1 ? `${line} l 2 0` : line;
  return points.length === 0
    ? ""
    : `<path class="c${index % STROKES.length}" stroke-dasharray="${dash}" d="M ${drawn}"/>`;
}

function legend(name: string, index: number): string {
  const x = index % 2 === 0 ? LEFT : LEFT + (WIDTH - LEFT - RIGHT) / 2;
  const y = LEGEND_TOP - 6 + Math.floor(index / 2) * LEGEND_ROW;
  const dash = STROKES[index % STROKES.length] ?? "";
  return `<path class="c${index % STROKES.length}" stroke-dasharray="${dash}" d="M ${x} ${y} l 22 0"/><text x="${x + 27}" y="${y + 4}">${escaped(name)}</text>`;
}

function yGrid(value: number, { y }: Scale): string {
  const at = y(value).toFixed(1);
  return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}"/><text x="${LEFT - 5}" y="${at}" dy="4" text-anchor="end">${short(value)}</text>`;
}

type Place = { readonly x: number; readonly top: number };

function xGrid(label: string, { x, top }: Place): string {
  const anchor = x > WIDTH - 30 ? "end" : "middle";
  return `<line class="grid" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${top}" y2="${HEIGHT - BOTTOM}"/><text x="${Math.min(x, WIDTH - 2).toFixed(1)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="${anchor}">${escaped(label)}</text>`;
}

function markAt(label: string, { x, top }: Place): string {
  const anchor = x > WIDTH / 2 ? "end" : "start";
  return `<line class="mark" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${top - 4}" y2="${HEIGHT - BOTTOM}"/><text x="${x.toFixed(1)}" y="${top - 7}" text-anchor="${anchor}">${escaped(label)}</text>`;
}

function extent(values: readonly number[]): readonly [number, number] {
  const low = values.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low)) return [0, 1];
  return low === high ? [low, low + 1] : [low, high];
}

function decades(values: readonly number[]): readonly [number, number] {
  const [low, high] = extent(values.filter((value) => value > 0));
  return [10 ** Math.floor(Math.log10(low || 1)), 10 ** Math.ceil(Math.log10(high * 1.000_001))];
}

/** 1, 2, 4 or 8 times a power of ten: a quarter of each can be written. */
function niceAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 4, 8].find((step) => step * power >= value) ?? 10);
}

function wholeTicks(left: number, right: number): readonly { at: number; label: string }[] {
  const step = Math.max(1, niceAbove((right - left) / X_STEPS));
  const count = Math.floor((right - Math.ceil(left)) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, n) => Math.ceil(left) + n * step).map((at) => ({
    at,
    label: String(at),
  }));
}

function short(value: number): string {
  if (value >= 10_000) return `${Number((value / 1_000).toFixed(1))}k`;
  return value !== 0 && value < 1
    ? String(Number(value.toPrecision(2)))
    : numberText(Number(value.toFixed(2)));
}
