import { type Design, eaveShadow, garageDoor, sideShadow, steps } from "./building";
import type { Random } from "./random";
import { fascia, hipRoof, sideGable, slope } from "./roofs";
import { facet, panel, type Scene } from "./scene";
import { curve, hatch, num, path, rect } from "./svg";
import { type Block, block } from "./walls";
import { doorIn, windowIn } from "./windows";

/** Art deco: render, a rounded bay, speed lines, a stepped parapet, a porthole. */
export function artDeco(dice: Random): Design {
  const w = dice.between(11, 13);
  const storeys = dice.chance(0.35) ? 2 : 1;
  const h = 3.4 * storeys + 0.5;
  const main: Block = { x: -w / 2, y: 0, z: 0, w, h, d: 8 };
  const bay = { x: -w / 2 + 0.7, w: 4.2, proud: 1.1 };
  const hipped = dice.chance(0.5);
  return {
    width: w + 1,
    height: h + (hipped ? 2.9 : 1),
    depth: 8,
    door: 1.4,
    drive: dice.chance(0.5) ? w / 2 + 2 : null,
    draw: (scene) => {
      const { palette } = scene;
      const surface = { color: palette.wall, material: scene.colorway.material };
      const floors = Array.from({ length: storeys }, (_, i) => i * 3.4);
      return [
        block(scene, main, surface),
        hipped
          ? hipRoof(scene, main, { pitch: 0.55, eave: 0.45 }, { color: palette.roof, cover: "tiles" })
          : steppedParapet(scene, main),
        eaveShadow(scene, main, hipped ? 0.45 : 0.12),
        panel(scene, 0, { x: -w / 2, y: 0, w, h: 0.7 }, palette.second),
        ...floors.map((y) => windowIn(scene, 0, { x: w / 2 - 3.3, y: y + 1.05, w: 2.2, h: 1.5 }, "deco")),
        storeys === 2 ? porthole(scene, { x: 1.9, y: 5, z: 0, r: 0.5 }) : "",
        sideShadow(scene, { x: bay.x + bay.w, y: 0, z: 0, h: h - 0.3, proud: bay.proud, limit: 3 }),
        porchOf(scene, { x: 0.65, w: 2.4 }),
        roundedBay(scene, { ...bay, h: h - 0.35 }, floors),
        ...[0, 1, 2].map((i) =>
          panel(
            scene,
            0,
            { x: w / 2 - 4.2, y: 2.78 + i * 0.16 + (storeys - 1) * 3.4, w: 4, h: 0.07 },
            palette.accent,
            0.85,
          ),
        ),
      ].join("");
    },
  };
}

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

/** Brutalist: off-form concrete in heavy boxes, deep slots, an upper floor that hangs over the lower. */
export function brutalist(dice: Random): Design {
  const w = dice.between(11, 13);
  const x0 = -w / 2;
  const shift = dice.between(1.4, 2.4);
  return {
    width: w + 1.4,
    height: 7.6,
    depth: 9,
    door: x0 + 3.4,
    drive: x0 + w - 2.6,
    draw: (scene) => {
      const { palette, mood } = scene;
      const concrete = { color: palette.wall, material: "concrete" } as const;
      const lower: Block = { x: x0 + 0.6, y: 0, z: 0, w: w - 1.2, h: 3, d: 8 };
      const upper: Block = { x: x0, y: 2.9, z: -1.7, w: w - shift, h: 3.4, d: 9 };
      const tower: Block = { x: x0 + w - shift - 1.2, y: 0, z: -1.2, w: 1.7, h: 7.4, d: 2.4 };
      const slots = Array.from({ length: 4 }, (_, i) =>
        windowIn(
          scene,
          -1.7,
          { x: x0 + 0.8 + i * ((w - shift - 2.4) / 4), y: 3.9, w: (w - shift - 2.4) / 4 - 0.55, h: 1.5 },
          "slot",
          { curtain: false },
        ),
      );
      const fins = Array.from({ length: 5 }, (_, i) =>
        block(
          scene,
          { x: x0 + 0.5 + i * ((w - shift - 2.4) / 4) - 0.14, y: 3.3, z: -2.15, w: 0.26, h: 2.7, d: 0.45 },
          { color: palette.lit(palette.wall, 0.3), material: "render" },
        ),
      );
      return [
        block(scene, lower, { color: palette.second, material: scene.colorway.secondMaterial }),
        windowIn(scene, 0, { x: x0 + 4.6, y: 0.3, w: 2.6, h: 2.2 }, "sliding"),
        doorIn(scene, 0, { x: x0 + 2.9, y: 0.02, w: 1.1, h: 2.3 }, "flush", false),
        garageDoor(scene, 0, { x: x0 + w - 4.3, w: 3.2 }, palette.grade(palette.trim)),
        panel(
          scene,
          0,
          {
            x: lower.x,
            y: 3 - 0.6 - 1.7 * mood.cast.down * 0.7,
            w: lower.w,
            h: 0.6 + 1.7 * mood.cast.down * 0.7,
          },
          mood.shadow,
          mood.shadowAmount + 0.12,
        ),
        facet(
          scene,
          [
            [x0, 2.9, -1.7],
            [x0 + w - shift, 2.9, -1.7],
            [x0 + w - shift, 2.9, 0],
            [x0, 2.9, 0],
          ],
          palette.shade(palette.wall, 1),
        ),
        block(scene, upper, concrete),
        ...slots,
        ...slots.map((_, i) =>
          panel(
            scene,
            -1.7,
            {
              x: x0 + 0.8 + i * ((w - shift - 2.4) / 4) - 0.15,
              y: 5.1,
              w: (w - shift - 2.4) / 4 - 0.3,
              h: 0.4,
            },
            mood.shadow,
            mood.shadowAmount,
          ),
        ),
        ...fins,
        panel(scene, -1.72, { x: x0, y: 6.02, w: w - shift, h: 0.28 }, palette.lit(palette.wall, 0.5)),
        block(scene, tower, { color: palette.lit(palette.wall, 0.1), material: "concrete" }),
        windowIn(scene, -1.2, { x: tower.x + 0.65, y: 1, w: 0.4, h: 5.4 }, "slot", { curtain: false }),
        planter(scene, x0 + 0.3, 2),
      ].join("");
    },
  };
}

/** Contemporary: stacked boxes of render and timber, wide panes, a thin flat roof, a garage under the upper floor. */
export function contemporary(dice: Random): Design {
  const w = dice.between(11.5, 13.5);
  const x0 = -w / 2;
  const left = dice.chance(0.5);
  const upperW = w * dice.between(0.6, 0.72);
  const ux = left ? x0 : x0 + w - upperW;
  return {
    width: w + 1.4,
    height: 7.1,
    depth: 9,
    door: left ? x0 + w - 5.2 : x0 + 4.9,
    drive: left ? x0 + 2.6 : x0 + w - 2.6,
    draw: (scene) => {
      const { palette, mood } = scene;
      const lower: Block = { x: x0, y: 0, z: 0, w, h: 3.1, d: 9 };
      const upper: Block = { x: ux, y: 3.1, z: -1.2, w: upperW, h: 3.1, d: 9 };
      const doorX = left ? x0 + w - 5.8 : x0 + 4.3;
      const paneX = left ? x0 + w - 3.9 : x0 + 0.7;
      return [
        block(scene, lower, { color: palette.second, material: scene.colorway.secondMaterial }),
        windowIn(scene, 0, { x: paneX, y: 0.2, w: 3.1, h: 2.5 }, "sliding"),
        doorIn(scene, 0, { x: doorX, y: 0.12, w: 1.15, h: 2.4 }, "flush", false),
        garageDoor(
          scene,
          0,
          { x: left ? x0 + 0.5 : x0 + w - 5, w: 4.5 },
          palette.shade(palette.second, 0.35),
        ),
        eaveShadow(scene, { ...lower, x: ux, w: upperW }, 1.2),
        eaveShadow(scene, { ...lower, x: left ? ux + upperW : x0, w: w - upperW }, 0.35),
        block(
          scene,
          { x: left ? ux + upperW : x0 - 0.3, y: 3.1, z: -0.5, w: w - upperW + 0.3, h: 0.26, d: 8 },
          { color: palette.trim, material: "render" },
        ),
        facet(
          scene,
          [
            [ux, 3.1, -1.2],
            [ux + upperW, 3.1, -1.2],
            [ux + upperW, 3.1, 0],
            [ux, 3.1, 0],
          ],
          palette.shade(palette.wall, 1),
        ),
        block(scene, upper, { color: palette.wall, material: scene.colorway.material }),
        windowIn(scene, -1.2, { x: ux + 0.7, y: 3.7, w: upperW * 0.42, h: 1.9 }, "sliding"),
        screens(scene, { x: ux + upperW * 0.56, y: 3.5, w: upperW * 0.36, h: 2.2, z: -1.25 }),
        block(
          scene,
          { x: ux - 0.3, y: 6.2, z: -1.7, w: upperW + 0.6, h: 0.28, d: 9.6, over: 0.5 },
          { color: palette.roof, material: "render" },
        ),
        eaveShadow(scene, upper, 0.5),
        panel(scene, 0, { x: x0, y: 0, w, h: 0.12 }, mood.shadow, 0.3),
        steps(scene, { x: doorX + 0.57, w: 2, z: 0, rise: 0.14 }),
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

function roundedBay(
  scene: Scene,
  bay: { x: number; w: number; proud: number; h: number },
  floors: readonly number[],
): string {
  const { palette, mood } = scene;
  const z = -bay.proud;
  const plane = scene.camera.at(z);
  const body = rect(plane.x(bay.x), plane.y(bay.h), bay.w * plane.scale, bay.h * plane.scale, "url(#drum)");
  const glazing = floors.map((y) => {
    const pane = windowIn(scene, z, { x: bay.x + 0.3, y: y + 1, w: bay.w - 0.6, h: 1.55 }, "deco", {
      curtain: true,
    });
    const lines = [0.55, 0.75].map((dy) =>
      panel(scene, z, { x: bay.x, y: y + dy, w: bay.w, h: 0.07 }, palette.accent, 0.8),
    );
    const hood =
      panel(scene, z, { x: bay.x - 0.08, y: y + 2.68, w: bay.w + 0.16, h: 0.18 }, palette.lit(palette.trim)) +
      panel(scene, z, { x: bay.x, y: y + 2.42, w: bay.w, h: 0.26 }, mood.shadow, mood.shadowAmount);
    return pane + lines.join("") + hood;
  });
  const turn = rect(plane.x(bay.x), plane.y(bay.h), bay.w * plane.scale, bay.h * plane.scale, "url(#round)");
  return (
    body +
    panel(scene, z, { x: bay.x, y: 0, w: bay.w, h: 0.7 }, palette.second) +
    glazing.join("") +
    turn +
    panel(scene, z, { x: bay.x - 0.06, y: bay.h - 0.2, w: bay.w + 0.12, h: 0.2 }, palette.trim)
  );
}

function steppedParapet(scene: Scene, b: Block): string {
  const { palette } = scene;
  const tiers = [0, 1, 2].map((i) =>
    panel(
      scene,
      b.z - 0.02,
      { x: 0.2 + i * 0.45, y: b.h, w: 3.4 - i * 0.9, h: 0.25 + i * 0.22 },
      i === 1 ? palette.second : palette.wall,
    ),
  );
  return (
    panel(scene, b.z - 0.03, { x: b.x - 0.06, y: b.h - 0.12, w: b.w + 0.12, h: 0.2 }, palette.trim) +
    tiers.join("")
  );
}

function porchOf(scene: Scene, at: { x: number; w: number }): string {
  const { palette, mood } = scene;
  return [
    panel(scene, 0, { x: at.x, y: 0.3, w: at.w, h: 2.5 }, palette.shade(palette.second, 0.8)),
    doorIn(scene, 0, { x: at.x + 0.55, y: 0.3, w: 1 }, "glazed", false),
    panel(scene, 0, { x: at.x, y: 1.9, w: at.w, h: 0.9 }, mood.shadow, mood.shadowAmount),
    steps(scene, { x: at.x + at.w / 2, w: at.w, z: -0.6, rise: 0.3 }),
    panel(scene, -0.9, { x: at.x - 0.2, y: 2.75, w: at.w + 0.5, h: 0.28 }, palette.lit(palette.trim)),
    panel(scene, -0.9, { x: at.x - 0.2, y: 2.72, w: at.w + 0.5, h: 0.06 }, palette.accent),
  ].join("");
}

function porthole(scene: Scene, at: { x: number; y: number; z: number; r: number }): string {
  const plane = scene.camera.at(at.z);
  const [x, y, r] = [plane.x(at.x), plane.y(at.y), at.r * plane.scale];
  return (
    `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="url(#glass)" stroke="${scene.palette.trim}" stroke-width="${num(r * 0.3)}"/>` +
    curve(
      `M${num(x - r)} ${num(y)}h${num(2 * r)}M${num(x)} ${num(y - r)}v${num(2 * r)}`,
      scene.palette.trim,
      r * 0.1,
    )
  );
}

function screens(scene: Scene, at: { x: number; y: number; w: number; h: number; z: number }): string {
  const plane = scene.camera.at(at.z);
  const { palette } = scene;
  const count = Math.round(at.w / 0.14);
  const box = { x: plane.x(at.x), y: plane.y(at.y + at.h), w: at.w * plane.scale, h: at.h * plane.scale };
  const behind = scene.mood.windowsLit > 0.4 ? palette.lamp : palette.shade(palette.timber, 1);
  return (
    panel(scene, at.z, at, behind) + hatch(box, { count, thick: (box.w / count) * 0.62 }, palette.timber)
  );
}

function planter(scene: Scene, x: number, w: number): string {
  return block(
    scene,
    { x, y: 0, z: -2.6, w, h: 0.55, d: 0.7 },
    { color: scene.palette.second, material: "render" },
  );
}
