import { type Design, eaveShadow, garageDoor, steps } from "./building";
import type { Random } from "./random";
import { hipRoof, type RoofSkin } from "./roofs";
import { panel, type Scene } from "./scene";
import { ellipse, num, type Point, path, strokes } from "./svg";
import { type Block, block } from "./walls";
import { doorIn, windowIn } from "./windows";

/** A villa: low, rendered, an arcade across the middle, one hipped tile roof stepping over it, a garage to the side. */
export function villa(dice: Random): Design {
  const w = dice.between(13.5, 15.5);
  const x0 = -w / 2;
  const arches = dice.int(2, 4);
  const tower = dice.chance(0.45);
  const arcadeW = arches * 1.75;
  const ax = x0 + 3.9;
  return {
    width: w + 1.4,
    height: tower ? 8 : 6.4,
    depth: 9,
    door: ax + arcadeW / 2,
    drive: x0 + w - 2.6,
    draw: (scene) => {
      const { palette, colorway } = scene;
      const surface = { color: palette.wall, material: colorway.material };
      const skin: RoofSkin = { color: palette.roof, cover: "tiles" };
      const main: Block = { x: x0 + 0.6, y: 0, z: 0.8, w: w - 0.6, h: 3.3, d: 8.5 };
      const wing: Block = { x: x0, y: 0, z: -1.5, w: 3.7, h: 3.2, d: 5 };
      const garage: Block = { x: x0 + w - 4.6, y: 0, z: -0.8, w: 4.6, h: 3, d: 6 };
      const turret: Block = { x: ax + arcadeW + 0.1, y: 0, z: 0.6, w: 2.9, h: 5.7, d: 3 };
      return [
        block(scene, main, surface),
        panel(scene, 0.78, { x: ax, y: 0.2, w: arcadeW, h: 3 }, palette.shade(palette.second, 0.4)),
        ...Array.from({ length: arches }, (_, i) =>
          i === Math.floor(arches / 2)
            ? doorIn(scene, 0.76, { x: ax + i * 1.75 + 0.3, y: 0.2, w: 1.1 }, "panelled")
            : windowIn(scene, 0.76, { x: ax + i * 1.75 + 0.35, y: 0.5, w: 1, h: 2 }, "sash"),
        ),
        hipRoof(scene, main, { pitch: 0.5, eave: 0.4 }, skin),
        tower
          ? block(scene, turret, surface) +
            windowIn(scene, turret.z, { x: turret.x + 0.9, y: 3.9, w: 1.1, h: 1.2 }, "casement") +
            eaveShadow(scene, turret, 0.4) +
            hipRoof(scene, turret, { pitch: 0.6, eave: 0.35 }, skin)
          : "",
        windowIn(scene, 0.78, { x: ax + arcadeW + 0.8, y: 0.9, w: 1.3, h: 1.5 }, "casement"),
        arcade(scene, { x: ax, y: 0.2, w: arcadeW, h: 3, arches, z: -0.35 }),
        hipRoof(
          scene,
          { x: ax - 0.1, y: 0, z: -0.35, w: arcadeW + 0.2, h: 3.2, d: 2.4 },
          { pitch: 0.5, eave: 0.25 },
          skin,
        ),
        steps(scene, { x: ax + arcadeW / 2, w: arcadeW, z: -0.4, rise: 0.2 }),
        block(scene, garage, surface),
        garageDoor(scene, garage.z, { x: garage.x + 0.5, w: 3.6 }, palette.shade(palette.second, 0.15)),
        eaveShadow(scene, garage, 0.4),
        hipRoof(scene, garage, { pitch: 0.5, eave: 0.4 }, skin),
        block(scene, wing, surface),
        windowIn(scene, wing.z, { x: wing.x + 0.8, y: 0.75, w: 2.1, h: 1.7 }, "casement"),
        eaveShadow(scene, wing, 0.4),
        hipRoof(scene, wing, { pitch: 0.5, eave: 0.4 }, skin),
      ].join("");
    },
  };
}

/** A wall pierced by round arches, through which the loggia behind is seen. */
function arcade(
  scene: Scene,
  at: { x: number; y: number; w: number; h: number; arches: number; z: number },
): string {
  const plane = scene.camera.at(at.z);
  const { palette, mood } = scene;
  const bay = at.w / at.arches;
  let holes = "";
  const rims: string[] = [];
  for (let i = 0; i < at.arches; i++) {
    const [x0, x1] = [plane.x(at.x + i * bay + 0.2), plane.x(at.x + (i + 1) * bay - 0.2)];
    const [foot, spring] = [plane.y(at.y), plane.y(at.y + 1.75)];
    const r = (x1 - x0) / 2;
    holes += `M${num(x0)} ${num(foot)}V${num(spring)}A${num(r)} ${num(r)} 0 0 1 ${num(x1)} ${num(spring)}V${num(foot)}z`;
    rims.push(`M${num(x0)} ${num(spring)}A${num(r)} ${num(r)} 0 0 1 ${num(x1)} ${num(spring)}`);
  }
  const [left, top, w, h] = [plane.x(at.x), plane.y(at.y + at.h), at.w * plane.scale, at.h * plane.scale];
  const front = `M${num(left)} ${num(top)}h${num(w)}v${num(h)}h${num(-w)}z${holes}`;
  const shade = panel(
    scene,
    at.z + 0.5,
    { x: at.x, y: at.y + 1.4, w: at.w, h: at.h - 1.4 },
    mood.shadow,
    mood.shadowAmount * 0.8,
  );
  return `${shade}<path d="${front}" fill="${palette.lit(palette.wall, 0.2)}" fill-rule="evenodd"/><path d="${rims.join("")}" fill="none" stroke="${palette.trim}" stroke-width="${num(0.1 * plane.scale)}"/>`;
}

/** A pool let into the lawn, with the sky in it. */
export function pool(scene: Scene, at: { x: number; z: number; w: number; d: number }): string {
  const { project } = scene.camera;
  const { palette, mood } = scene;
  const [cx, cy] = project([at.x, 0, at.z]);
  const [ex] = project([at.x + at.w / 2, 0, at.z]);
  const [, ey] = project([at.x, 0, at.z - at.d / 2]);
  const [rx, ry] = [ex - cx, ey - cy];
  const water = palette.grade("#4fb3bf");
  const ripples = Array.from({ length: 7 }, (_, i): Point[] => {
    const y = cy - ry * 0.6 + (i * ry * 1.2) / 6;
    const x = cx + scene.random.between(-0.6, 0.3) * rx;
    return [
      [x, y],
      [x + rx * 0.3, y],
    ];
  });
  const crescent = `M${num(cx - rx)} ${num(cy)}A${num(rx)} ${num(ry)} 0 0 1 ${num(cx + rx)} ${num(cy)}A${num(rx)} ${num(ry * 0.78)} 0 0 0 ${num(cx - rx)} ${num(cy)}z`;
  return (
    ellipse(cx, cy, rx * 1.09, ry * 1.22, palette.lit(palette.path, 0.5)) +
    ellipse(cx, cy, rx, ry, water) +
    path(crescent, palette.shade(water, 0.8), 0.7) +
    strokes(ripples, mood.skyLow, 2, 0.7, "round")
  );
}
