import { lighten } from "./color";
import { facet, panel, panels, type Scene } from "./scene";
import { type Block, block } from "./walls";

/** A building on the drawing board: how much room it needs, in metres, and how to draw it with its front at z = 0 around x = 0. */
export type Design = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Where the path from the street arrives; null where there is none. */
  readonly door: number | null;
  /** Where the drive arrives; null where there is none. */
  readonly drive: number | null;
  readonly draw: (scene: Scene) => string;
};

/** The band of shade that an eave throws on the wall under it. */
export function eaveShadow(scene: Scene, b: Pick<Block, "x" | "y" | "z" | "w" | "h">, eave: number): string {
  const { mood } = scene;
  const deep = Math.min(b.h * 0.7, 0.1 + eave * mood.cast.down * 1.2);
  return panel(scene, b.z, { x: b.x, y: b.y + b.h - deep, w: b.w, h: deep }, mood.shadow, mood.shadowAmount);
}

/** The shade that a part standing `proud` metres forward throws on the wall to its right; x is where that part ends. */
export function sideShadow(
  scene: Scene,
  at: { x: number; y: number; z: number; h: number; proud: number; limit: number },
): string {
  const { mood } = scene;
  const w = Math.min(at.limit, at.proud * mood.cast.right);
  const drop = Math.min(at.h * 0.4, at.proud * mood.cast.down * 0.35);
  return facet(
    scene,
    [
      [at.x, at.y, at.z],
      [at.x + w, at.y, at.z],
      [at.x + w, at.y + at.h - drop, at.z],
      [at.x, at.y + at.h, at.z],
    ],
    mood.shadow,
    mood.shadowAmount,
  );
}

export function chimney(
  scene: Scene,
  at: { x: number; z: number; y: number; h: number; w?: number },
): string {
  const { palette } = scene;
  const w = at.w ?? 0.8;
  const brick = palette.shade(palette.grade("#9a4a37"), 0.1);
  const pot = palette.grade("#c9764f");
  return [
    block(scene, { x: at.x, y: at.y, z: at.z, w, h: at.h, d: w }, { color: brick, material: "render" }),
    panel(
      scene,
      at.z,
      { x: at.x - 0.08, y: at.y + at.h, w: w + 0.16, h: 0.14 },
      palette.lit(palette.trim, 0.2),
    ),
    panel(
      scene,
      at.z,
      { x: at.x - 0.03, y: at.y + at.h - 0.34, w: w + 0.06, h: 0.1 },
      palette.shade(brick, 0.6),
    ),
    panel(scene, at.z, { x: at.x + w * 0.14, y: at.y + at.h + 0.14, w: w * 0.26, h: 0.42 }, pot),
    panel(scene, at.z, { x: at.x + w * 0.58, y: at.y + at.h + 0.14, w: w * 0.26, h: 0.42 }, pot),
  ].join("");
}

/** A garage door 2.3 m high with its grooves. */
export function garageDoor(
  scene: Scene,
  z: number,
  at: { x: number; w: number; y?: number },
  color: string,
): string {
  const { mood } = scene;
  const y = at.y ?? 0;
  const grooves = panels(
    scene,
    z,
    [0.46, 0.92, 1.38, 1.84].map((g) => ({ x: at.x, y: y + g, w: at.w, h: 0.035 })),
    lighten(color, -0.12),
    0.8,
  );
  return (
    panel(scene, z, { x: at.x, y, w: at.w, h: 2.3 }, color) +
    grooves +
    panel(scene, z, { x: at.x, y: y + 2.05, w: at.w, h: 0.25 }, mood.shadow, mood.shadowAmount + 0.1) +
    panel(scene, z, { x: at.x, y, w: 0.12, h: 2.3 }, mood.shadow, mood.shadowAmount)
  );
}

/** Steps up to a floor `rise` metres high; x is their middle. */
export function steps(scene: Scene, at: { x: number; w: number; z: number; rise: number }): string {
  const count = Math.max(1, Math.round(at.rise / 0.18));
  const { palette } = scene;
  return Array.from({ length: count }, (_, i) => {
    const [y, z] = [((i + 1) * at.rise) / count, at.z - (count - i) * 0.28];
    return (
      panel(
        scene,
        z,
        { x: at.x - at.w / 2, y: 0, w: at.w, h: y },
        palette.shade(palette.path, 0.25 + 0.1 * (i % 2)),
      ) +
      facet(
        scene,
        [
          [at.x - at.w / 2, y, z],
          [at.x + at.w / 2, y, z],
          [at.x + at.w / 2, y, z + 0.28],
          [at.x - at.w / 2, y, z + 0.28],
        ],
        palette.lit(palette.path, 0.5),
      )
    );
  }).join("");
}
