import { chimney, type Design, sideShadow, steps } from "./building";
import { lighten } from "./color";
import { colorwaysOf } from "./colorways";
import { balcony, pediment } from "./facade";
import type { Facts } from "./facts";
import type { Random } from "./random";
import { hipRoof } from "./roofs";
import { facet, panel, type Scene } from "./scene";
import { FRAME } from "./svg";
import { type Verandah, verandah, verandahShade } from "./verandah";
import { block } from "./walls";
import { doorIn, windowIn } from "./windows";

/** A terrace between its neighbours: the subject in the middle, the row in other paint to both sides and out of the frame. */
export function terrace(dice: Random, facts: Facts): Design {
  const w = dice.between(5.2, 6.2);
  const shape = dice.pick(["arch", "triangle", "scroll"] as const);
  const low = dice.chance(0.35);
  const modern = facts.era === "contemporary";
  const paints = colorwaysOf(facts.era);
  const start = dice.int(0, paints.length - 1);
  return {
    width: w * dice.pick([1.9, 2.2, 2.6]),
    height: modern ? 10 : low ? 6.6 : 10.2,
    depth: 10,
    door: -w / 2 + 1.15,
    drive: null,
    draw: (scene) => {
      const houses: string[] = [];
      for (const i of [-3, 3, -2, 2, -1, 1, 0]) {
        const near = scene.camera.at(-2);
        if (near.x(i * w + w / 2) < 0 || near.x(i * w - w / 2) > FRAME.width) continue;
        const paint = paints[(start + i + 8) % paints.length];
        const own = i === 0 || !paint ? scene : repainted(scene, paint);
        houses.push(
          modern
            ? modernTerrace(own, i * w, w)
            : house(own, { x: i * w - w / 2, w, shape, striped: (start + i) % 2 === 0, low }),
        );
      }
      return houses.join("");
    },
  };
}

function repainted(scene: Scene, paint: ReturnType<typeof colorwaysOf>[number]): Scene {
  const { palette } = scene;
  const grade = (color: string) => lighten(palette.grade(color), -0.01);
  return {
    ...scene,
    palette: {
      ...palette,
      wall: grade(paint.wall),
      second: grade(paint.second),
      trim: grade(paint.trim),
      roof: grade(paint.roof),
      accent: grade(paint.accent),
    },
    colorway: paint,
  };
}

type Front = { x: number; w: number; shape: "arch" | "triangle" | "scroll"; striped: boolean; low: boolean };

const PORCH_M = 1.7;
const FIN_M = 0.3;

function house(scene: Scene, at: Front): string {
  const { palette, colorway } = scene;
  const { x, w } = at;
  const floor = 0.45;
  const top = at.low ? 4.1 : 7.5;
  const surface = { color: palette.wall, material: colorway.material };
  const ground = porch(at, { floor, beam: at.low ? 3.1 : 3.35, top: at.low ? 3.85 : 3.9 });
  return [
    chimney(scene, { x: x + w - 0.9, z: 3, y: top - 0.1, h: 2.2, w: 0.7 }),
    block(scene, { x, y: 0, z: 0, w, h: top, d: 0.1 }, surface),
    doorIn(scene, 0, { x: x + 0.7, y: floor, w: 0.95 }, "panelled"),
    windowIn(scene, 0, { x: x + w - 2.55, y: floor + 0.3, w: 1.6, h: 2.2 }, "casement"),
    verandahShade(scene, ground),
    pediment(scene, { x, w, y: top - 0.05, z: 0 }, at.shape),
    at.low ? verandah(scene, ground) : verandahPart(scene, ground) + upperFloor(scene, at),
    ...[x, x + w - FIN_M].map((px) =>
      block(
        scene,
        { x: px, y: 0, z: -PORCH_M - 0.1, w: FIN_M, h: top - 0.2, d: PORCH_M + 0.1 },
        { color: palette.lit(palette.second, 0.1), material: "render" },
      ),
    ),
    sideShadow(scene, { x: x + FIN_M, y: 0, z: -PORCH_M + 0.02, h: 3, proud: 0.4, limit: 0.5 }),
    steps(scene, { x: x + 1.15, w: 1.3, z: -PORCH_M, rise: floor }),
  ].join("");
}

function upperFloor(scene: Scene, at: Front): string {
  const { x, w } = at;
  const y = 3.95;
  const balconied = porch(at, { floor: y, beam: 6.55, top: 7.25 });
  return [
    windowIn(scene, 0, { x: x + 0.75, y: y + 0.1, w: 1.05, h: 2.3 }, "casement"),
    windowIn(scene, 0, { x: x + w - 2.2, y: y + 0.1, w: 1.05, h: 2.3 }, "casement"),
    verandahShade(scene, balconied),
    panel(
      scene,
      -PORCH_M,
      { x: x + FIN_M, y: 3.7, w: w - 2 * FIN_M, h: 0.28 },
      scene.palette.lit(scene.palette.trim, 0.2),
    ),
    verandah(scene, balconied),
  ].join("");
}

function porch(at: Front, levels: { floor: number; beam: number; top: number }): Verandah {
  const isUpper = levels.floor > 1;
  return {
    x: at.x + FIN_M,
    w: at.w - 2 * FIN_M,
    z: 0,
    depth: PORCH_M,
    ...levels,
    posts: 3,
    work: "lace",
    balustrade: isUpper,
    striped: at.striped && (isUpper || at.low),
    base: !isUpper,
  };
}

/** The lower verandah has the upper floor for its roof: all but the awning. */
function verandahPart(scene: Scene, v: Verandah): string {
  return verandah(scene, {
    ...v,
    top: v.beam + 0.3,
    depth: v.depth - 0.02,
    striped: false,
    balustrade: false,
  });
}

function modernTerrace(scene: Scene, middle: number, w: number): string {
  const { palette, colorway } = scene;
  const x = middle - w / 2;
  return [
    block(scene, { x, y: 0, z: 0, w, h: 8.4, d: 0.1 }, { color: palette.wall, material: colorway.material }),
    panel(scene, 0, { x: x + 0.4, y: 0.2, w: w - 0.8, h: 2.7 }, palette.shade(palette.second, 0.3)),
    doorIn(scene, 0, { x: x + 0.65, y: 0.25, w: 1, h: 2.3 }, "flush", false),
    windowIn(scene, 0, { x: x + 2.1, y: 0.5, w: w - 2.7, h: 2.2 }, "sliding"),
    windowIn(scene, 0, { x: x + 0.7, y: 3.5, w: w - 1.4, h: 2.2 }, "sliding"),
    balcony(scene, { x: x + 0.45, y: 3.4, w: w - 0.9, z: 0, depth: 1 }, "bars", palette.trim),
    facet(
      scene,
      [
        [x + 0.3, 6.3, -0.3],
        [x + w - 0.3, 6.3, -0.3],
        [x + w - 0.3, 8.6, -0.3],
        [x + 0.3, 8.1, -0.3],
      ],
      palette.second,
    ),
    windowIn(scene, -0.3, { x: x + w * 0.3, y: 6.6, w: w * 0.4, h: 1.2 }, "sliding"),
    ...[x, x + w - 0.28].map((px) =>
      block(
        scene,
        { x: px, y: 0, z: -0.7, w: 0.28, h: 8.8, d: 1 },
        { color: palette.lit(palette.wall, 0.2), material: "render" },
      ),
    ),
    steps(scene, { x: x + 1.15, w: 1.3, z: 0, rise: 0.25 }),
  ].join("");
}

/** Townhouses: two or three alike, set apart by walls, their upper rooms jettied and roofed one by one. */
export function townhouses(dice: Random): Design {
  const count = dice.int(2, 3);
  const unit = dice.between(6.2, 6.8);
  const width = count * unit;
  const pitched = dice.chance(0.5);
  const swap = dice.chance(0.5);
  return {
    width: width + 1.5,
    height: pitched ? 8.7 : 7.4,
    depth: 9,
    door: -width / 2 + 1.2,
    drive: -width / 2 + unit - 2,
    draw: (scene) =>
      Array.from({ length: count }, (_, i) =>
        townhouse(scene, { x: -width / 2 + i * unit, w: unit, pitched, swap: swap && i % 2 === 1 }),
      ).join(""),
  };
}

function townhouse(scene: Scene, at: { x: number; w: number; pitched: boolean; swap: boolean }): string {
  const { palette, colorway, mood } = scene;
  const { x, w } = at;
  const [wall, second] = at.swap ? [palette.second, palette.wall] : [palette.wall, palette.second];
  const [wallIn, secondIn] = at.swap
    ? [colorway.secondMaterial, colorway.material]
    : [colorway.material, colorway.secondMaterial];
  const upper = { x: x + 0.2, y: 3, z: -0.8, w: w - 0.4, h: 3, d: 8 };
  return [
    block(scene, { x, y: 0, z: 0, w, h: 6, d: 9 }, { color: second, material: secondIn }),
    doorIn(scene, 0, { x: x + 0.75, y: 0.1, w: 0.95, h: 2.2 }, "flush", false),
    panel(scene, 0, { x: x + 2.4, y: 0, w: 3.3, h: 2.3 }, palette.shade(palette.trim, 0.5)),
    ...[0.55, 1.1, 1.65].map((y) =>
      panel(scene, 0, { x: x + 2.4, y, w: 3.3, h: 0.04 }, palette.shade(palette.trim, 0.9)),
    ),
    panel(scene, 0, { x, y: 2.2, w, h: 0.8 }, mood.shadow, mood.shadowAmount),
    block(scene, upper, { color: wall, material: wallIn }),
    windowIn(scene, -0.8, { x: x + 0.8, y: 3.8, w: 1.6, h: 1.6 }, "sliding"),
    windowIn(scene, -0.8, { x: x + w - 3, y: 3.3, w: 2.2, h: 2.2 }, "sliding"),
    balcony(scene, { x: x + w - 3.2, y: 3.15, w: 2.6, z: -0.8, depth: 0.7 }, "bars", palette.trim),
    at.pitched
      ? hipRoof(
          scene,
          { ...upper, x, w },
          { pitch: 0.62, eave: 0.35 },
          { color: palette.roof, cover: "tiles" },
        )
      : block(
          scene,
          { x: x - 0.02, y: 6, z: -1.1, w: w + 0.04, h: 0.3, d: 8, over: 0.3 },
          { color: palette.roof, material: "render" },
        ),
    panel(scene, -0.8, { x: x + 0.2, y: 5.6, w: w - 0.4, h: 0.4 }, mood.shadow, mood.shadowAmount),
    block(
      scene,
      { x: x - 0.14, y: 0, z: -1.2, w: 0.28, h: 6.6, d: 1.5 },
      { color: palette.lit(palette.second, 0.1), material: secondIn },
    ),
  ].join("");
}
