import type { Spot } from "./camera";
import { type Color, lighten } from "./color";
import { facet, isFacing, type Scene } from "./scene";
import { lerp, type Point, polygon, strokes } from "./svg";
import type { Block } from "./walls";

export type RoofSkin = { readonly color: Color; readonly cover: "tiles" | "iron" | "sheet" };
export type RoofShape = {
  /** Rise for each metre of run. */
  readonly pitch: number;
  /** Overhang, metres. */
  readonly eave: number;
};

/** A roof with four slopes over a block. */
export function hipRoof(scene: Scene, b: Block, shape: RoofShape, skin: RoofSkin): string {
  const e = shape.eave;
  const [x0, x1, z0, z1] = [b.x - e, b.x + b.w + e, b.z - e, b.z + b.d + e];
  const run = Math.min(x1 - x0, z1 - z0) / 2;
  const low = b.y + b.h;
  const top = low + run * shape.pitch;
  const middle = (z0 + z1) / 2;
  const wide = x1 - x0 >= z1 - z0;
  const a: Spot = wide ? [x0 + run, top, middle] : [(x0 + x1) / 2, top, z0 + run];
  const c: Spot = wide ? [x1 - run, top, middle] : [(x0 + x1) / 2, top, z1 - run];
  return [
    slope(scene, [[x1, low, z0], [x1, low, z1], c, wide ? c : a], skin, "shade"),
    slope(scene, [[x0, low, z1], [x0, low, z0], a, wide ? a : c], skin, "lit"),
    slope(scene, [[x0, low, z0], [x1, low, z0], wide ? c : a, a], skin, "front"),
    ridge(scene, [a, c], skin),
    ridge(scene, [[x0, low, z0], a], skin),
    ridge(scene, [[x1, low, z0], wide ? c : a], skin),
    fascia(scene, [x0, low, z0], x1 - x0),
  ].join("");
}

/** A ridge that runs left to right: the long slope faces us, the gable end shows on the side. `end` draws the gable's wall. */
export function sideGable(scene: Scene, b: Block, shape: RoofShape, skin: RoofSkin, end: Color): string {
  const e = shape.eave;
  const [x0, x1, z0, z1] = [b.x - e, b.x + b.w + e, b.z - e, b.z + b.d + e];
  const low = b.y + b.h;
  const top = low + ((z1 - z0) / 2) * shape.pitch;
  const middle = (z0 + z1) / 2;
  const gable = (x: number): Spot[] => [
    [x, low, b.z],
    [x, low, b.z + b.d],
    [x, top - e * shape.pitch, middle],
  ];
  const right = gable(b.x + b.w).map(scene.camera.project);
  const left = gable(b.x).reverse().map(scene.camera.project);
  return [
    isFacing(right) ? polygon(right, scene.palette.shade(end, 0.85)) : "",
    isFacing(left) ? polygon(left, scene.palette.lit(end, 0.7)) : "",
    slope(
      scene,
      [
        [x0, low, z0],
        [x1, low, z0],
        [x1, top, middle],
        [x0, top, middle],
      ],
      skin,
      "front",
    ),
    ridge(
      scene,
      [
        [x0, top, middle],
        [x1, top, middle],
      ],
      skin,
    ),
    fascia(scene, [x0, low, z0], x1 - x0),
  ].join("");
}

/** A gable that faces us; `face` draws what fills the triangle, given its corners in pixels (left, right, top). */
export function frontGable(
  scene: Scene,
  b: Block,
  shape: RoofShape,
  skin: RoofSkin,
  face: (corners: readonly [Point, Point, Point]) => string,
): string {
  const e = shape.eave;
  const [x0, x1, z0, z1] = [b.x - e, b.x + b.w + e, b.z - e * 0.5, b.z + b.d];
  const middle = b.x + b.w / 2;
  const low = b.y + b.h - e * shape.pitch;
  const top = b.y + b.h + (b.w / 2) * shape.pitch;
  const { project } = scene.camera;
  const corners = [
    project([b.x, b.y + b.h, b.z]),
    project([b.x + b.w, b.y + b.h, b.z]),
    project([middle, top, b.z]),
  ] as const;
  const t = 0.22;
  const barge = (x: number, side: number): Spot[] => [
    [x, low, z0],
    [middle, top, z0],
    [middle, top + t, z0],
    [x - side * 0.05, low + t * 0.7, z0],
  ];
  return [
    slope(
      scene,
      [
        [x1, low, z0],
        [x1, low, z1],
        [middle, top, z1],
        [middle, top, z0],
      ],
      skin,
      "shade",
    ),
    slope(
      scene,
      [
        [x0, low, z1],
        [x0, low, z0],
        [middle, top, z0],
        [middle, top, z1],
      ],
      skin,
      "lit",
    ),
    face(corners),
    facet(
      scene,
      [
        [x0, low, z0],
        [middle, top, z0],
        [middle, top, b.z],
        [x0, low, b.z],
      ],
      scene.palette.shade(skin.color, 0.9),
    ),
    facet(
      scene,
      [
        [x1, low, z0],
        [middle, top, z0],
        [middle, top, b.z],
        [x1, low, b.z],
      ],
      scene.palette.shade(skin.color, 1),
    ),
    polygon(barge(x0, 1).map(project), scene.palette.lit(scene.palette.trim)),
    polygon(barge(x1, -1).map(project), scene.palette.shade(scene.palette.trim, 0.25)),
  ].join("");
}

/** One slope, its corners anticlockwise as seen from outside and its first two on the eave. */
export function slope(
  scene: Scene,
  spots: readonly [Spot, Spot, Spot, Spot],
  skin: RoofSkin,
  side: "lit" | "front" | "shade",
): string {
  const points = spots.map(scene.camera.project);
  if (!isFacing(points)) return "";
  const { palette } = scene;
  const color =
    side === "shade"
      ? palette.shade(skin.color, 0.75)
      : side === "lit"
        ? palette.lit(skin.color, 0.7)
        : palette.lit(skin.color, 0.3);
  const [a, b, c, d] = points;
  if (!a || !b || !c || !d) return "";
  const metres = Math.hypot(spots[1][0] - spots[0][0], spots[1][2] - spots[0][2]);
  const climb = Math.hypot(spots[3][0] - spots[0][0], spots[3][1] - spots[0][1], spots[3][2] - spots[0][2]);
  return (
    polygon(points, color) +
    polygon(points, "url(#sheen)") +
    cover(scene, [a, b, c, d], { metres, climb }, { ...skin, color })
  );
}

function cover(
  scene: Scene,
  [a, b, c, d]: readonly [Point, Point, Point, Point],
  size: { metres: number; climb: number },
  skin: RoofSkin,
): string {
  const { random } = scene;
  if (skin.cover === "tiles") {
    const rows = Math.max(3, Math.min(26, Math.round(size.climb / 0.33)));
    const lines: Point[][] = [];
    const nicks: Point[][] = [];
    for (let i = 1; i < rows; i++) {
      const [from, to] = [lerp(a, d, i / rows), lerp(b, c, i / rows)];
      lines.push([from, to]);
      for (let k = 0; k < 5; k++) {
        const t = random.next() * 0.94;
        nicks.push([lerp(from, to, t), lerp(from, to, t + 0.2 / Math.max(1, size.metres))]);
      }
    }
    return (
      strokes(lines, lighten(skin.color, -0.11), 1.3, 0.5) +
      strokes(nicks, lighten(skin.color, 0.12), 2.4, 0.6)
    );
  }
  const ribs = Math.min(54, Math.round(size.metres / (skin.cover === "iron" ? 0.34 : 0.8)));
  const lines = Array.from({ length: Math.max(0, ribs - 1) }, (_, i) => [
    lerp(a, b, (i + 1) / ribs),
    lerp(d, c, (i + 1) / ribs),
  ]);
  return strokes(lines, lighten(skin.color, -0.1), skin.cover === "iron" ? 1.4 : 1.8, 0.5);
}

function ridge(scene: Scene, line: readonly [Spot, Spot], skin: RoofSkin): string {
  const points = line.map(scene.camera.project);
  return strokes([points], lighten(scene.palette.lit(skin.color, 0.7), 0.05), 3.2, 0.9, "round");
}

/** The board and gutter along an eave that faces us. */
export function fascia(scene: Scene, [x, y, z]: Spot, length: number, deep = 0.2): string {
  const { project } = scene.camera;
  const { palette } = scene;
  const corners = [
    project([x, y - deep, z]),
    project([x + length, y - deep, z]),
    project([x + length, y, z]),
    project([x, y, z]),
  ];
  const gutter = [project([x, y - 0.03, z]), project([x + length, y - 0.03, z])];
  return polygon(corners, palette.trim) + strokes([gutter], palette.shade(palette.trim, 0.7), 1.6, 0.7);
}
