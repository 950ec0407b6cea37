import { type Design, eaveShadow, garageDoor, steps } from "./building";
import type { Random } from "./random";
import { facet, panel, type Scene } from "./scene";
import { hatch } from "./svg";
import { type Block, block } from "./walls";
import { doorIn, windowIn } from "./windows";

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
