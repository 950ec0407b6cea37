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

export function curve(d: string, color: Color, width: number, opacity = 1): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${num(width)}" stroke-linecap="round"${alpha(opacity)}/>`;
}

export function group(children: readonly string[], attributes = ""): string {
  return `<g${attributes && ` ${attributes}`}>${children.join("")}</g>`;
}

export function trace(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${num(x)} ${num(y)}`).join("");
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
  return smooth(corners);
}

/** A closed curve that rounds every corner of a polygon. */
export function smooth(corners: readonly Point[]): string {
  let d = "";
  corners.forEach(([x, y], i) => {
    const [nx, ny] = corners[(i + 1) % corners.length] ?? [x, y];
    const [px, py] = corners[(i + corners.length - 1) % corners.length] ?? [x, y];
    if (i === 0) d = `M${num((px + x) / 2)} ${num((py + y) / 2)}`;
    d += `Q${num(x)} ${num(y)} ${num((x + nx) / 2)} ${num((y + ny) / 2)}`;
  });
  return `${d}z`;
}

export function lerp(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

function alpha(opacity: number): string {
  return opacity >= 1 ? "" : ` opacity="${Math.round(opacity * 100) / 100}"`;
}
