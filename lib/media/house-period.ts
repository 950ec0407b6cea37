import { chimney, type Design, eaveShadow, sideShadow, steps } from "./building";
import { mix } from "./color";
import type { Random } from "./random";
import { frontGable, hipRoof, type RoofSkin } from "./roofs";
import { panel, type Scene } from "./scene";
import { curve, hatch, lerp, num, type Point, polygon, strokes } from "./svg";
import { type Verandah, verandah, verandahShade } from "./verandah";
import { type Block, block, wall } from "./walls";
import { doorIn, windowIn } from "./windows";

/** Federation: a hipped roof of tiles, a gabled wing that comes forward, a verandah in the corner between, tall chimneys. */
export function federation(dice: Random): Design {
  const w = dice.between(11, 13.5);
  const wingLeft = dice.chance(0.6);
  const wingW = dice.between(4.2, 4.9);
  const proud = 1.9;
  const h = 3.25;
  const floor = 0.5;
  const x0 = -w / 2;
  const main: Block = { x: x0, y: 0, z: 0, w, h: h + floor, d: 9 };
  const wing: Block = {
    x: wingLeft ? x0 : x0 + w - wingW,
    y: 0,
    z: -proud,
    w: wingW,
    h: h + floor,
    d: proud + 4,
  };
  const hall = wingLeft ? wing.x + wingW : x0;
  const porchW = w - wingW;
  const door = hall + (wingLeft ? 0.9 : porchW - 1.9);
  const timberWork = dice.chance(0.7);
  const porch: Verandah = {
    x: hall,
    w: porchW,
    z: 0,
    depth: proud - 0.15,
    floor,
    beam: 2.95 + floor * 0.6,
    top: h + floor - 0.1,
    posts: Math.round(porchW / 2.1) + 1,
    work: timberWork ? "timber" : "lace",
    balustrade: dice.chance(0.7),
    striped: dice.chance(0.25),
    base: true,
    gate: door + 0.5,
  };
  return {
    width: w + 1.2,
    height: 8.6,
    depth: 9,
    door: door + 0.5,
    drive: dice.chance(0.4) ? (wingLeft ? x0 + w + 2.2 : x0 - 2.2) : null,
    draw: (scene) => {
      const skin: RoofSkin = { color: scene.palette.roof, cover: "tiles" };
      const surface = { color: scene.palette.wall, material: scene.colorway.material };
      const windowX = wingLeft ? hall + porchW - 2.6 : hall + 0.8;
      return [
        chimney(scene, { x: x0 + w * 0.72, z: 5, y: 4.5, h: 3.1 }),
        block(scene, main, surface),
        doorIn(scene, 0, { x: door, y: floor, w: 1 }, "panelled"),
        windowIn(scene, 0, { x: windowX, y: floor + 0.85, w: 1.7, h: 1.6 }, "leadlight"),
        verandahShade(scene, porch),
        wingLeft ? sideShadow(scene, { x: hall, y: floor, z: 0, h, proud, limit: porchW }) : "",
        hipRoof(scene, main, { pitch: 0.72, eave: 0.5 }, skin),
        chimney(scene, { x: x0 + w * 0.3, z: 2.6, y: 4.6, h: 2.9 }),
        steps(scene, { x: door + 0.5, w: 1.5, z: -porch.depth, rise: floor }),
        verandah(scene, porch),
        block(scene, wing, surface),
        panel(
          scene,
          wing.z,
          { x: wing.x, y: 0, w: wing.w, h: 0.55 },
          scene.palette.shade(scene.palette.wall, 0.4),
          0.8,
        ),
        eaveShadow(scene, wing, 0.35),
        windowIn(
          scene,
          wing.z,
          { x: wing.x + wingW / 2 - 1.15, y: floor + 0.75, w: 2.3, h: 1.75 },
          "leadlight",
        ),
        sunshade(scene, wing, floor + 2.62),
        frontGable(scene, wing, { pitch: 0.8, eave: 0.45 }, skin, (corners) => strapwork(scene, corners)),
      ].join("");
    },
  };
}

/** A Victorian cottage: one hipped roof of iron, symmetrical, lace along the whole front. */
export function victorianCottage(dice: Random): Design {
  const w = dice.between(9.5, 11.5);
  const [h, floor, depth] = [3.5, 0.45, 1.9];
  const main: Block = { x: -w / 2, y: 0, z: 0, w, h: h + floor, d: 8 };
  const porch: Verandah = {
    x: -w / 2,
    w,
    z: 0,
    depth,
    floor,
    beam: 3.05,
    top: 3.72,
    posts: dice.pick([4, 5, 6]),
    work: "lace",
    balustrade: dice.chance(0.5),
    striped: dice.chance(0.6),
    base: true,
    gate: 0,
  };
  return {
    width: w + 1.2,
    height: 8,
    depth: 8,
    door: 0,
    drive: null,
    draw: (scene) => {
      const skin: RoofSkin = { color: scene.palette.roof, cover: "iron" };
      return [
        chimney(scene, { x: -w / 2 + 0.6, z: 4.6, y: 4, h: 3 }),
        chimney(scene, { x: w / 2 - 1.4, z: 4.6, y: 4, h: 3 }),
        block(scene, main, { color: scene.palette.wall, material: scene.colorway.material }),
        doorIn(scene, 0, { x: -0.5, y: floor, w: 1 }, "panelled"),
        ...[-w * 0.29, w * 0.29].map((x) =>
          windowIn(scene, 0, { x: x - 0.55, y: floor + 0.55, w: 1.1, h: 2 }, "sash"),
        ),
        verandahShade(scene, porch),
        hipRoof(scene, main, { pitch: 0.62, eave: 0.25 }, skin),
        eaveBrackets(scene, main),
        steps(scene, { x: 0, w: 1.6, z: -depth, rise: floor }),
        verandah(scene, porch),
      ].join("");
    },
  };
}

/** A Queenslander: weatherboard on stumps, iron roof, a deep verandah reached by a stair. */
export function queenslander(dice: Random): Design {
  const w = dice.between(11, 13.5);
  const floor = dice.between(1.5, 2.3);
  const [h, depth] = [3.2, 2.3];
  const main: Block = { x: -w / 2, y: floor, z: 0, w, h, d: 9 };
  const porch: Verandah = {
    x: -w / 2,
    w,
    z: 0,
    depth,
    floor,
    beam: floor + 2.5,
    top: floor + 3.25,
    posts: 6,
    work: dice.chance(0.8) ? "timber" : "lace",
    balustrade: true,
    striped: dice.chance(0.2),
    base: false,
    gate: 0,
  };
  const gabled = dice.chance(0.6);
  const side = dice.chance(0.5) ? -1 : 1;
  return {
    width: w + 1.2,
    height: floor + 7.1,
    depth: 9,
    door: 0,
    drive: dice.chance(0.4) ? w / 2 + 2 : null,
    draw: (scene) => {
      const { palette, mood } = scene;
      const skin: RoofSkin = { color: palette.roof, cover: "iron" };
      const gableW = 4.2;
      const gable: Block = {
        x: side < 0 ? -w / 2 : w / 2 - gableW,
        y: floor,
        z: -depth,
        w: gableW,
        h: h - 0.2,
        d: 3,
      };
      const doors = [-w * 0.33, w * 0.33].map((x) =>
        windowIn(scene, 0, { x: x - 0.7, y: floor + 0.05, w: 1.4, h: 2.25 }, "casement"),
      );
      return [
        panel(scene, 0.5, { x: -w / 2, y: 0, w, h: floor }, palette.shade(palette.grade("#4d463f"), 0.8)),
        lattice(scene, { x: -w / 2, w, z: -depth, h: floor - 0.15 }),
        block(scene, main, { color: palette.wall, material: "weatherboard" }),
        doorIn(scene, 0, { x: -0.5, y: floor, w: 1 }, "panelled"),
        ...doors,
        verandahShade(scene, porch),
        hipRoof(scene, main, { pitch: 0.55, eave: 0.3 }, skin),
        panel(scene, -depth, { x: -w / 2, y: 0, w, h: floor }, mood.shadow, 0.1),
        verandah(scene, { ...porch, floor }),
        steps(scene, { x: 0, w: 1.9, z: -depth, rise: floor }),
        gabled
          ? frontGable(scene, gable, { pitch: 0.6, eave: 0.35 }, skin, (corners) => strapwork(scene, corners))
          : "",
      ].join("");
    },
  };
}

/** The half-timbering of a Federation gable: roughcast, uprights and a sunrise. */
function strapwork(scene: Scene, [l, r, top]: readonly [Point, Point, Point]): string {
  const { palette } = scene;
  const wide = Math.max(1.6, (r[0] - l[0]) / 62);
  const panelColor = palette.lit(mix(palette.second, palette.trim, 0.35), 0.2);
  const foot = lerp(l, r, 0.5);
  const uprights = [0.2, 0.35, 0.5, 0.65, 0.8].map((t): Point[] => {
    const low = lerp(l, r, t);
    return [low, [low[0], t <= 0.5 ? lerp(l, top, t * 2)[1] : lerp(r, top, (1 - t) * 2)[1]]];
  });
  const collar = [lerp(l, top, 0.42), lerp(r, top, 0.42)];
  const reach = (r[0] - l[0]) * 0.13;
  const fan = `M${num(foot[0] - reach)} ${num(foot[1])}A${num(reach)} ${num(reach)} 0 0 1 ${num(foot[0] + reach)} ${num(foot[1])}`;
  return (
    polygon([l, r, top], panelColor) +
    polygon([l, r, top], scene.mood.shadow, scene.mood.shadowAmount * 0.45) +
    strokes([...uprights, [l, r], collar], palette.trim, wide) +
    curve(fan, palette.trim, wide * 0.8)
  );
}

function sunshade(scene: Scene, wing: Block, y: number): string {
  const { palette, mood } = scene;
  const { project } = scene.camera;
  const [x0, x1] = [wing.x + wing.w / 2 - 1.45, wing.x + wing.w / 2 + 1.45];
  const z = wing.z;
  const corners = [
    project([x0, y - 0.1, z - 0.6]),
    project([x1, y - 0.1, z - 0.6]),
    project([x1, y + 0.4, z]),
    project([x0, y + 0.4, z]),
  ] as const;
  return (
    panel(scene, z, { x: x0 + 0.1, y: y - 0.55, w: 2.7, h: 0.6 }, mood.shadow, mood.shadowAmount) +
    wall(scene, corners, { w: 2.9, h: 0.8 }, { color: palette.lit(palette.roof, 0.3), material: "iron" })
  );
}

function eaveBrackets(scene: Scene, b: Block): string {
  const count = Math.round(b.w / 0.8);
  return Array.from({ length: count }, (_, i) =>
    panel(
      scene,
      b.z - 0.1,
      { x: b.x + ((i + 0.5) * b.w) / count - 0.06, y: b.y + b.h - 0.42, w: 0.12, h: 0.26 },
      scene.palette.trim,
    ),
  ).join("");
}

function lattice(scene: Scene, at: { x: number; w: number; z: number; h: number }): string {
  const plane = scene.camera.at(at.z);
  const count = Math.round(at.w / 0.19);
  const box = { x: plane.x(at.x), y: plane.y(at.h), w: at.w * plane.scale, h: at.h * plane.scale };
  return hatch(box, { count, thick: (box.w / count) * 0.5 }, scene.palette.shade(scene.palette.trim, 0.35));
}
