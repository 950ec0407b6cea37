import { type Design, eaveShadow, sideShadow } from "./building";
import type { Random } from "./random";
import { fascia, sideGable, slope } from "./roofs";
import { facet, panel, type Scene } from "./scene";
import { num, path } from "./svg";
import { type Block, block } from "./walls";
import { doorIn, windowIn } from "./windows";

/** Mid-century: a long low roof, glass, a feature wall, a carport. */
export function midCentury(dice: Random): Design {
  const w = dice.between(13, 15.5);
  const h = 2.75;
  const x0 = -w / 2;
  const kind = dice.pick(["gable", "skillion", "butterfly"] as const);
  const portW = 3.6;
  const body: Block = { x: x0, y: 0.25, z: 0, w: w - portW, h, d: 8 };
  return {
    width: w + 1.8,
    height: kind === "gable" ? 5 : 4.9,
    depth: 8,
    door: x0 + w - portW - 1.5,
    drive: x0 + w - portW / 2,
    draw: (scene) => {
      const { palette, mood } = scene;
      const feature: Block = { x: x0 + 0.5, y: 0, z: -0.25, w: 2.6, h: h + 0.25, d: 0.5 };
      const roof: Block = { ...body, w, h: h + 0.1 };
      const skin = { color: palette.roof, cover: "sheet" } as const;
      const fascias = palette.lit(palette.trim, 0.3);
      return [
        facet(
          scene,
          [
            [x0 + w - portW, 0.02, 0],
            [x0 + w, 0.02, 0],
            [x0 + w, 0.02, 6],
            [x0 + w - portW, 0.02, 6],
          ],
          palette.shade(palette.path, 0.8),
        ),
        panel(scene, 6, { x: x0 + w - portW, y: 0, w: portW, h }, palette.shade(palette.second, 0.8)),
        block(scene, body, { color: palette.second, material: scene.colorway.secondMaterial }),
        windowIn(scene, 0, { x: x0 + 3.4, y: 0.75, w: w - portW - 6, h: 2 }, "picture"),
        doorIn(scene, 0, { x: x0 + w - portW - 1.95, y: 0.25, w: 0.95 }, "flush", false),
        eaveShadow(scene, body, 0.9),
        block(scene, feature, { color: palette.wall, material: scene.colorway.material }),
        sideShadow(scene, { x: feature.x + feature.w, y: 0.25, z: 0, h, proud: 0.9, limit: 1.2 }),
        breezeBlocks(scene, { x: x0 + w - portW - 0.7, y: 0.25, z: -0.06 }),
        ...[0.12, portW - 0.24].map((dx) =>
          panel(
            scene,
            -0.5,
            { x: x0 + w - portW + dx, y: 0, w: 0.12, h: h + 0.25 },
            palette.shade(palette.trim, 0.3),
          ),
        ),
        kind === "gable" ? sideGable(scene, roof, { pitch: 0.28, eave: 0.85 }, skin, palette.second) : "",
        kind === "skillion" ? skillion(scene, roof, 0.5, 1.35) : "",
        kind === "butterfly"
          ? skillion(scene, { ...roof, w: w * 0.44 }, 1.3, 0.35) +
            skillion(scene, { ...roof, x: x0 + w * 0.44, w: w * 0.56 }, 0.35, 1.1)
          : "",
        kind === "gable" ? fascia(scene, [x0 - 0.85, roof.h + 0.25, -0.85], w + 1.7, 0.28) : "",
        panel(
          scene,
          -0.3,
          { x: feature.x + 0.4, y: 0, w: 1.9, h: 0.4 },
          palette.shade(fascias, mood.shadowAmount),
        ),
      ].join("");
    },
  };
}

function skillion(scene: Scene, b: Block, riseLeft: number, riseRight: number): string {
  const { palette } = scene;
  const low = b.y + b.h;
  const e = 0.8;
  const [x0, x1, z] = [
    b.x - (riseLeft > riseRight ? e : 0),
    b.x + b.w + (riseRight > riseLeft ? e : 0),
    b.z - e,
  ];
  const infill = facet(
    scene,
    [
      [b.x, low, b.z],
      [b.x + b.w, low, b.z],
      [b.x + b.w, low + riseRight, b.z],
      [b.x, low + riseLeft, b.z],
    ],
    palette.lit(palette.second, 0.15),
  );
  const glass = facet(
    scene,
    [
      [b.x + 0.4, low + 0.1, b.z],
      [b.x + b.w - 0.4, low + 0.1, b.z],
      [b.x + b.w - 0.4, low + riseRight - 0.2, b.z],
      [b.x + 0.4, low + riseLeft - 0.2, b.z],
    ],
    scene.mood.windowsLit > 0.4 ? palette.lamp : palette.glass,
    0.9,
  );
  const under = slope(
    scene,
    [
      [x0, low + riseLeft + 0.1, z],
      [x1, low + riseRight + 0.1, z],
      [x1, low + riseRight + 0.1, b.z + b.d],
      [x0, low + riseLeft + 0.1, b.z + b.d],
    ],
    { color: palette.roof, cover: "sheet" },
    "front",
  );
  const board = facet(
    scene,
    [
      [x0, low + riseLeft - 0.08, z],
      [x1, low + riseRight - 0.08, z],
      [x1, low + riseRight + 0.24, z],
      [x0, low + riseLeft + 0.24, z],
    ],
    palette.trim,
  );
  return (
    infill +
    glass +
    facet(
      scene,
      [
        [b.x, low + riseLeft - 0.6, b.z],
        [b.x + b.w, low + riseRight - 0.6, b.z],
        [b.x + b.w, low + riseRight, b.z],
        [b.x, low + riseLeft, b.z],
      ],
      scene.mood.shadow,
      scene.mood.shadowAmount,
    ) +
    under +
    board
  );
}

function breezeBlocks(scene: Scene, at: { x: number; y: number; z: number }): string {
  const { palette } = scene;
  const plane = scene.camera.at(at.z);
  const cell = 0.32;
  let rings = "";
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 2; column++) {
      const [x, y, r] = [
        plane.x(at.x + (column + 0.5) * cell),
        plane.y(at.y + (row + 0.5) * cell),
        cell * 0.34 * plane.scale,
      ];
      rings += `M${num(x - r)} ${num(y)}a${num(r)} ${num(r)} 0 1 0 ${num(2 * r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(-2 * r)} 0z`;
    }
  }
  return (
    panel(scene, at.z, { ...at, w: cell * 2, h: cell * 7 }, palette.trim) +
    path(rings, palette.shade(palette.second, 0.9))
  );
}
