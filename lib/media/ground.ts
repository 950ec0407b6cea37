import type { Spot } from "./camera";
import { lighten, mix } from "./color";
import { facet, type Scene } from "./scene";
import { ellipse, FRAME, num, type Point, path, rect, strokes } from "./svg";

const { width: W, height: H } = FRAME;

export type Street = {
  /** Where the front fence stands, metres before the house (negative z). */
  readonly fence: number;
  readonly verge: "footpath" | "grass" | "gravel";
};

/** Everything flat: lawn with its cuts, footpath, kerb and road down to the lower edge of the frame. */
export function ground(scene: Scene, street: Street): string {
  const { camera, palette, mood } = scene;
  const dice = scene.random.fork("ground");
  const top = camera.horizon + 4;
  const parts = [
    rect(0, top, W, H - top, palette.lawn),
    rect(0, top, W, H - top, "url(#lawn)"),
    tufts(scene, top),
  ];
  if (street.verge !== "grass") {
    const edge = camera.at(street.fence).y(0);
    const kerb = camera.at(street.fence - 1.9).y(0);
    parts.push(band(edge, kerb, street.verge === "gravel" ? palette.grade("#c8a67c") : palette.path));
    parts.push(
      strokes(
        [
          [
            [0, edge],
            [W, edge],
          ],
        ],
        palette.shade(palette.path, 0.5),
        1.5,
        0.6,
      ),
    );
    const joints = Array.from({ length: 24 }, (_, i): Point[] => {
      const x = (i - 12) * 1.6;
      return [camera.project([x, 0, street.fence]), camera.project([x, 0, street.fence - 1.9])];
    });
    if (street.verge === "footpath") parts.push(strokes(joints, palette.shade(palette.path, 0.5), 1.4, 0.5));
    if (kerb < H) {
      parts.push(
        band(kerb, H, palette.road),
        band(kerb, Math.min(H, kerb + 9), palette.lit(palette.path, 0.5)),
      );
      parts.push(band(Math.min(H, kerb + 9), Math.min(H, kerb + 14), palette.shade(palette.path, 0.9)));
      if (mood.isWet) parts.push(puddles(scene, kerb + 18));
      else
        parts.push(
          strokes(
            [
              [
                [0, (kerb + H) / 2 + 20],
                [W, (kerb + H) / 2 + 20],
              ],
            ],
            lighten(palette.road, 0.05),
            3,
            0.6,
          ),
        );
    }
  }
  if (mood.season === "autumn") parts.push(litter(scene, palette.leaf.mid, dice.int(26, 44)));
  return parts.join("");
}

/** A path or drive from the street to the house, `x` its middle and `w` its width in metres. */
export function drive(
  scene: Scene,
  lane: { x: number; w: number; from: number; to: number },
  stones = false,
): string {
  const { palette } = scene;
  const color = stones ? palette.lit(palette.path, 0.3) : palette.path;
  const quad = (x0: number, x1: number, z0: number, z1: number): Spot[] => [
    [x0, 0.01, z0],
    [x1, 0.01, z0],
    [x1, 0.01, z1],
    [x0, 0.01, z1],
  ];
  const [x0, x1] = [lane.x - lane.w / 2, lane.x + lane.w / 2];
  if (!stones)
    return (
      facet(scene, quad(x0 - 0.08, x1 + 0.08, lane.from, lane.to), palette.shade(palette.lawn, 0.4)) +
      facet(scene, quad(x0, x1, lane.from, lane.to), color)
    );
  const count = Math.max(2, Math.round((lane.to - lane.from) / 0.95));
  const step = (lane.to - lane.from) / count;
  return Array.from({ length: count }, (_, i) =>
    facet(scene, quad(x0, x1, lane.from + i * step, lane.from + (i + 0.72) * step), color),
  ).join("");
}

/** The shadow that a building of this size throws over the ground beside it. */
export function buildingShadow(
  scene: Scene,
  box: { x: number; z: number; w: number; d: number; h: number },
): string {
  const { mood } = scene;
  const long = box.h * mood.cast.right * 1.1;
  const near = box.z - Math.min(1.6, box.h * 0.14);
  const { x, w, z, d } = box;
  return facet(
    scene,
    [
      [x, 0, z],
      [x + 0.6, 0, near],
      [x + w + long, 0, near],
      [x + w + long, 0, z + d * 0.8],
      [x + w, 0, z + d],
    ],
    mood.shadow,
    mood.shadowAmount * 0.85,
  );
}

function band(y0: number, y1: number, color: string): string {
  return rect(0, y0, W, Math.min(H, y1) - y0, color);
}

function tufts(scene: Scene, top: number): string {
  const { palette } = scene;
  const dice = scene.random.fork("tufts");
  const marks = (count: number): Point[][] =>
    Array.from({ length: count }, () => {
      const t = dice.next() ** 0.7;
      const [x, y, long] = [dice.between(0, W - 40), top + 18 + (H - top - 26) * t, 6 + 30 * t];
      return [
        [x, y],
        [x + long, y - long * 0.05],
      ];
    });
  return (
    strokes(marks(70), palette.lit(lighten(palette.lawn, 0.04), 0.6), 2.2, 0.6, "round") +
    strokes(marks(70), palette.shade(palette.lawn, 0.5), 2.2, 0.45, "round")
  );
}

function puddles(scene: Scene, top: number): string {
  const { mood } = scene;
  const dice = scene.random.fork("puddles");
  const sheen = mix(mood.skyLow, mood.skyTop, 0.25);
  const pools = Array.from({ length: 5 }, () => {
    const rx = dice.between(60, 190);
    const y = dice.between(top + 8, H - 12);
    return ellipse(dice.between(0, W), y, rx, rx * dice.between(0.05, 0.09), sheen, 0.6);
  });
  return rect(0, top - 8, W, H - top + 8, sheen, 0.22) + pools.join("");
}

function litter(scene: Scene, color: string, count: number): string {
  const dice = scene.random.fork("litter");
  let d = "";
  for (let i = 0; i < count; i++) {
    const y = dice.between(scene.camera.horizon + 70, H - 12);
    const s = 2 + ((y - scene.camera.horizon) / 300) * 6;
    d += `M${num(dice.between(0, W - 20))} ${num(y)}q${num(s)} ${num(-s * 0.6)} ${num(s * 2)} 0q${num(-s)} ${num(s * 0.6)} ${num(-s * 2)} 0z`;
  }
  return path(d, color, 0.9);
}
