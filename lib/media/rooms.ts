import { lamp, pendant, plant, print, rug, sofa, solid, table, underneath } from "./furniture";
import { facet, panel, type Scene } from "./scene";
import { circle, curve, ellipse, hatch, num, path } from "./svg";

export const ROOMS = ["living", "kitchen", "bedroom", "bathroom"] as const;
export type Room = (typeof ROOMS)[number];

/** What stands in a room. */
export function furnish(scene: Scene, room: Room): string {
  return FURNISH[room](scene).join("");
}

const FURNISH: Record<Room, (scene: Scene) => string[]> = { living, kitchen, bedroom, bathroom };

function living(scene: Scene): string[] {
  const { palette, random } = scene;
  const shelf = random.chance(0.5);
  return [
    curtain(scene, { x: -2.25, w: 0.42 }),
    curtain(scene, { x: 0.68, w: 0.42 }),
    shelf ? shelves(scene, { x: 1.35, w: 1.2 }) : print(scene, -0.02, { x: 1.4, y: 1.25, w: 0.85, h: 1.05 }),
    shelf
      ? ""
      : underneath(scene, { x: 1.15, z: -0.45, w: 1.5, d: 0.4 }) +
        solid(scene, { x: 1.15, y: 0.16, z: -0.45, w: 1.5, h: 0.55, d: 0.42 }, palette.second) +
        plant(scene, { x: 1.45, z: -0.3, h: 0.5, y: 0.7 }),
    rug(scene, { x: -1.9, z: -2.3, w: 3.5, d: 1.7 }, palette.accent),
    sofa(scene, { x: -1.75, z: -1.25, w: 2.3 }, palette.roof, palette.accent),
    lamp(scene, { x: -2.25, y: 0, z: -0.8, h: 1.55 }),
    table(scene, { x: -1.1, z: -2.1, w: 1.2, d: 0.55, h: 0.36 }, palette.timber),
    plant(scene, { x: -0.7, z: -1.95, h: 0.34, y: 0.36 }),
    random.chance(0.6) ? armchair(scene, 1.35) : plant(scene, { x: 1.9, z: -1.6, h: 1.5 }),
    plant(scene, { x: 2.35, z: -0.6, h: random.between(1.3, 1.7) }),
    pendant(scene, { x: -0.3, z: -1.6, y: 2.05, top: 2.75 }, palette.accent),
  ];
}

function kitchen(scene: Scene): string[] {
  const { palette } = scene;
  const cabinet = palette.roof;
  const doors = Array.from(
    { length: 7 },
    (_, i) =>
      panel(scene, -0.62, { x: -1.9 + i * 0.6, y: 0.13, w: 0.57, h: 0.72 }, palette.lit(cabinet, 0.15)) +
      panel(scene, -0.62, { x: -1.7 + i * 0.6, y: 0.76, w: 0.18, h: 0.03 }, palette.trim),
  );
  const plane = scene.camera.at(-0.01);
  const splash = { x: plane.x(-1.9), y: plane.y(1.5), w: 4.2 * plane.scale, h: 0.58 * plane.scale };
  const stools = [-1.15, -0.25, 0.65].map((x) => stool(scene, x));
  return [
    hatch(splash, { count: 28, thick: splash.w / 28 - 2 }, palette.lit(palette.second, 0.75), 0.5),
    ...[-1.95, 1].map(
      (x) =>
        solid(scene, { x, y: 1.55, z: -0.38, w: 0.95, h: 0.8, d: 0.38 }, cabinet) +
        panel(scene, -0.39, { x: x + 0.47, y: 1.57, w: 0.02, h: 0.76 }, palette.shade(cabinet, 0.5)),
    ),
    solid(scene, { x: -1.92, y: 0, z: -0.6, w: 4.24, h: 0.88, d: 0.6 }, cabinet),
    ...doors,
    solid(scene, { x: -1.95, y: 0.88, z: -0.64, w: 4.3, h: 0.05, d: 0.64 }, palette.trim),
    tap(scene, 0, 0.93, -0.3),
    plant(scene, { x: 0.72, z: -0.3, h: 0.36, y: 0.93 }),
    panel(scene, -0.63, { x: 1.12, y: 0.16, w: 0.62, h: 0.62 }, "#2c3338"),
    panel(scene, -0.635, { x: 1.2, y: 0.26, w: 0.46, h: 0.32 }, "url(#glass)"),
    solid(scene, { x: -2.7, y: 0, z: -0.72, w: 0.76, h: 1.95, d: 0.7 }, palette.grade("#c9ced0")),
    panel(scene, -0.73, { x: -2.7, y: 1.2, w: 0.76, h: 0.02 }, "#6d7578"),
    underneath(scene, { x: -1.55, z: -2.15, w: 2.9, d: 0.85 }),
    solid(scene, { x: -1.5, y: 0, z: -2.05, w: 2.8, h: 0.9, d: 0.75 }, palette.second),
    solid(scene, { x: -1.65, y: 0.9, z: -2.2, w: 3.1, h: 0.07, d: 0.95 }, palette.trim),
    bowl(scene, 0.7, 0.97, -1.8),
    plant(scene, { x: -1.1, z: -1.7, h: 0.55, y: 0.97 }),
    ...stools,
    ...[-0.95, -0.05, 0.85].map((x) => pendant(scene, { x, z: -1.7, y: 1.95, top: 2.75 }, palette.accent)),
    plant(scene, { x: 2.4, z: -1.1, h: 1.5 }),
  ];
}

function bedroom(scene: Scene): string[] {
  const { palette, random } = scene;
  const [x, w] = [-1.75, 1.8];
  return [
    curtain(scene, { x: 0.3, w: 0.45 }),
    curtain(scene, { x: 2.28, w: 0.4 }),
    random.chance(0.5)
      ? print(scene, -0.02, { x: -1.35, y: 1.5, w: 1, h: 0.75 })
      : print(scene, -0.02, { x: -1.5, y: 1.45, w: 0.6, h: 0.8 }) +
        print(scene, -0.02, { x: -0.75, y: 1.45, w: 0.6, h: 0.8 }),
    rug(scene, { x: -2.4, z: -2.7, w: 3.2, d: 1.7 }, palette.roof),
    solid(
      scene,
      { x: x - 0.15, y: 0, z: -0.14, w: w + 0.3, h: 1.25, d: 0.12 },
      random.chance(0.5) ? palette.second : palette.accent,
    ),
    ...[x - 0.68, x + w + 0.16].map(
      (bx) =>
        underneath(scene, { x: bx, z: -0.5, w: 0.5, d: 0.4 }) +
        solid(scene, { x: bx, y: 0.12, z: -0.48, w: 0.5, h: 0.42, d: 0.42 }, palette.second) +
        panel(scene, -0.49, { x: bx + 0.06, y: 0.3, w: 0.38, h: 0.015 }, palette.shade(palette.second, 0.8)) +
        lamp(scene, { x: bx + 0.25, y: 0.54, z: -0.3, h: 0.45 }),
    ),
    underneath(scene, { x, z: -2.15, w, d: 2 }),
    solid(scene, { x: x + 0.04, y: 0.06, z: -2.1, w: w - 0.08, h: 0.26, d: 2 }, palette.second),
    solid(scene, { x, y: 0.3, z: -2.12, w, h: 0.27, d: 2 }, palette.trim),
    ...[x + 0.12, x + w / 2 + 0.06].map((px) =>
      solid(scene, { x: px, y: 0.55, z: -0.6, w: w / 2 - 0.18, h: 0.3, d: 0.22 }, palette.trim),
    ),
    solid(scene, { x: x + w / 2 - 0.35, y: 0.55, z: -0.78, w: 0.7, h: 0.24, d: 0.16 }, palette.accent),
    facet(
      scene,
      [
        [x - 0.02, 0.575, -2.13],
        [x + w + 0.02, 0.575, -2.13],
        [x + w + 0.02, 0.575, -1.15],
        [x - 0.02, 0.575, -1.15],
      ],
      palette.lit(palette.roof, 0.4),
    ),
    panel(scene, -2.14, { x: x - 0.02, y: 0.12, w: w + 0.04, h: 0.46 }, palette.roof),
    panel(scene, -2.15, { x: x - 0.02, y: 0.12, w: w + 0.04, h: 0.06 }, palette.accent),
    plant(scene, { x: 1.4, z: -0.5, h: random.between(1.1, 1.5) }),
    armchair(scene, 1.55),
    pendant(scene, { x: 0.2, z: -1.3, y: 2.1, top: 2.75 }, palette.trim),
  ];
}

function bathroom(scene: Scene): string[] {
  const { palette, random } = scene;
  const plane = scene.camera.at(-1.1);
  const [cx, rim, foot] = [plane.x(0.35), plane.y(0.6), plane.y(0.06)];
  const r = 0.88 * plane.scale;
  const tub = `M${num(cx - r)} ${num(rim)}Q${num(cx - r * 0.92)} ${num(foot)} ${num(cx - r * 0.6)} ${num(foot)}H${num(cx + r * 0.6)}Q${num(cx + r * 0.92)} ${num(foot)} ${num(cx + r)} ${num(rim)}z`;
  const wall = scene.camera.at(-0.02);
  const mirror = [wall.x(-1.75), wall.y(1.68), 0.42 * wall.scale] as const;
  return [
    circle(mirror[0] + 5, mirror[1] + 7, mirror[2], scene.mood.shadow, 0.22),
    circle(mirror[0], mirror[1], mirror[2], palette.timber),
    circle(mirror[0], mirror[1], mirror[2] * 0.92, "url(#glass)"),
    path(
      `M${num(mirror[0] - mirror[2] * 0.5)} ${num(mirror[1] + mirror[2] * 0.6)}L${num(mirror[0] + mirror[2] * 0.2)} ${num(mirror[1] - mirror[2] * 0.85)}L${num(mirror[0] + mirror[2] * 0.5)} ${num(mirror[1] - mirror[2] * 0.7)}L${num(mirror[0] - mirror[2] * 0.2)} ${num(mirror[1] + mirror[2] * 0.8)}z`,
      palette.trim,
      0.3,
    ),
    underneath(scene, { x: -2.4, z: -0.5, w: 1.4, d: 0.45 }),
    solid(scene, { x: -2.4, y: 0.3, z: -0.5, w: 1.35, h: 0.5, d: 0.48 }, palette.second),
    panel(scene, -0.51, { x: -1.74, y: 0.32, w: 0.02, h: 0.46 }, palette.shade(palette.second, 0.8)),
    solid(scene, { x: -2.44, y: 0.8, z: -0.54, w: 1.43, h: 0.05, d: 0.54 }, palette.trim),
    bowl(scene, -1.75, 0.85, -0.3),
    tap(scene, -1.45, 0.85, -0.15),
    towel(scene, 1.55),
    ellipse(cx + 16, foot + 4, r * 0.95, 12, scene.mood.shadow, 0.3),
    ellipse(cx, rim, r, r * 0.12, palette.shade(palette.trim, 0.45)),
    path(tub, random.chance(0.5) ? palette.trim : palette.lit(palette.trim, 0.6)),
    path(tub, "url(#round)"),
    curve(
      `M${num(cx - r)} ${num(rim)}A${num(r)} ${num(r * 0.12)} 0 0 0 ${num(cx + r)} ${num(rim)}`,
      palette.lit(palette.trim, 0.8),
      7,
    ),
    solid(scene, { x: 1.35, y: 0, z: -1.7, w: 0.4, h: 0.42, d: 0.35 }, palette.timber),
    plant(scene, { x: 1.55, z: -1.55, h: 0.5, y: 0.42 }),
    plant(scene, { x: 2.35, z: -0.5, h: 1.55 }),
    rug(scene, { x: -1.3, z: -2.3, w: 1.5, d: 0.8 }, palette.roof),
    pendant(scene, { x: -1.75, z: -0.3, y: 2.3, top: 2.75 }, palette.accent),
  ];
}

function curtain(scene: Scene, at: { x: number; w: number }): string {
  const plane = scene.camera.at(-0.08);
  const box = { x: plane.x(at.x), y: plane.y(2.5), w: at.w * plane.scale, h: 2.42 * plane.scale };
  const cloth = scene.palette.lit(scene.palette.trim, 0.2);
  return (
    panel(scene, -0.08, { x: at.x, y: 0.08, w: at.w, h: 2.42 }, cloth) +
    hatch(box, { count: 4, thick: box.w / 11 }, scene.palette.shade(cloth, 0.35), 0.7)
  );
}

function shelves(scene: Scene, at: { x: number; w: number }): string {
  const { palette, random } = scene;
  const parts = [solid(scene, { x: at.x, y: 0, z: -0.35, w: at.w, h: 2.1, d: 0.34 }, palette.second)];
  for (let row = 0; row < 5; row++) {
    const y = 0.12 + row * 0.39;
    parts.push(
      panel(scene, -0.36, { x: at.x + 0.06, y, w: at.w - 0.12, h: 0.33 }, palette.shade(palette.second, 0.7)),
    );
    for (let x = at.x + 0.09; x < at.x + at.w - 0.2; x += random.between(0.06, 0.11)) {
      if (random.chance(0.25)) continue;
      parts.push(
        panel(
          scene,
          -0.37,
          { x, y, w: random.between(0.04, 0.07), h: random.between(0.2, 0.3) },
          random.pick([palette.accent, palette.roof, palette.trim, palette.timber, palette.gum.mid]),
        ),
      );
    }
  }
  return parts.join("");
}

function armchair(scene: Scene, x: number): string {
  const { palette } = scene;
  const [z, w] = [-1.9, 0.8];
  return [
    underneath(scene, { x, z, w, d: 0.7 }),
    solid(scene, { x, y: 0.2, z: z + 0.5, w, h: 0.65, d: 0.16 }, palette.accent),
    solid(scene, { x: x + 0.1, y: 0.2, z, w: w - 0.2, h: 0.22, d: 0.55 }, palette.lit(palette.accent, 0.3)),
    solid(scene, { x, y: 0.2, z, w: 0.1, h: 0.38, d: 0.62 }, palette.timber),
    solid(scene, { x: x + w - 0.1, y: 0.2, z, w: 0.1, h: 0.38, d: 0.62 }, palette.timber),
  ].join("");
}

function stool(scene: Scene, x: number): string {
  const z = -2.55;
  const leg = (dx: number): string =>
    panel(scene, z, { x: x + dx, y: 0, w: 0.04, h: 0.66 }, scene.palette.shade(scene.palette.timber, 0.5));
  return (
    underneath(scene, { x, z, w: 0.36, d: 0.25 }) +
    leg(0.02) +
    leg(0.3) +
    panel(scene, z, { x: x + 0.02, y: 0.24, w: 0.32, h: 0.03 }, scene.palette.timber) +
    solid(scene, { x, y: 0.64, z, w: 0.36, h: 0.06, d: 0.3 }, scene.palette.timber)
  );
}

function tap(scene: Scene, x: number, y: number, z: number): string {
  const plane = scene.camera.at(z);
  const [px, py, s] = [plane.x(x), plane.y(y), plane.scale];
  return curve(
    `M${num(px)} ${num(py)}v${num(-0.24 * s)}q0 ${num(-0.08 * s)} ${num(-0.09 * s)} ${num(-0.08 * s)}q${num(-0.08 * s)} 0 ${num(-0.08 * s)} ${num(0.1 * s)}`,
    scene.palette.shade(scene.palette.grade("#c8a35c"), 0.2),
    5,
  );
}

function bowl(scene: Scene, x: number, y: number, z: number): string {
  const plane = scene.camera.at(z);
  const [px, py, s] = [plane.x(x), plane.y(y), plane.scale];
  return (
    path(
      `M${num(px - 0.24 * s)} ${num(py - 0.13 * s)}Q${num(px - 0.2 * s)} ${num(py)} ${num(px - 0.08 * s)} ${num(py)}h${num(0.16 * s)}Q${num(px + 0.2 * s)} ${num(py)} ${num(px + 0.24 * s)} ${num(py - 0.13 * s)}z`,
      scene.palette.accent,
    ) + ellipse(px, py - 0.13 * s, 0.24 * s, 0.035 * s, scene.palette.lit(scene.palette.trim, 0.3))
  );
}

function towel(scene: Scene, x: number): string {
  return (
    panel(scene, -0.05, { x: x - 0.1, y: 1.42, w: 0.75, h: 0.035 }, scene.palette.timber) +
    panel(scene, -0.07, { x, y: 0.75, w: 0.5, h: 0.7 }, scene.palette.roof) +
    panel(scene, -0.075, { x, y: 0.85, w: 0.5, h: 0.06 }, scene.palette.trim)
  );
}
