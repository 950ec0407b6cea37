import { mix } from "./color";
import { clump } from "./foliage";
import type { Foliage } from "./palette";
import type { Scene } from "./scene";
import { circle, curve, ellipse, FRAME, num, type Point, path, polygon, smooth, strokes } from "./svg";

export type TreeKind = "gum" | "round" | "jacaranda" | "palm" | "pine" | "cypress" | "bare" | "frangipani";

export type TreeSpot = { readonly x: number; readonly z: number; readonly height: number };

/** A tree standing at a spot in metres, with the shadow it throws on the ground. */
export function tree(scene: Scene, kind: TreeKind, spot: TreeSpot): string {
  const plane = scene.camera.at(spot.z);
  const reach = spot.height * 0.6 * plane.scale;
  if (plane.x(spot.x) < -reach || plane.x(spot.x) > FRAME.width + reach) return "";
  return (
    shadowOnGround(scene, spot, kind === "palm" || kind === "cypress" ? 0.2 : 0.42) + TREES[kind](scene, spot)
  );
}

const TREES: Record<TreeKind, (scene: Scene, spot: TreeSpot) => string> = {
  gum,
  round: (scene, spot) => crowned(scene, spot, scene.palette.leaf, "#6b5342"),
  jacaranda: (scene, spot) =>
    crowned(
      scene,
      spot,
      scene.mood.season === "spring" || scene.mood.season === "summer"
        ? scene.palette.blossom
        : scene.palette.leaf,
      "#5a4a45",
    ),
  frangipani: (scene, spot) => crowned(scene, spot, scene.palette.gum, "#8d7b69"),
  palm,
  pine,
  cypress,
  bare,
};

/** The soft-edged shadow that grounds anything upright. */
export function shadowOnGround(scene: Scene, spot: TreeSpot, spread: number): string {
  const plane = scene.camera.at(spot.z);
  const { mood } = scene;
  const rx = spot.height * spread * plane.scale;
  return ellipse(
    plane.x(spot.x + spot.height * spread * mood.cast.right * 0.8),
    plane.y(0) + 1,
    rx,
    Math.max(2, rx * 0.13),
    mood.shadow,
    mood.shadowAmount * 0.8,
  );
}

/** A mass of leaves in three tones, lit from the upper left: one of the picture's few cut shapes, stretched to size. */
export function leaves(
  scene: Scene,
  at: { x: number; y: number; rx: number; ry: number },
  tones: Foliage,
): string {
  return scene.stamps.use(`${tones.dark}${tones.light}`, at, (random) => clump(random, tones));
}

function gum(scene: Scene, spot: TreeSpot): string {
  const { random, palette } = scene;
  const plane = scene.camera.at(spot.z);
  const [x, y, high] = [plane.x(spot.x), plane.y(0), spot.height * plane.scale];
  const lean = random.between(-0.09, 0.09) * high;
  const thick = high * random.between(0.028, 0.04);
  const fork: Point = [x + lean, y - high * random.between(0.42, 0.52)];
  const limbs = random.int(3, 5);
  const tips = Array.from({ length: limbs }, (_, i): Point => {
    const u = limbs === 1 ? 0 : i / (limbs - 1) - 0.5;
    return [
      fork[0] + u * high * random.between(0.48, 0.66),
      y - high * (0.84 - Math.abs(u) * random.between(0.2, 0.5) + random.between(-0.03, 0.05)),
    ];
  });
  const trunk = `M${num(x - thick)} ${num(y)}Q${num(x - thick * 0.5 + lean * 0.3)} ${num(y - high * 0.25)} ${num(fork[0] - thick * 0.6)} ${num(fork[1])}L${num(fork[0] + thick * 0.6)} ${num(fork[1])}Q${num(x + thick * 0.6 + lean * 0.3)} ${num(y - high * 0.25)} ${num(x + thick * 1.1)} ${num(y)}z`;
  const dark = `M${num(x + thick * 0.3)} ${num(y)}Q${num(x + thick * 0.2 + lean * 0.3)} ${num(y - high * 0.25)} ${num(fork[0] + thick * 0.1)} ${num(fork[1])}L${num(fork[0] + thick * 0.6)} ${num(fork[1])}Q${num(x + thick * 0.6 + lean * 0.3)} ${num(y - high * 0.25)} ${num(x + thick * 1.1)} ${num(y)}z`;
  const branches = tips.map(([tx, ty]) =>
    curve(
      `M${num(fork[0])} ${num(fork[1] + thick)}Q${num(fork[0] + (tx - fork[0]) * 0.35)} ${num(fork[1] - (fork[1] - ty) * 0.6)} ${num(tx)} ${num(ty)}`,
      palette.bark,
      thick * 0.75,
    ),
  );
  const clumps = tips.flatMap(([tx, ty]) => {
    const r = high * random.between(0.12, 0.17);
    return [
      leaves(
        scene,
        { x: tx + random.between(-0.3, 0.3) * r, y: ty + r * 0.35, rx: r * 1.1, ry: r * 0.5 },
        palette.gum,
      ),
      leaves(scene, { x: tx, y: ty - r * 0.25, rx: r * 1.15, ry: r * 0.62 }, palette.gum),
    ];
  });
  return [
    ...branches.slice(0, 2),
    path(trunk, palette.bark),
    path(dark, palette.shade(palette.bark, 0.7)),
    ...branches.slice(2),
    ...clumps,
  ].join("");
}

function crowned(scene: Scene, spot: TreeSpot, tones: Foliage, bark: string): string {
  const { random, palette } = scene;
  const plane = scene.camera.at(spot.z);
  const [x, y, high] = [plane.x(spot.x), plane.y(0), spot.height * plane.scale];
  const wood = palette.shade(palette.grade(bark), 0.2);
  const thick = high * 0.035;
  const limbs = [-0.2, 0.02, 0.19].map((u) =>
    curve(
      `M${num(x)} ${num(y - high * 0.22)}Q${num(x + u * high * 0.3)} ${num(y - high * 0.4)} ${num(x + u * high)} ${num(y - high * 0.58)}`,
      wood,
      thick * 0.8,
    ),
  );
  const trunk = polygon(
    [
      [x - thick, y],
      [x - thick * 0.6, y - high * 0.35],
      [x + thick * 0.6, y - high * 0.35],
      [x + thick, y],
    ],
    wood,
  );
  const crowns = [
    [0.22, -0.52, 0.2],
    [-0.22, -0.56, 0.21],
    [0.1, -0.72, 0.2],
    [-0.06, -0.62, 0.24],
  ].map(([u = 0, v = 0, r = 0]) =>
    leaves(
      scene,
      {
        x: x + (u + random.between(-0.04, 0.04)) * high,
        y: y + (v + random.between(-0.03, 0.03)) * high,
        rx: r * high * 1.15,
        ry: r * high * 0.85,
      },
      tones,
    ),
  );
  return trunk + limbs.join("") + crowns.join("");
}

function palm(scene: Scene, spot: TreeSpot): string {
  const { random, palette } = scene;
  const plane = scene.camera.at(spot.z);
  const [x, y, high] = [plane.x(spot.x), plane.y(0), spot.height * plane.scale];
  const lean = random.between(-0.08, 0.08) * high;
  const top: Point = [x + lean, y - high * 0.78];
  const wood = palette.grade("#8f7a63");
  const trunk = curve(
    `M${num(x)} ${num(y)}Q${num(x + lean * 0.2)} ${num(y - high * 0.4)} ${num(top[0])} ${num(top[1])}`,
    wood,
    high * 0.035,
  );
  const fronds = Array.from({ length: 11 }, (_, i) => {
    const angle = Math.PI * (0.96 + (i / 10) * 1.08) + random.between(-0.07, 0.07);
    const long = high * random.between(0.3, 0.37);
    const tip: Point = [top[0] + Math.cos(angle) * long, top[1] + Math.sin(angle) * long * 0.75 + long * 0.3];
    const rise: Point = [
      top[0] + Math.cos(angle) * long * 0.55,
      top[1] + Math.sin(angle) * long * 0.85 - long * 0.12,
    ];
    const tone = i < 4 ? palette.gum.light : i % 2 ? palette.gum.mid : palette.gum.dark;
    return path(
      `M${num(top[0])} ${num(top[1])}Q${num(rise[0])} ${num(rise[1] - high * 0.03)} ${num(tip[0])} ${num(tip[1])}Q${num(rise[0])} ${num(rise[1] + high * 0.055)} ${num(top[0])} ${num(top[1])}z`,
      tone,
    );
  });
  return trunk + fronds.join("") + circle(top[0], top[1], high * 0.02, wood);
}

/** The layered pine of the coast: tiers of boughs, each shorter than the one below. */
function pine(scene: Scene, spot: TreeSpot): string {
  const { palette, random } = scene;
  const plane = scene.camera.at(spot.z);
  const [x, y, high] = [plane.x(spot.x), plane.y(0), spot.height * plane.scale];
  const tone = mix(palette.gum.dark, palette.gum.mid, 0.3);
  const parts = [
    strokes(
      [
        [
          [x, y],
          [x, y - high * 0.93],
        ],
      ],
      palette.grade("#5d4b3f"),
      high * 0.022,
    ),
  ];
  const tiers = 11;
  for (let i = 0; i < tiers; i++) {
    const t = i / tiers;
    const at = y - high * (0.16 + t * 0.8);
    const reach = high * 0.21 * (1 - t) + high * 0.015;
    const drop = random.between(0.01, 0.03) * high;
    parts.push(
      polygon(
        [
          [x - reach, at - drop],
          [x, at - high * 0.055],
          [x + reach, at - drop],
          [x, at + high * 0.012],
        ],
        i % 2 ? tone : palette.gum.dark,
      ),
    );
    parts.push(
      polygon(
        [
          [x - reach, at - drop],
          [x, at - high * 0.055],
          [x, at - high * 0.025],
        ],
        palette.gum.mid,
      ),
    );
  }
  return parts.join("");
}

function cypress(scene: Scene, spot: TreeSpot): string {
  const { palette } = scene;
  const plane = scene.camera.at(spot.z);
  const [x, y, high] = [plane.x(spot.x), plane.y(0), spot.height * plane.scale];
  const w = high * 0.1;
  const flame = (s: number): string =>
    smooth([
      [x - w * s, y],
      [x - w * s * 1.15, y - high * 0.45],
      [x - w * 0.1, y - high * (0.94 + 0.1 * s)],
      [x + w * s * (2 * s - 1), y - high * 0.45],
      [x + w * s * (2 * s - 1), y],
    ]);
  return path(flame(1), palette.gum.dark) + path(flame(0.72), palette.gum.mid);
}

function bare(scene: Scene, spot: TreeSpot): string {
  const { random, palette } = scene;
  const plane = scene.camera.at(spot.z);
  const wood = palette.shade(palette.grade("#6f5d52"), 0.3);
  const thick: Point[][] = [];
  const thin: Point[][] = [];
  function grow(from: Point, angle: number, long: number, level: number): void {
    const to: Point = [from[0] + Math.cos(angle) * long, from[1] + Math.sin(angle) * long];
    (level < 2 ? thick : thin).push([from, to]);
    if (level === 5) return;
    for (const side of [-1, 1])
      grow(to, angle + side * random.between(0.2, 0.5), long * random.between(0.66, 0.8), level + 1);
  }
  const high = spot.height * plane.scale;
  grow([plane.x(spot.x), plane.y(0)], -Math.PI / 2 + random.between(-0.06, 0.06), high * 0.28, 0);
  return (
    strokes(thin, wood, Math.max(1, high * 0.007), 0.9, "round") +
    strokes(thick, wood, high * 0.022, 1, "round")
  );
}
