import { type Design, eaveShadow, sideShadow, steps } from "./building";
import type { Random } from "./random";
import { hipRoof } from "./roofs";
import { panel, type Scene } from "./scene";
import { curve, num, rect } from "./svg";
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
