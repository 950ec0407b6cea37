import type { Color } from "./color";
import type { Random } from "./random";

export type Point = readonly [x: number, y: number];

/** The frame of every picture, in pixels: three to two. */
export const FRAME = { width: 1200, height: 800 } as const;

/** A coordinate with one decimal: a tenth of a pixel is finer than any rasterised width shows. */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function rect(x: number, y: number, w: number, h: number, fill: Color, opacity = 1): string {
  if (w <= 0 || h <= 0) return "";
  return `<path d="M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z" fill="${fill}"${alpha(opacity)}/>`;
}

export function polygon(points: readonly Point[], fill: Color, opacity = 1): string {
  return `<path d="${trace(points)}z" fill="${fill}"${alpha(opacity)}/>`;
}

export function path(d: string, fill: Color, opacity = 1): string {
  return `<path d="${d}" fill="${fill}"${alpha(opacity)}/>`;
}

export function circle(x: number, y: number, r: number, fill: Color, opacity = 1): string {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="${fill}"${alpha(opacity)}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: Color, opacity = 1): string {
  return `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}" fill="${fill}"${alpha(opacity)}/>`;
}

/** Many straight strokes as one path, which keeps a picture small. */
export function strokes(
  lines: readonly (readonly Point[])[],
  color: Color,
  width: number,
  opacity = 1,
  cap: "butt" | "round" = "butt",
): string {
  if (lines.length === 0) return "";
  const d = lines.map(trace).join("");
  const round = cap === "round" ? ' stroke-linecap="round" stroke-linejoin="round"' : "";
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${num(width)}"${round}${alpha(opacity)}/>`;
}

/** Evenly spaced upright bars (or level ones) filling a box, as a single dashed stroke. */
export function hatch(
  box: { x: number; y: number; w: number; h: number },
  bars: { count: number; thick: number; level?: boolean },
  color: Color,
  opacity = 1,
): string {
  const long = bars.level ? box.h : box.w;
  const step = long / Math.max(1, bars.count);
  const dash = `stroke-dasharray="${fine(bars.thick)} ${fine(step - bars.thick)}" stroke-dashoffset="${fine(-(step - bars.thick) / 2)}"`;
  const d = bars.level
    ? `M${num(box.x + box.w / 2)} ${num(box.y)}v${num(box.h)}`
    : `M${num(box.x)} ${num(box.y + box.h / 2)}h${num(box.w)}`;
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${num(bars.level ? box.w : box.h)}" ${dash}${alpha(opacity)}/>`;
}

/** A level row of evenly spaced discs. */
export function beads(
  row: { x: number; y: number; w: number; count: number; r: number },
  color: Color,
  opacity = 1,
): string {
  const step = row.w / Math.max(1, row.count);
  return `<path d="M${num(row.x + step / 2)} ${num(row.y)}h${num(row.w - step * 0.9)}" fill="none" stroke="${color}" stroke-width="${num(row.r * 2)}" stroke-linecap="round" stroke-dasharray="0 ${fine(step)}"${alpha(opacity)}/>`;
}

export function curve(d: string, color: Color, width: number, opacity = 1): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${num(width)}" stroke-linecap="round"${alpha(opacity)}/>`;
}

export function group(children: readonly string[], attributes = ""): string {
  return `<g${attributes && ` ${attributes}`}>${children.join("")}</g>`;
}

/** Straight lines through points; every step is relative to the rounded one before, so that roundings do not add up. */
export function trace(points: readonly Point[]): string {
  let d = "";
  let [fromX, fromY] = [0, 0];
  points.forEach(([px, py], i) => {
    const [x, y] = [Math.round(px * 10), Math.round(py * 10)];
    if (i === 0) d = `M${pair(x / 10, y / 10)}`;
    else if (y === fromY) d += `h${(x - fromX) / 10}`;
    else if (x === fromX) d += `v${(y - fromY) / 10}`;
    else d += `l${pair((x - fromX) / 10, (y - fromY) / 10)}`;
    [fromX, fromY] = [x, y];
  });
  return d;
}

/** A closed, hand-cut outline around an ellipse: `knots` corners, rounded, each off by up to `wobble` of the radius. */
export function blob(
  random: Random,
  at: { x: number; y: number; rx: number; ry: number },
  knots = 9,
  wobble = 0.18,
): string {
  const turn = random.between(0, Math.PI);
  const corners = Array.from({ length: knots }, (_, i): Point => {
    const angle = turn + ((i + random.between(-0.22, 0.22)) / knots) * Math.PI * 2;
    const reach = 1 + random.between(-wobble, wobble);
    return [at.x + Math.cos(angle) * at.rx * reach, at.y + Math.sin(angle) * at.ry * reach];
  });
  return smooth(corners, Math.max(at.rx, at.ry) > 12 ? 1 : 10);
}

/** A closed curve that rounds every corner of a polygon; `grain` is how many steps a pixel is divided into. */
export function smooth(corners: readonly Point[], grain = 10): string {
  const grid = corners.map(([x, y]): Point => [Math.round(x * grain), Math.round(y * grain)]);
  const last = grid[grid.length - 1] ?? [0, 0];
  const middle = (a: Point, b: Point): Point => [
    Math.round((a[0] + b[0]) / 2),
    Math.round((a[1] + b[1]) / 2),
  ];
  let from = middle(last, grid[0] ?? last);
  let d = `M${pair(from[0] / grain, from[1] / grain)}`;
  grid.forEach((corner, i) => {
    const to = middle(corner, grid[(i + 1) % grid.length] ?? last);
    d += `q${pair((corner[0] - from[0]) / grain, (corner[1] - from[1]) / grain)}${gap((to[0] - from[0]) / grain)}${pair((to[0] - from[0]) / grain, (to[1] - from[1]) / grain)}`;
    from = to;
  });
  return `${d}z`;
}

function pair(x: number, y: number): string {
  return `${x}${gap(y)}${y}`;
}

function gap(next: number): string {
  return next < 0 ? "" : " ";
}

export function lerp(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

function fine(value: number): string {
  return String(Math.round(Math.max(-1e4, value) * 1000) / 1000);
}

function alpha(opacity: number): string {
  return opacity >= 1 ? "" : ` opacity="${Math.round(opacity * 100) / 100}"`;
}
