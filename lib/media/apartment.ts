import { type Design, eaveShadow, sideShadow } from "./building";
import { mix } from "./color";
import type { Era } from "./colorways";
import { balcony } from "./facade";
import type { Random } from "./random";
import { hipRoof, sideGable } from "./roofs";
import { facet, panel, type Scene } from "./scene";
import { strokes } from "./svg";
import { type Block, block } from "./walls";
import { doorIn, type WindowStyle, windowIn } from "./windows";

const STOREY = 3.1;

const WINDOWS: Record<Era, WindowStyle> = {
  victorian: "sash",
  federation: "casement",
  queenslander: "casement",
  "art-deco": "deco",
  "mid-century": "picture",
  brutalist: "slot",
  contemporary: "sliding",
};

/** An apartment building of four to eight storeys: bays of windows and balconies to the rhythm of its era. */
export function apartments(dice: Random, era: Era): Design {
  const storeys = era === "art-deco" || era === "federation" ? dice.int(3, 5) : dice.int(5, 8);
  const bays = era === "art-deco" || era === "federation" ? 5 : dice.int(4, 6);
  const bay = dice.between(3.3, 3.9);
  const w = bays * bay + 1;
  const rhythm = dice.int(0, 3);
  const h = storeys * STOREY + 0.9;
  return {
    width: w + 2,
    height: h + 2.2,
    depth: 14,
    door: 0,
    drive: w / 2 - 2.6,
    draw: (scene) => {
      const main: Block = { x: -w / 2, y: 0, z: 0, w, h, d: 14 };
      const cells: string[] = [];
      for (let floor = storeys - 1; floor >= 1; floor--) {
        for (let i = 0; i < bays; i++) {
          cells.push(
            cell(scene, era, {
              x: -w / 2 + 0.5 + i * bay,
              y: floor * STOREY + 0.4,
              w: bay,
              open: isOpen(rhythm, i, floor, bays),
            }),
          );
        }
        if (era === "brutalist")
          cells.push(
            panel(
              scene,
              -0.02,
              { x: -w / 2, y: floor * STOREY, w, h: 0.32 },
              scene.palette.lit(scene.palette.wall, 0.35),
            ),
          );
      }
      return [
        crown(scene, era, main),
        block(scene, main, { color: scene.palette.wall, material: scene.colorway.material }),
        sideWindows(scene, main, storeys),
        ...cells,
        era === "art-deco" ? decoFin(scene, main) : "",
        groundFloor(scene, main),
        panel(
          scene,
          -0.05,
          { x: -w / 2 - 0.1, y: h - 0.3, w: w + 0.2, h: 0.3 },
          scene.palette.lit(scene.palette.trim, 0.1),
        ),
        eaveShadow(scene, { ...main, h: h - 0.3 }, 0.3),
      ].join("");
    },
  };
}

/** Walk-up units: two or three storeys with an open stair in the middle, as built by the street in the sixties. */
export function units(dice: Random, era: Era): Design {
  const storeys = dice.int(2, 3);
  const w = dice.between(15, 18);
  const h = storeys * 2.95;
  const pitched = dice.chance(0.6);
  return {
    width: w + 1.6,
    height: h + (pitched ? 3 : 0.8),
    depth: 10,
    door: 0,
    drive: w / 2 - 2,
    draw: (scene) => {
      const { palette, colorway, mood } = scene;
      const main: Block = { x: -w / 2, y: 0, z: 0, w, h, d: 10 };
      const parts = [block(scene, main, { color: palette.wall, material: colorway.material })];
      for (let floor = 0; floor < storeys; floor++) {
        const y = floor * 2.95;
        for (const side of [-1, 1]) {
          const x = side < 0 ? -w / 2 + 0.8 : 1.9;
          parts.push(panel(scene, 0, { x, y: y + 0.1, w: 2.9, h: 2.5 }, palette.second));
          parts.push(windowIn(scene, 0, { x: x + 0.2, y: y + 0.25, w: 2.5, h: 2.1 }, "sliding"));
          if (floor > 0)
            parts.push(
              balcony(
                scene,
                { x: x - 0.1, y: y + 0.1, w: 3.1, z: 0, depth: 1.1 },
                era === "mid-century" ? "bars" : "solid",
                palette.trim,
              ),
            );
          parts.push(windowIn(scene, 0, { x: x + 3.5, y: y + 1, w: 1.6, h: 1.35 }, WINDOWS[era]));
        }
      }
      const well: Block = { x: -1.35, y: 0, z: -0.7, w: 2.7, h: h + 0.5, d: 2 };
      return [
        ...parts,
        eaveShadow(scene, main, pitched ? 0.6 : 0.2),
        pitched
          ? sideGable(
              scene,
              main,
              { pitch: 0.4, eave: 0.5 },
              { color: palette.roof, cover: "tiles" },
              palette.wall,
            )
          : block(
              scene,
              { x: -w / 2 - 0.3, y: h, z: -0.4, w: w + 0.6, h: 0.35, d: 10 },
              { color: palette.trim, material: "render" },
            ),
        sideShadow(scene, { x: 1.35, y: 0, z: 0, h, proud: 0.7, limit: 1 }),
        block(scene, well, { color: palette.second, material: colorway.secondMaterial }),
        panel(
          scene,
          well.z,
          { x: -0.8, y: 2.9, w: 1.6, h: h - 3.1 },
          mood.windowsLit > 0.3 ? "url(#lamp)" : "url(#glass)",
        ),
        grid(scene, { x: -0.8, y: 2.9, w: 1.6, h: h - 3.1, z: well.z }),
        doorIn(scene, well.z, { x: -0.55, y: 0.1, w: 1.1, h: 2.2 }, "glazed", false),
        block(
          scene,
          { x: -1.6, y: 2.5, z: -1.7, w: 3.2, h: 0.2, d: 1 },
          { color: palette.trim, material: "render" },
        ),
      ].join("");
    },
  };
}

function isOpen(rhythm: number, bay: number, floor: number, bays: number): boolean {
  switch (rhythm) {
    case 0:
      return bay === 0 || bay === bays - 1;
    case 1:
      return bay % 2 === 1;
    case 2:
      return (bay + floor) % 2 === 0;
    default:
      return bay !== Math.floor(bays / 2);
  }
}

function cell(scene: Scene, era: Era, at: { x: number; y: number; w: number; open: boolean }): string {
  const { palette, mood } = scene;
  const inset = 0.35;
  if (!at.open) {
    const tall = era === "contemporary" ? 2.1 : 1.5;
    return windowIn(
      scene,
      0,
      { x: at.x + at.w * 0.2, y: at.y + (tall > 2 ? 0.2 : 0.75), w: at.w * 0.6, h: tall },
      WINDOWS[era],
    );
  }
  const kind =
    era === "contemporary" ? "glass" : era === "mid-century" || era === "federation" ? "bars" : "solid";
  return [
    panel(
      scene,
      0,
      { x: at.x + inset / 2, y: at.y, w: at.w - inset, h: 2.55 },
      palette.shade(palette.second, 0.35),
    ),
    windowIn(scene, 0, { x: at.x + inset, y: at.y + 0.1, w: at.w - 2 * inset, h: 2.2 }, "sliding"),
    panel(
      scene,
      0,
      { x: at.x + inset / 2, y: at.y + 1.75, w: at.w - inset, h: 0.8 },
      mood.shadow,
      mood.shadowAmount + 0.08,
    ),
    balcony(
      scene,
      { x: at.x + 0.1, y: at.y, w: at.w - 0.2, z: 0, depth: 1.2 },
      kind,
      kind === "solid" ? palette.second : palette.trim,
    ),
  ].join("");
}

function crown(scene: Scene, era: Era, main: Block): string {
  const { palette } = scene;
  const top = main.h;
  if (era === "federation")
    return hipRoof(scene, main, { pitch: 0.3, eave: 0.5 }, { color: palette.roof, cover: "tiles" });
  const room = { x: main.x + main.w * 0.55, y: top, z: 3, w: main.w * 0.26, h: 2, d: 4 };
  return block(scene, room, { color: palette.shade(palette.second, 0.2), material: "render" });
}

function decoFin(scene: Scene, main: Block): string {
  const { palette } = scene;
  const fin = block(
    scene,
    { x: -1.5, y: 2.8, z: -0.6, w: 3, h: main.h - 1.4, d: 0.7 },
    { color: palette.second, material: "render" },
  );
  const ribs = [-0.9, -0.3, 0.3, 0.9].map((x) =>
    panel(scene, -0.65, { x: x - 0.09, y: 3.4, w: 0.18, h: main.h - 1.6 }, palette.lit(palette.trim, 0.3)),
  );
  const panes = Array.from({ length: Math.floor(main.h / STOREY) - 1 }, (_, i) =>
    windowIn(scene, -0.62, { x: -0.75, y: 4 + i * STOREY, w: 1.5, h: 1.7 }, "deco", { curtain: false }),
  );
  return fin + panes.join("") + ribs.join("");
}

function groundFloor(scene: Scene, main: Block): string {
  const { palette, mood } = scene;
  const base = panel(
    scene,
    -0.03,
    { x: main.x, y: 0, w: main.w, h: STOREY - 0.15 },
    palette.shade(palette.second, 0.25),
  );
  const piers = Array.from({ length: 7 }, (_, i) =>
    panel(
      scene,
      -0.05,
      { x: main.x + (i * (main.w - 0.6)) / 6, y: 0, w: 0.6, h: STOREY - 0.15 },
      palette.lit(palette.second, 0.1),
    ),
  );
  const glass = [0, 1, 4].map((i) =>
    windowIn(
      scene,
      -0.04,
      { x: main.x + (i * (main.w - 0.6)) / 6 + 0.9, y: 0.3, w: main.w / 6 - 1.3, h: 2.2 },
      "sliding",
    ),
  );
  return [
    base,
    ...glass,
    panel(
      scene,
      -0.04,
      { x: main.x + main.w - 4.6, y: 0, w: 4, h: 2.3 },
      mix(palette.shade(palette.trim, 1), "#1c2030", 0.4),
    ),
    ...piers,
    doorIn(scene, -0.06, { x: -0.9, y: 0.1, w: 1.8, h: 2.3 }, "glazed", false),
    panel(scene, -0.05, { x: main.x, y: STOREY - 0.6, w: main.w, h: 0.45 }, mood.shadow, mood.shadowAmount),
    block(
      scene,
      { x: -2.2, y: 2.65, z: -1.9, w: 4.4, h: 0.26, d: 1.8 },
      { color: palette.accent, material: "render" },
    ),
    block(
      scene,
      { x: main.x - 0.1, y: STOREY - 0.15, z: -0.25, w: main.w + 0.2, h: 0.3, d: 0.4 },
      { color: palette.trim, material: "render" },
    ),
  ].join("");
}

function sideWindows(scene: Scene, main: Block, storeys: number): string {
  const edge = scene.camera.at(0).x(main.x + main.w);
  if (scene.camera.vanishing <= edge) return "";
  const x = main.x + main.w;
  const panes: string[] = [];
  for (let floor = 1; floor < storeys; floor++) {
    for (const z of [2.4, 6.2, 10]) {
      const y = floor * STOREY + 1.1;
      const isLit = scene.random.chance(scene.mood.windowsLit * 0.8);
      panes.push(
        facet(
          scene,
          [
            [x, y, z],
            [x, y, z + 1.6],
            [x, y + 1.4, z + 1.6],
            [x, y + 1.4, z],
          ],
          isLit ? scene.palette.lamp : scene.palette.shade(scene.palette.glass, 0.7),
        ),
      );
    }
  }
  return panes.join("");
}

function grid(scene: Scene, at: { x: number; y: number; w: number; h: number; z: number }): string {
  const plane = scene.camera.at(at.z);
  const rows = Math.max(2, Math.round(at.h / 0.8));
  const lines = Array.from(
    { length: rows - 1 },
    (_, i) =>
      [
        [plane.x(at.x), plane.y(at.y + ((i + 1) * at.h) / rows)],
        [plane.x(at.x + at.w), plane.y(at.y + ((i + 1) * at.h) / rows)],
      ] as const,
  );
  const middle = [
    [plane.x(at.x + at.w / 2), plane.y(at.y)],
    [plane.x(at.x + at.w / 2), plane.y(at.y + at.h)],
  ] as const;
  return strokes([...lines, middle], scene.palette.trim, Math.max(1.5, 0.06 * plane.scale));
}
