import type { PlanRoom } from "./plan-layout";
import { num } from "./svg";

export type Ink = { readonly line: string; readonly fill: string; readonly accent: string };

/** A room's rectangle on paper, in pixels, with how many pixels a metre takes. */
export type Sheet = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly metre: number;
};

/** The usual signs for what stands in a room, seen from above. They tell rooms apart where no word can be written. */
export function furnishPlan(kind: PlanRoom["kind"], sheet: Sheet, ink: Ink): string {
  switch (kind) {
    case "main-bedroom":
      return bed(sheet, ink, 1.7);
    case "bedroom":
      return bed(sheet, ink, 1.3);
    case "bathroom":
      return bathroom(sheet, ink);
    case "kitchen":
      return kitchen(sheet, ink);
    case "dining":
      return dining(sheet, ink);
    case "living":
      return living(sheet, ink);
    case "laundry":
      return drum(sheet, ink);
    case "study":
      return desk(sheet, ink);
    case "garage":
      return car(sheet, ink);
    case "hall":
      return "";
  }
}

function bed(s: Sheet, ink: Ink, wide: number): string {
  const w = Math.min(wide * s.metre, s.w * 0.55);
  const h = Math.min(2 * s.metre, s.h * 0.5);
  const [x, y] = [s.x + s.w / 2 - w / 2, s.y + 0.12 * s.metre];
  const pillow = { w: w * 0.4, h: h * 0.18 };
  const night = Math.min(0.4 * s.metre, w * 0.28);
  return [
    box(x, y, w, h, ink.fill, ink.line, 6),
    box(x, y + h * 0.42, w, h * 0.58, ink.accent, ink.line, 6),
    box(x + w * 0.07, y + h * 0.1, pillow.w, pillow.h, "#ffffff", ink.line, 4),
    box(x + w * 0.53, y + h * 0.1, pillow.w, pillow.h, "#ffffff", ink.line, 4),
    box(x - night - 4, y, night, night, ink.fill, ink.line, 2),
    box(x + w + 4, y, night, night, ink.fill, ink.line, 2),
  ].join("");
}

function bathroom(s: Sheet, ink: Ink): string {
  const m = Math.min(s.metre, s.w / 2.6, s.h / 1.9);
  const [x, y] = [s.x + 0.12 * m, s.y + 0.12 * m];
  const tub =
    box(x, y, 1.5 * m, 0.68 * m, "#ffffff", ink.line, 4) +
    box(x + 0.1 * m, y + 0.1 * m, 1.3 * m, 0.48 * m, ink.fill, ink.line, 0.22 * m);
  const wc =
    box(s.x + s.w - 0.55 * m, y, 0.42 * m, 0.18 * m, "#ffffff", ink.line, 2) +
    oval(s.x + s.w - 0.34 * m, y + 0.44 * m, 0.18 * m, 0.25 * m, "#ffffff", ink.line);
  const basin =
    box(x, s.y + s.h - 0.56 * m, 0.75 * m, 0.45 * m, "#ffffff", ink.line, 3) +
    oval(x + 0.37 * m, s.y + s.h - 0.34 * m, 0.22 * m, 0.14 * m, ink.fill, ink.line);
  return tub + wc + basin;
}

function kitchen(s: Sheet, ink: Ink): string {
  const m = s.metre;
  const deep = Math.min(0.6 * m, s.h * 0.2);
  const [x, y] = [s.x + 0.1 * m, s.y + 0.1 * m];
  const w = s.w - 0.2 * m;
  const rings = [0.12, 0.36].flatMap((u) =>
    [0.28, 0.72].map((v) =>
      oval(x + w * 0.58 + u * m * 1.1, y + deep * v, deep * 0.14, deep * 0.14, "none", ink.line),
    ),
  );
  const sink = box(
    x + w * 0.22,
    y + deep * 0.2,
    Math.min(0.8 * m, w * 0.22),
    deep * 0.6,
    ink.fill,
    ink.line,
    4,
  );
  const island = box(
    s.x + s.w * 0.18,
    s.y + s.h * 0.58,
    s.w * 0.64,
    Math.min(0.85 * m, s.h * 0.2),
    ink.accent,
    ink.line,
    4,
  );
  return box(x, y, w, deep, "#ffffff", ink.line, 2) + sink + rings.join("") + island;
}

function dining(s: Sheet, ink: Ink): string {
  const m = Math.min(s.metre, s.w / 2.6, s.h / 3.2);
  const [cx, cy] = [s.x + s.w / 2, s.y + s.h * 0.42];
  const chairs = [-0.62, 0, 0.62].flatMap((v) =>
    [-0.72, 0.72].map((u) =>
      box(cx + u * m - 0.2 * m, cy + v * m - 0.2 * m, 0.4 * m, 0.4 * m, ink.fill, ink.line, 4),
    ),
  );
  return chairs.join("") + box(cx - 0.5 * m, cy - m, m, 2 * m, ink.accent, ink.line, 8);
}

function living(s: Sheet, ink: Ink): string {
  const m = Math.min(s.metre, s.w / 3.4, s.h / 3);
  const [cx, y] = [s.x + s.w / 2, s.y + s.h * 0.2];
  return [
    box(cx - 1.5 * m, y + 0.35 * m, 3 * m, 1.5 * m, ink.accent, ink.line, 3),
    box(cx - 1.1 * m, y, 2.2 * m, 0.85 * m, ink.fill, ink.line, 8),
    box(cx - 0.9 * m, y + 0.25 * m, 0.9 * m, 0.58 * m, "#ffffff", ink.line, 6),
    box(cx, y + 0.25 * m, 0.9 * m, 0.58 * m, "#ffffff", ink.line, 6),
    oval(cx, y + 1.35 * m, 0.45 * m, 0.3 * m, "#ffffff", ink.line),
  ].join("");
}

function drum(s: Sheet, ink: Ink): string {
  const m = Math.min(s.metre * 0.65, s.w * 0.36, s.h * 0.5);
  const [x, y] = [s.x + 0.14 * m, s.y + 0.14 * m];
  return (
    box(x, y, m, m, "#ffffff", ink.line, 3) +
    oval(x + m / 2, y + m / 2, m * 0.32, m * 0.32, ink.fill, ink.line) +
    box(x + m * 1.1, y, m * 0.9, m * 0.8, ink.fill, ink.line, 3)
  );
}

function desk(s: Sheet, ink: Ink): string {
  const w = Math.min(1.5 * s.metre, s.w * 0.6);
  const h = Math.min(0.65 * s.metre, s.h * 0.25);
  const [x, y] = [s.x + 0.12 * s.metre, s.y + 0.12 * s.metre];
  return (
    oval(x + w / 2, y + h * 1.25, h * 0.4, h * 0.4, ink.fill, ink.line) +
    box(x, y, w, h, ink.accent, ink.line, 3)
  );
}

function car(s: Sheet, ink: Ink): string {
  const long = Math.min(4.3 * s.metre, s.h * 0.78);
  const wide = Math.min(1.8 * s.metre, s.w * 0.55, long * 0.46);
  const [x, y] = [s.x + s.w / 2 - wide / 2, s.y + s.h / 2 - long / 2];
  return (
    box(x, y, wide, long, ink.accent, ink.line, wide * 0.28) +
    box(x + wide * 0.14, y + long * 0.24, wide * 0.72, long * 0.5, "#ffffff", ink.line, wide * 0.16) +
    box(x + wide * 0.2, y + long * 0.38, wide * 0.6, long * 0.26, ink.fill, ink.line, wide * 0.1)
  );
}

function box(
  x: number,
  y: number,
  w: number,
  h: number,
  fill: string,
  stroke: string,
  round: number,
): string {
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" rx="${num(Math.min(round, w / 3, h / 3))}" fill="${fill}" stroke="${stroke}" stroke-width="1.6"/>`;
}

function oval(x: number, y: number, rx: number, ry: number, fill: string, stroke: string): string {
  return `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}" fill="${fill}" stroke="${stroke}" stroke-width="1.6"/>`;
}
