import { type Color, lighten, mix } from "./color";
import type { Material } from "./colorways";
import type { Random } from "./random";
import type { Scene } from "./scene";
import { hatch, lerp, type Point, polygon, strokes } from "./svg";

/** Corners of a wall as seen: bottom left, bottom right, top right, top left. */
type Corners = readonly [Point, Point, Point, Point];

export type Block = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly w: number;
  readonly h: number;
  readonly d: number;
  /** How far its underside shows, for a slab that hangs over. */
  readonly over?: number;
};

export type Surface = { readonly color: Color; readonly material: Material };

/** A box of building: its front, and whichever side we can see, the right one in shade and the left one in light. */
export function block(scene: Scene, box: Block, surface: Surface): string {
  const { project, vanishing } = scene.camera;
  const { palette } = scene;
  const { x, y, z, w, h, d } = box;
  const parts: string[] = [];
  if (box.over) {
    const under = [
      project([x, y, z]),
      project([x + w, y, z]),
      project([x + w, y, z + box.over]),
      project([x, y, z + box.over]),
    ];
    parts.push(polygon(under, palette.shade(surface.color, 1)));
  }
  const right = [project([x + w, y, z]), project([x + w, y, z + d])] as const;
  if (vanishing > right[0][0] + 1) {
    const corners: Corners = [right[0], right[1], project([x + w, y + h, z + d]), project([x + w, y + h, z])];
    parts.push(wall(scene, corners, { w: d, h }, { ...surface, color: palette.shade(surface.color, 0.85) }));
  }
  const left = [project([x, y, z + d]), project([x, y, z])] as const;
  if (vanishing < left[1][0] - 1) {
    const corners: Corners = [left[0], left[1], project([x, y + h, z]), project([x, y + h, z + d])];
    parts.push(wall(scene, corners, { w: d, h }, { ...surface, color: palette.lit(surface.color, 0.7) }));
  }
  const front: Corners = [
    project([x, y, z]),
    project([x + w, y, z]),
    project([x + w, y + h, z]),
    project([x, y + h, z]),
  ];
  parts.push(wall(scene, front, { w, h }, { ...surface, color: palette.lit(surface.color, 0.12) }));
  return parts.join("");
}

/** A wall with the marks of its material cut into it; `size` in metres. */
export function wall(
  scene: Scene,
  corners: Corners,
  size: { w: number; h: number },
  surface: Surface,
): string {
  const { color, material } = surface;
  const [bl, br] = corners;
  const seen = Math.abs(br[0] - bl[0]);
  if (seen < 30) return seen < 2 ? "" : polygon(corners, color);
  return (
    polygon(corners, color) +
    polygon(corners, "url(#sheen)") +
    MARKS[material]({ corners, size, color, random: scene.random, scale: scene.camera.scale })
  );
}

type Marking = {
  corners: Corners;
  size: { w: number; h: number };
  color: Color;
  random: Random;
  scale: number;
};

const MARKS: Record<Material, (marking: Marking) => string> = {
  brick: (m) => {
    const tall = Math.max(0.17, 4.6 / m.scale);
    return (
      courses(m, tall, lighten(m.color, 0.07), 0.28, 0.8) +
      dashes(m, tall, 0.46, lighten(m.color, -0.07), 0.5, 0.05) +
      dashes(m, tall, 0.46, lighten(m.color, 0.06), 0.55, 0.035)
    );
  },
  weatherboard: (m) => courses(m, Math.max(0.18, 5 / m.scale), mix(m.color, "#3a3f63", 0.5), 0.42, 1.1),
  render: (m) => (!isFlat(m.corners) ? "" : dashes(m, 0.5, 0.35, lighten(m.color, -0.04), 0.45, 0.012, 1.2)),
  sandstone: (m) =>
    dashes(m, 0.34, 0.8, lighten(m.color, -0.05), 0.7, 0.16) +
    dashes(m, 0.34, 0.8, lighten(m.color, 0.04), 0.7, 0.12) +
    courses(m, 0.34, lighten(m.color, -0.12), 0.4, 0.9),
  concrete: (m) =>
    uprights(m, Math.max(0.24, 6 / m.scale), lighten(m.color, -0.07), 0.3, 0.9) +
    courses(m, 1.25, lighten(m.color, -0.16), 0.45, 1.2),
  timber: (m) => uprights(m, Math.max(0.17, 5 / m.scale), lighten(m.color, -0.14), 0.55, 1.2),
  iron: (m) =>
    uprights(m, Math.max(0.16, 4.5 / m.scale), lighten(m.color, -0.1), 0.5, 1.3) +
    courses(m, 1.8, lighten(m.color, -0.14), 0.4, 1),
};

function courses(m: Marking, every: number, color: Color, opacity: number, width: number): string {
  const [bl, br, tr, tl] = m.corners;
  const count = Math.floor(m.size.h / every);
  if (isFlat(m.corners)) {
    const box = { x: tl[0], y: tl[1], w: tr[0] - tl[0], h: bl[1] - tl[1] };
    return hatch(box, { count, thick: width, level: true }, color, opacity);
  }
  const few = Math.min(count, 20);
  const lines = Array.from({ length: few }, (_, i) => {
    const t = (i + 1) / (few + 1);
    return [lerp(bl, tl, t), lerp(br, tr, t)];
  });
  return strokes(lines, color, width, opacity);
}

function uprights(m: Marking, every: number, color: Color, opacity: number, width: number): string {
  const [bl, br, tr, tl] = m.corners;
  const count = Math.floor(m.size.w / every);
  if (isFlat(m.corners)) {
    const box = { x: tl[0], y: tl[1], w: tr[0] - tl[0], h: bl[1] - tl[1] };
    return hatch(box, { count, thick: width }, color, opacity);
  }
  const few = Math.min(count, 26);
  const lines = Array.from({ length: few }, (_, i) => {
    const t = (i + 0.5) / few;
    return [lerp(bl, br, t), lerp(tl, tr, t)];
  });
  return strokes(lines, color, width, opacity);
}

function isFlat([bl, br, tr, tl]: Corners): boolean {
  return Math.abs(bl[1] - br[1]) < 0.05 && Math.abs(tl[1] - tr[1]) < 0.05 && Math.abs(bl[0] - tl[0]) < 0.05;
}

/** Single bricks or blocks picked out: a wall is suggested, not laid. `share` of all of them, at most 56. */
function dashes(
  m: Marking,
  tall: number,
  long: number,
  color: Color,
  opacity: number,
  share: number,
  width?: number,
): string {
  const [bl, br, tr, tl] = m.corners;
  const rows = Math.floor(m.size.h / tall);
  const columns = m.size.w / long;
  const most = isFlat(m.corners) ? 56 : 18;
  const count = Math.min(most, Math.round(rows * columns * share));
  const lines = Array.from({ length: count }, () => {
    const row = m.random.int(0, Math.max(0, rows - 1));
    const v = ((row + 0.5) * tall) / m.size.h;
    const u = (Math.floor(m.random.next() * (columns - 1)) + (row % 2) * 0.5) / columns;
    const a = lerp(bl, tl, v);
    const b = lerp(br, tr, v);
    return [lerp(a, b, Math.max(0, u)), lerp(a, b, Math.min(1, u + 0.92 / columns))];
  });
  return strokes(lines, color, width ?? tall * m.scale * 0.82, opacity);
}
