import type { Spot } from "./camera";
import { furrows } from "./country";
import { type Backdrop, distance } from "./distance";
import type { Picture } from "./exterior";
import type { Facts } from "./facts";
import { type FenceKind, fence, foreground, shrub } from "./garden";
import { drive, ground } from "./ground";
import type { Mood } from "./mood";
import type { Random } from "./random";
import { createScene, facet, panel, type Scene } from "./scene";
import { sky, weatherOver } from "./sky";
import { curve, num, type Point, path, polygon, strokes } from "./svg";
import { type TreeKind, tree } from "./trees";

/** A block to build on: its corners pegged, its view kept open, the trees that would stay. */
export function land(random: Random, mood: Mood, facts: Facts): Picture {
  const dice = random.fork("land");
  const scene = createScene(random.fork("scene"), mood, facts.colorway, {
    width: dice.pick([20, 23]),
    height: 10,
    eye: dice.pick([3, 3.8, 4.8]),
    vanishing: dice.between(0.35, 0.65),
    base: dice.pick([610, 640]),
    headroom: 60,
    fill: 0.9,
  });
  const kind = dice.pick(["suburb", "bush", "coast", "vineyard"] as const);
  const view: Record<typeof kind, readonly [Backdrop, ...Backdrop[]]> = {
    suburb: ["skyline", "hills"],
    bush: ["ranges", "bush"],
    coast: ["sea"],
    vineyard: ["hills", "ranges"],
  };
  const trees: Record<typeof kind, readonly [TreeKind, ...TreeKind[]]> = {
    suburb: ["gum", "jacaranda", "round"],
    bush: ["gum"],
    coast: ["pine", "palm", "gum"],
    vineyard: ["cypress", "gum", "round"],
  };
  const w = dice.between(10.5, 12.5);
  const [near, far] = [-6, dice.between(14, 22)];
  const place = (side: number, z: number): string =>
    tree(scene, dice.pick(trees[kind]), {
      x: side * (w / 2 + dice.between(1.5, 7)),
      z,
      height: dice.between(8, 15),
    });
  return {
    scene,
    behind: [
      sky(scene),
      distance(scene, dice.pick(view[kind]), 1.7),
      ground(scene, { fence: 0, verge: "grass" }),
      kind === "vineyard"
        ? vines(scene)
        : dice.chance(0.35)
          ? furrows(scene, scene.palette.lit(scene.palette.lawn, 0.7))
          : "",
      ...[44, 38, 30].flatMap((z) => [-1, 1].map((side) => place(side * dice.between(0.8, 2.2), z))),
      kind === "suburb" || dice.chance(0.4) ? creek(scene, dice) : "",
      place(-1, 24),
      place(1, 20),
    ],
    subject: plot(scene, { w, near, far }),
    before: [
      fence(scene, dice.pick<FenceKind>(["post-and-wire", "post-and-wire", "picket", "stone"]), {
        x: -w / 2 - 9,
        w: 8.5,
        z: near + 1,
      }),
      drive(scene, { x: dice.between(-3, 3), w: 3, from: scene.camera.depthAt(800), to: near + 0.2 }),
      ...Array.from({ length: 8 }, () =>
        shrub(
          scene,
          {
            x: (dice.chance(0.5) ? -1 : 1) * (w / 2 + dice.between(0.5, 6)),
            z: dice.between(-5, 8),
            h: dice.between(0.6, 1.5),
          },
          dice.chance(0.4),
        ),
      ),
      tree(scene, dice.pick(trees[kind]), {
        x: (dice.chance(0.5) ? -1 : 1) * (w / 2 + 1),
        z: -7,
        height: dice.between(9, 12),
      }),
      dice.chance(0.6) ? place(dice.chance(0.5) ? -0.9 : 0.9, -5) : "",
      dice.chance(0.7) ? foreground(scene) : "",
      weatherOver(scene),
    ],
  };
}

/** The block itself: a paler, mown patch with a ragged edge, a peg with a ribbon at each corner, string along the front. */
function plot(scene: Scene, { w, near, far }: { w: number; near: number; far: number }): string {
  const { palette, camera, random } = scene;
  const [x0, x1] = [-w / 2, w / 2];
  const corners = [
    [x0, near],
    [x1, near],
    [x1, far],
    [x0, far],
  ] as const;
  const ragged = corners.flatMap(([x, z], i): Spot[] => {
    const [nx, nz] = corners[(i + 1) % 4] ?? [x, z];
    return Array.from({ length: 12 }, (_, k) => {
      const t = k / 12;
      return [
        x + (nx - x) * t + random.between(-0.3, 0.3),
        0.01,
        z + (nz - z) * t + random.between(-0.25, 0.25),
      ];
    });
  });
  const front = [camera.project([x0, 0.8, near]), camera.project([x1, 0.8, near])];
  const backwards = [camera.project([x1, 0.8, near]), camera.project([x1, 0.8, far])];
  return [
    facet(scene, ragged, palette.shade(palette.lawn, 0.15), 0.8),
    facet(
      scene,
      ragged.map(([x, y, z]) => [x * 0.985, y, z + 0.12]),
      palette.lit(palette.lawn, 0.3),
    ),
    strokes([front, backwards], palette.grade("#fff6e0"), 1.6, 0.75),
    ...corners.map(([x, z]) => peg(scene, x, z)),
  ].join("");
}

function peg(scene: Scene, x: number, z: number): string {
  const plane = scene.camera.at(z);
  const { palette } = scene;
  const [px, py, s] = [plane.x(x), plane.y(1.5), plane.scale * 1.25];
  const ribbon = polygon(
    [
      [px + 0.08 * s, py],
      [px + 0.75 * s, py + 0.14 * s],
      [px + 0.6 * s, py + 0.24 * s],
      [px + 0.78 * s, py + 0.38 * s],
      [px + 0.08 * s, py + 0.34 * s],
    ],
    palette.accent,
  );
  return (
    panel(scene, z, { x: x - 0.09, y: 0, w: 0.18, h: 1.6 }, palette.grade("#f3ead6")) +
    panel(scene, z, { x: x + 0.02, y: 0, w: 0.07, h: 1.6 }, palette.shade(palette.grade("#d8c9ac"), 0.5)) +
    ribbon
  );
}

function vines(scene: Scene): string {
  const { camera, palette } = scene;
  const rows: string[] = [];
  for (let i = -14; i <= 14; i++) {
    if (Math.abs(i) < 4) continue;
    const x = i * 2.4;
    const wall: Point[] = [
      camera.project([x, 0.1, -8]),
      camera.project([x, 0.1, 60]),
      camera.project([x, 1.6, 60]),
      camera.project([x, 1.6, -8]),
    ];
    rows.push(
      polygon(wall, i < 0 ? palette.leaf.mid : palette.leaf.dark) +
        polygon(
          [
            camera.project([x, 1.6, -8]),
            camera.project([x, 1.6, 60]),
            camera.project([x + 0.5, 1.6, 60]),
            camera.project([x + 0.5, 1.6, -8]),
          ],
          palette.leaf.light,
        ),
    );
  }
  return rows.join("");
}

/** A bend of water that catches the sky. */
function creek(scene: Scene, dice: Random): string {
  const { camera, mood, palette } = scene;
  const y = camera.at(dice.between(28, 40)).y(0);
  const sway = dice.between(6, 14);
  const d = `M0 ${num(y)}C300 ${num(y - sway)} 500 ${num(y + sway)} 800 ${num(y - 2)}S1100 ${num(y - sway)} 1200 ${num(y + 4)}V${num(y + 15)}C1050 ${num(y + 6)} 900 ${num(y + 18)} 700 ${num(y + 13)}S250 ${num(y + 4)} 0 ${num(y + 15)}z`;
  return (
    path(d, palette.far(palette.sea, 0.45)) +
    curve(`M180 ${num(y + 5)}h90M520 ${num(y + 7)}h140M900 ${num(y + 4)}h70`, mood.skyLow, 2, 0.8)
  );
}
