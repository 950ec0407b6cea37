import { chimney, type Design, steps } from "./building";
import { mix } from "./color";
import type { Random } from "./random";
import { hipRoof, sideGable } from "./roofs";
import { facet, panel, type Scene } from "./scene";
import { circle, ellipse, num, type Point, path, polygon, strokes } from "./svg";
import { type Verandah, verandah, verandahShade } from "./verandah";
import { type Block, block } from "./walls";
import { doorIn, windowIn } from "./windows";

/** A homestead: long and low, an iron roof that runs down over the verandah on every side, a tank at the end. */
export function homestead(dice: Random): Design {
  const w = dice.between(13, 16);
  const [h, floor, depth] = [3.1, 0.45, 2.4];
  const main: Block = { x: -w / 2, y: 0, z: 0, w, h: h + floor, d: 9 };
  const porch: Verandah = {
    x: -w / 2 - 0.6,
    w: w + 1.2,
    z: 0,
    depth,
    floor,
    beam: 2.75,
    top: 3.5,
    posts: dice.int(6, 8),
    work: dice.chance(0.4) ? "timber" : "plain",
    balustrade: dice.chance(0.35),
    striped: dice.chance(0.15),
    base: true,
    gate: 0,
  };
  return {
    width: w + 4,
    height: 8,
    depth: 9,
    door: 0,
    drive: null,
    draw: (scene) => {
      const surface = { color: scene.palette.wall, material: scene.colorway.material };
      const openings = [-w * 0.38, -w * 0.2, w * 0.2, w * 0.38].map((x) =>
        windowIn(scene, 0, { x: x - 0.6, y: floor + 0.35, w: 1.2, h: 1.95 }, "sash"),
      );
      return [
        chimney(scene, { x: -w * 0.32, z: 4, y: 4.2, h: 3.2, w: 1 }),
        chimney(scene, { x: w * 0.24, z: 4, y: 4.2, h: 3.2, w: 1 }),
        block(scene, main, surface),
        doorIn(scene, 0, { x: -0.55, y: floor, w: 1.1 }, "panelled"),
        ...openings,
        verandahShade(scene, porch),
        hipRoof(scene, main, { pitch: 0.6, eave: 0.2 }, { color: scene.palette.roof, cover: "iron" }),
        steps(scene, { x: 0, w: 2, z: -depth, rise: floor }),
        verandah(scene, porch),
        tank(scene, { x: w / 2 + 2, z: -0.6, r: 1.2, h: 2.3 }),
      ].join("");
    },
  };
}

/** A round tank of corrugated iron on its stand. */
function tank(scene: Scene, at: { x: number; z: number; r: number; h: number }): string {
  const plane = scene.camera.at(at.z);
  const iron = scene.palette.grade("#a7b0b3");
  const [x, y, r, h] = [plane.x(at.x), plane.y(0), at.r * plane.scale, at.h * plane.scale];
  const hoops = Array.from({ length: 7 }, (_, i): Point[] => [
    [x - r, y - (h * (i + 0.5)) / 7],
    [x + r, y - (h * (i + 0.5)) / 7],
  ]);
  return [
    polygon(
      [
        [x - r, y],
        [x + r, y],
        [x + r, y - h],
        [x - r, y - h],
      ],
      iron,
    ),
    polygon(
      [
        [x - r * 0.8, y],
        [x - r * 0.35, y],
        [x - r * 0.35, y - h],
        [x - r * 0.8, y - h],
      ],
      scene.palette.lit(iron, 0.9),
    ),
    polygon(
      [
        [x + r * 0.3, y],
        [x + r, y],
        [x + r, y - h],
        [x + r * 0.3, y - h],
      ],
      scene.palette.shade(iron, 0.7),
    ),
    strokes(hoops, scene.palette.shade(iron, 0.8), 1.2, 0.5),
    ellipse(x, y - h, r, r * 0.14, scene.palette.lit(iron, 0.6)),
  ].join("");
}

/** A wind pump on its lattice tower. */
export function windmill(scene: Scene, at: { x: number; z: number; h: number }): string {
  const plane = scene.camera.at(at.z);
  const steel = scene.palette.shade(scene.palette.grade("#77818a"), 0.4);
  const [x, y, h] = [plane.x(at.x), plane.y(0), at.h * plane.scale];
  const top: Point = [x, y - h];
  const half = h * 0.11;
  const lines: Point[][] = [
    [[x - half, y], top],
    [[x + half, y], top],
  ];
  for (let i = 0; i < 5; i++) {
    const [a, b] = [half * (1 - i / 5.5), half * (1 - (i + 1) / 5.5)];
    const [ya, yb] = [y - (h * i) / 5.5, y - (h * (i + 1)) / 5.5];
    lines.push(
      [
        [x - a, ya],
        [x + b, yb],
      ],
      [
        [x + a, ya],
        [x - b, yb],
      ],
      [
        [x - b, yb],
        [x + b, yb],
      ],
    );
  }
  const r = h * 0.16;
  let blades = "";
  for (let i = 0; i < 14; i++) {
    const angle = (i / 14) * Math.PI * 2;
    const out = (turn: number, reach: number): string =>
      `${num(top[0] + Math.cos(angle + turn) * r * reach)} ${num(top[1] + Math.sin(angle + turn) * r * reach)}`;
    blades += `M${out(0, 0.3)}L${out(-0.06, 1)}L${out(0.24, 1)}z`;
  }
  const tail = polygon(
    [
      [top[0] + r * 0.2, top[1]],
      [top[0] + r * 1.5, top[1] - r * 0.3],
      [top[0] + r * 1.7, top[1] + r * 0.25],
    ],
    scene.palette.accent,
  );
  return (
    strokes(lines, steel, Math.max(1.4, h * 0.008)) +
    tail +
    path(blades, mix(steel, scene.palette.trim, 0.4)) +
    circle(top[0], top[1], r * 0.16, steel)
  );
}

/** A shed of iron, its doors open on the dark. */
export function shed(scene: Scene, at: { x: number; z: number; w: number }): string {
  const box: Block = { x: at.x, y: 0, z: at.z, w: at.w, h: 3.2, d: 7 };
  const iron = scene.palette.grade(scene.random.pick(["#a8473a", "#8f9a9d", "#7d8a72"]));
  return (
    block(scene, box, { color: iron, material: "iron" }) +
    panel(
      scene,
      at.z,
      { x: at.x + at.w * 0.3, y: 0, w: at.w * 0.4, h: 2.7 },
      scene.palette.shade(iron, 1.3),
    ) +
    sideGable(
      scene,
      box,
      { pitch: 0.45, eave: 0.25 },
      { color: scene.palette.grade("#9aa3a5"), cover: "iron" },
      iron,
    )
  );
}

/** Furrows or mown bands that run to the vanishing point. */
export function furrows(scene: Scene, color: string): string {
  const stripes: string[] = [];
  for (let i = -16; i <= 16; i += 2) {
    stripes.push(
      facet(
        scene,
        [
          [i * 3, 0, -18],
          [i * 3 + 2.4, 0, -18],
          [i * 3 + 2.4, 0, 90],
          [i * 3, 0, 90],
        ],
        color,
        0.28,
      ),
    );
  }
  return stripes.join("");
}
