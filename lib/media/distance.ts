import { mix } from "./color";
import type { Random } from "./random";
import type { Scene } from "./scene";
import { FRAME, num, type Point, path, polygon, rect, strokes } from "./svg";

const { width: W } = FRAME;

export type Backdrop = "hills" | "ranges" | "sea" | "skyline" | "bush";

/** What lies behind the street, fading into the air with distance; `grand` makes its hills higher. */
export function distance(scene: Scene, kind: Backdrop, grand = 1): string {
  const dice = scene.random.fork("distance");
  return BACKDROPS[kind](scene, dice, grand) + treeline(scene, dice, kind === "bush" ? 74 : 34);
}

const BACKDROPS: Record<Backdrop, (scene: Scene, dice: Random, grand: number) => string> = {
  hills: (scene, dice, grand) =>
    [0.72, 0.52, 0.3].map((far, i) => rolling(scene, dice, { far, high: (96 - i * 26) * grand })).join(""),
  ranges: (scene, dice, grand) =>
    [0.74, 0.55, 0.36]
      .map((far, i) => jagged(scene, dice, { far, high: (168 - i * 46) * Math.min(1.4, grand) }))
      .join(""),
  sea,
  skyline,
  bush: (scene, dice) => rolling(scene, dice, { far: 0.6, high: 70 }),
};

function rolling(scene: Scene, dice: Random, { far, high }: { far: number; high: number }): string {
  const { palette, camera } = scene;
  const y = camera.horizon;
  const steps = 5;
  let d = `M0 ${num(y + 6)}V${num(y - high * dice.between(0.4, 0.8))}`;
  for (let i = 0; i < steps; i++) {
    const x = (W / steps) * (i + 1);
    d += `S${num(x - W / steps / 2)} ${num(y - high * dice.between(0.65, 1.15))} ${num(x)} ${num(y - high * dice.between(0.35, 0.75))}`;
  }
  return path(`${d}V${num(y + 6)}z`, palette.far(palette.hills, far));
}

function jagged(scene: Scene, dice: Random, { far, high }: { far: number; high: number }): string {
  const { palette, camera } = scene;
  const y = camera.horizon;
  const points: Point[] = [[0, y + 6]];
  const facets: string[] = [];
  let x = -dice.between(0, 80);
  while (x < W + 60) {
    const top = y - high * dice.between(0.6, 1);
    const step = dice.between(70, 150);
    points.push(
      [Math.max(0, Math.min(W, x)), y - high * dice.between(0.3, 0.45)],
      [Math.max(0, Math.min(W, x + step)), top],
    );
    facets.push(
      polygon(
        [
          [x + step, top],
          [x + step * 1.9, y - high * 0.2],
          [x + step * 1.15, y - high * 0.25],
        ],
        palette.shade(palette.far(palette.hills, far), 0.25),
        0.6,
      ),
    );
    x += step * 2;
  }
  points.push([W, y - high * 0.4], [W, y + 6]);
  return polygon(points, palette.far(palette.hills, far)) + facets.join("");
}

function sea(scene: Scene, dice: Random): string {
  const { palette, camera, mood } = scene;
  const y = camera.horizon;
  const top = y - 46;
  const glints = Array.from({ length: 36 }, (): Point[] => {
    const [gx, gy, long] = [dice.between(0, W - 60), dice.between(top + 4, y - 4), dice.between(10, 54)];
    return [
      [gx, gy],
      [gx + long, gy],
    ];
  });
  const side = dice.chance(0.5);
  const head: Point[] = [
    [0, top + 16],
    [0, top - 62],
    [150, top - 56],
    [240, top - 34],
    [330, top - 24],
    [385, top + 12],
  ];
  const headland = polygon(
    side ? head : head.map(([x, py]): Point => [W - x, py]),
    palette.far(palette.hills, 0.42),
  );
  const sail = dice.between(300, 900);
  return [
    rect(0, top, W, y + 8 - top, palette.far(palette.sea, 0.18)),
    rect(0, top, W, 14, palette.far(palette.sea, 0.5), 0.7),
    strokes(glints, mix(mood.sun, "#ffffff", 0.4), 2, 0.55, "round"),
    headland,
    polygon(
      [
        [sail, top + 16],
        [sail, top - 18],
        [sail + 15, top + 14],
      ],
      mix(palette.trim, mood.skyLow, 0.2),
    ),
    polygon(
      [
        [sail - 3, top + 15],
        [sail - 3, top - 8],
        [sail - 12, top + 15],
      ],
      mix(palette.trim, mood.skyLow, 0.35),
    ),
  ].join("");
}

function skyline(scene: Scene, dice: Random): string {
  const { palette, camera, mood } = scene;
  const y = camera.horizon;
  const parts: string[] = [];
  const lights: Point[][] = [];
  const heart = dice.between(0.2, 0.8) * W;
  for (const far of [0.68, 0.5]) {
    for (let x = -10; x < W; ) {
      const wide = dice.between(26, 62);
      const near = Math.exp(-(((x - heart) / 230) ** 2));
      const high = dice.between(26, 58) + near * dice.between(50, far > 0.6 ? 190 : 120);
      const tone = palette.far(mix(palette.hills, mood.shadow, 0.2), far);
      parts.push(
        rect(x, y - high, wide, high + 6, tone),
        rect(x + wide * 0.62, y - high, wide * 0.38, high + 6, palette.shade(tone, 0.22)),
      );
      if (dice.chance(0.2)) parts.push(rect(x + wide * 0.4, y - high - 20, 3, 20, tone));
      for (let k = 0; mood.windowsLit > 0.4 && k < 5; k++) {
        const [lx, ly] = [x + dice.between(4, wide - 8), y - dice.between(10, high - 4)];
        lights.push([
          [lx, ly],
          [lx + 4, ly],
        ]);
      }
      x += wide + (dice.chance(0.3) ? dice.between(4, 24) : 0);
    }
  }
  return parts.join("") + strokes(lights, palette.lamp, 4, 0.75);
}

/** Trees along the far side of the gardens. */
function treeline(scene: Scene, dice: Random, high: number): string {
  const { palette, camera } = scene;
  const y = camera.horizon + 8;
  const row = (far: number, tall: number): string => {
    let d = `M-30 ${num(y + 10)}V${num(y - tall * 0.3)}`;
    for (let x = -30; x < W + 30; ) {
      const wide = Math.round(dice.between(16, 54) * (tall > 50 ? 1.3 : 1));
      const rise = Math.round(tall * dice.between(0.7, 1.7));
      d += `q${Math.round(wide * dice.between(0.2, 0.8))}-${rise} ${wide} 0`;
      x += wide;
    }
    return path(`${d}V${num(y + 10)}z`, palette.far(palette.gum.dark, far));
  };
  return row(0.45, high) + row(0.25, high * 0.7);
}
