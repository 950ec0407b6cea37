import { lighten, mix } from "./color";
import { type Drawing, frame } from "./draw-listing";
import { clump } from "./foliage";
import { furnishPlan, type Ink, type Sheet } from "./plan-furniture";
import { written } from "./plan-glyphs";
import { layOut, type PlanLayout, type PlanRoom, type PlanSubject } from "./plan-layout";
import { createRandom, type Random } from "./random";
import { FRAME, hatch, num, polygon, rect } from "./svg";

type Tint = readonly [paper: string, lawn: string, wall: string, dry: string, wet: string, accent: string];

const TINTS: readonly [Tint, ...Tint[]] = [
  ["#f4ecdc", "#b9c593", "#33414d", "#ecd9b8", "#bcd3d4", "#d99a5b"],
  ["#eef0e6", "#a9bf9a", "#3b3a4f", "#e6d8c4", "#b9cbdb", "#8fa98a"],
  ["#f6e9df", "#c3bf8d", "#4a2f35", "#efd2bd", "#b7cfc8", "#7f9fb0"],
  ["#e9eef0", "#a3bba6", "#24405a", "#dfe0d3", "#a9c8d6", "#e0b765"],
];

const WALL_M = 0.22;

/** An invented floor plan, 1200 by 800: rooms that fill the outline, doors, windows, measures in metres, a north arrow. */
export function drawFloorPlan(subject: PlanSubject): Drawing {
  const layout = layOut(subject);
  const dice = createRandom(subject.seed).fork("plan-sheet");
  const [paper, lawn, wall, dry, wet, accent] = dice.pick(TINTS);
  const metre = Math.min(610 / layout.depth, 840 / layout.width);
  const origin = { x: FRAME.width / 2 - (layout.width * metre) / 2, y: 402 - (layout.depth * metre) / 2 };
  const onSheet = (room: PlanRoom): Sheet => ({
    x: origin.x + room.x * metre,
    y: origin.y + room.y * metre,
    w: room.w * metre,
    h: room.h * metre,
    metre,
  });
  const ink: Ink = {
    line: mix(wall, paper, 0.35),
    fill: mix(paper, dry, 0.35),
    accent: mix(accent, paper, 0.4),
  };
  const outline: Sheet = {
    x: origin.x,
    y: origin.y,
    w: layout.width * metre,
    h: layout.depth * metre,
    metre,
  };
  const content = [
    rect(0, 0, FRAME.width, FRAME.height, paper),
    garden(dice, outline, lawn),
    rect(outline.x + 9, outline.y + 11, outline.w, outline.h, wall, 0.22),
    ...layout.rooms.map((room) => floor(room.kind, onSheet(room), { dry, wet, paper })),
    ...layout.rooms.map((room) => furnishPlan(room.kind, onSheet(room), ink)),
    walls(layout.rooms.map(onSheet), outline, wall),
    ...layout.rooms.flatMap((room) => openings(room, onSheet(room), layout, { wall, paper })),
    ...layout.rooms
      .filter((room) => room.kind !== "hall")
      .map((room) => measure(room, onSheet(room), wall, paper)),
    scales(outline, layout, wall),
    north(dice, wall, accent),
  ];
  return {
    svg: frame(content.join("")),
    palette: { sky: paper, wall: dry, ground: lawn, accent },
    alt: `Floor plan, illustrative: ${layout.width.toFixed(1)} by ${layout.depth.toFixed(1)} metres, ${bedroomsOf(layout)}.`,
  };
}

function garden(dice: Random, outline: Sheet, lawn: string): string {
  const pad = 46;
  const tones = { dark: lighten(lawn, -0.16), mid: lighten(lawn, -0.08), light: lighten(lawn, 0.01) };
  const crowns = Array.from({ length: 9 }, () => {
    const left = dice.chance(0.5);
    const r = dice.between(18, 40);
    const x = left ? outline.x - dice.between(50, 96) : outline.x + outline.w + dice.between(50, 96);
    return `<g transform="matrix(${num(r / 100)} 0 0 ${num(r / 100)} ${num(x)} ${num(outline.y + dice.next() * outline.h)})">${clump(dice, tones)}</g>`;
  });
  const square = rect(
    outline.x - pad * 2,
    outline.y - pad,
    outline.w + pad * 4,
    outline.h + pad * 2,
    lawn,
    0.55,
  );
  return square + crowns.slice(0, 7).join("");
}

function floor(kind: PlanRoom["kind"], s: Sheet, tint: { dry: string; wet: string; paper: string }): string {
  if (kind === "bathroom" || kind === "laundry") {
    const grid = { thick: 1.2 };
    return (
      rect(s.x, s.y, s.w, s.h, tint.wet) +
      hatch(s, { count: Math.round(s.w / 15), ...grid }, tint.paper, 0.8) +
      hatch(s, { count: Math.round(s.h / 15), level: true, ...grid }, tint.paper, 0.8)
    );
  }
  if (kind === "garage") return rect(s.x, s.y, s.w, s.h, mix(tint.paper, "#9aa0a3", 0.35));
  const soft = kind === "bedroom" || kind === "main-bedroom";
  const boards = soft
    ? ""
    : hatch(s, { count: Math.round(s.h / 13), thick: 1.2, level: true }, lighten(tint.dry, -0.07), 0.7);
  return rect(s.x, s.y, s.w, s.h, soft ? mix(tint.dry, tint.paper, 0.55) : tint.dry) + boards;
}

function walls(rooms: readonly Sheet[], outline: Sheet, color: string): string {
  const frameOf = (s: Sheet, thick: number): string =>
    `<rect x="${num(s.x)}" y="${num(s.y)}" width="${num(s.w)}" height="${num(s.h)}" fill="none" stroke="${color}" stroke-width="${num(thick)}"/>`;
  return (
    rooms.map((room) => frameOf(room, Math.max(3, outline.metre * WALL_M * 0.55))).join("") +
    frameOf(outline, Math.max(6, outline.metre * WALL_M))
  );
}

/** Windows in outer walls and a door to the hall, or to the living rooms from the hall's end. */
function openings(
  room: PlanRoom,
  s: Sheet,
  layout: PlanLayout,
  ink: { wall: string; paper: string },
): string[] {
  const thick = Math.max(6, s.metre * WALL_M);
  const parts: string[] = [];
  const pane = (x: number, y: number, w: number, h: number): string =>
    rect(x, y, w, h, ink.paper) +
    `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="none" stroke="${ink.wall}" stroke-width="1.6"/>`;
  const across = Math.min(s.w * 0.5, 2 * s.metre);
  const along = Math.min(s.h * 0.45, 1.8 * s.metre);
  if (room.kind === "hall") {
    const w = Math.min(0.95 * s.metre, s.w * 0.8);
    parts.push(
      gap(s.x + (s.w - w) / 2, s.y + s.h - thick / 2 - 1, w, thick + 2, ink.paper),
      swing(s.x + (s.w - w) / 2, s.y + s.h, w, -1, ink.wall),
    );
    parts.push(gap(s.x + s.w * 0.08, s.y - thick / 2, s.w * 0.84, thick, ink.paper));
    return parts;
  }
  if (room.y === 0) parts.push(pane(s.x + (s.w - across * 1.3) / 2, s.y - thick / 2, across * 1.3, thick));
  else if (room.kind === "garage" && isClose(room.y + room.h, layout.depth))
    parts.push(
      gap(s.x + s.w * 0.12, s.y + s.h - thick / 2, s.w * 0.76, thick, ink.paper) +
        hatch(
          { x: s.x + s.w * 0.12, y: s.y + s.h - 2, w: s.w * 0.76, h: 4 },
          { count: 9, thick: 6 },
          ink.wall,
        ),
    );
  else if (isClose(room.y + room.h, layout.depth))
    parts.push(pane(s.x + (s.w - across) / 2, s.y + s.h - thick / 2, across, thick));
  if (room.x === 0) parts.push(pane(s.x - thick / 2, s.y + (s.h - along) / 2, thick, along));
  if (isClose(room.x + room.w, layout.width))
    parts.push(pane(s.x + s.w - thick / 2, s.y + (s.h - along) / 2, thick, along));
  if (room.y > 0)
    parts.push(hasHall(room, layout) ? doorToHall(room, s, ink) : doorThrough(room, s, layout, ink));
  else if (room.x > 0) parts.push(gap(s.x - thick / 2, s.y + s.h * 0.3, thick, s.h * 0.45, ink.paper));
  return parts;
}

function doorToHall(room: PlanRoom, s: Sheet, ink: { wall: string; paper: string }): string {
  const w = Math.min(0.82 * s.metre, s.h * 0.7);
  const thick = Math.max(6, s.metre * WALL_M);
  const edge = room.x === 0 ? s.x + s.w : s.x;
  const y = s.y + s.h - w - Math.min(0.2 * s.metre, s.h * 0.1);
  const inward = room.x === 0 ? -1 : 1;
  const leaf = polygon(
    [
      [edge, y],
      [edge + inward * w, y],
      [edge + inward * w, y + 2.5],
      [edge, y + 2.5],
    ],
    ink.wall,
  );
  return (
    gap(edge - thick / 2, y, thick, w, ink.paper) +
    leaf +
    `<path d="M${num(edge + inward * w)} ${num(y)}A${num(w)} ${num(w)} 0 0 ${inward < 0 ? 0 : 1} ${num(edge)} ${num(y + w)}" fill="none" stroke="${ink.wall}" stroke-width="1.4"/>`
  );
}

function hasHall(room: PlanRoom, layout: PlanLayout): boolean {
  return layout.rooms.some(
    (other) =>
      other.kind === "hall" && (isClose(room.x + room.w, other.x) || isClose(other.x + other.w, room.x)),
  );
}

/** A room without the hall is entered from the row towards the street, or the last one from the row before it. */
function doorThrough(
  room: PlanRoom,
  s: Sheet,
  layout: PlanLayout,
  ink: { wall: string; paper: string },
): string {
  const w = Math.min(0.8 * s.metre, s.w * 0.6);
  const thick = Math.max(6, s.metre * WALL_M);
  const isLast = isClose(room.y + room.h, layout.depth);
  const y = isLast ? s.y : s.y + s.h;
  const x = s.x + s.w * 0.5 - w / 2;
  return gap(x, y - thick / 2, w, thick, ink.paper) + swing(x, y, w, isLast ? 1 : -1, ink.wall);
}

function swing(x: number, y: number, w: number, up: number, color: string): string {
  return `<path d="M${num(x)} ${num(y)}v${num(up * w)}A${num(w)} ${num(w)} 0 0 ${up < 0 ? 1 : 0} ${num(x + w)} ${num(y)}" fill="none" stroke="${color}" stroke-width="1.6"/>`;
}

function gap(x: number, y: number, w: number, h: number, paper: string): string {
  return rect(x, y, w, h, paper);
}

function measure(room: PlanRoom, s: Sheet, color: string, paper: string): string {
  const text = `${room.w.toFixed(1)} x ${room.h.toFixed(1)}`;
  const size = Math.max(8, Math.min(13, s.w / 9, s.h / 4));
  const [x, y] = [s.x + s.w / 2, s.y + s.h - size * 1.35];
  return (
    rect(x - size * 3.9, y - size * 0.85, size * 7.8, size * 1.7, paper, 0.72) +
    written(text, { x, y, size }, color)
  );
}

/** The measures of the whole, along the top and the right. */
function scales(outline: Sheet, layout: PlanLayout, color: string): string {
  const y = outline.y - 26;
  const x = outline.x + outline.w + 28;
  const line = `M${num(outline.x)} ${num(y)}H${num(outline.x + outline.w)}M${num(outline.x)} ${num(y - 6)}v12M${num(outline.x + outline.w)} ${num(y - 6)}v12M${num(x)} ${num(outline.y)}V${num(outline.y + outline.h)}M${num(x - 6)} ${num(outline.y)}h12M${num(x - 6)} ${num(outline.y + outline.h)}h12`;
  return (
    `<path d="${line}" stroke="${color}" stroke-width="1.5" fill="none"/>` +
    written(`${layout.width.toFixed(1)} m`, { x: outline.x + outline.w / 2, y: y - 15, size: 14 }, color) +
    `<g transform="matrix(0 1 -1 0 ${num(x + 18)} ${num(outline.y + outline.h / 2)})">${written(`${layout.depth.toFixed(1)} m`, { x: 0, y: 0, size: 14 }, color)}</g>`
  );
}

function north(dice: Random, color: string, accent: string): string {
  const turn = Math.round(dice.between(-40, 40));
  return `<g transform="translate(1110 690) rotate(${turn})"><circle r="34" fill="none" stroke="${color}" stroke-width="2"/><path d="M0-30L10 14L0 7z" fill="${color}"/><path d="M0-30L-10 14L0 7z" fill="${accent}"/>${written("N", { x: 0, y: 23, size: 12 }, color)}</g>`;
}

function bedroomsOf(layout: PlanLayout): string {
  const count = layout.rooms.filter((room) => room.kind.endsWith("bedroom")).length;
  return count === 0 ? "no separate bedroom" : count === 1 ? "one bedroom" : `${count} bedrooms`;
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01;
}
