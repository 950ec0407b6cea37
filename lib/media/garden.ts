import { lighten, mix } from "./color";
import type { Random } from "./random";
import { facet, panel, type Scene } from "./scene";
import { beads, blob, circle, curve, FRAME, hatch, num, type Point, path, polygon, strokes } from "./svg";
import { leaves, shadowOnGround } from "./trees";

export type FenceKind =
  | "picket"
  | "low-brick"
  | "hedge"
  | "slats"
  | "palisade"
  | "post-and-wire"
  | "stone"
  | "none";

type Run = { readonly x: number; readonly w: number; readonly z: number };

/** A fence that faces us from x to x + w. */
export function fence(scene: Scene, kind: FenceKind, whole: Run): string {
  if (whole.w <= 0.3) return "";
  const run = visible(scene, whole);
  const { palette } = scene;
  const floor =
    kind === "none"
      ? ""
      : facet(
          scene,
          [
            [run.x, 0, run.z],
            [run.x + run.w, 0, run.z],
            [run.x + run.w + 0.5, 0, run.z - 0.5],
            [run.x + 0.4, 0, run.z - 0.5],
          ],
          scene.mood.shadow,
          scene.mood.shadowAmount * 0.7,
        );
  switch (kind) {
    case "picket":
      return (
        floor +
        rails(scene, run, [0.3, 0.75], palette.trim) +
        pickets(scene, run, { high: 1, every: 0.17, wide: 0.09, pointed: true }, palette.trim)
      );
    case "palisade":
      return (
        floor +
        panel(scene, run.z, { ...run, y: 0, h: 0.42 }, palette.shade(palette.second, 0.2)) +
        panel(scene, run.z, { ...run, y: 0.42, h: 0.08 }, palette.lit(palette.trim)) +
        pickets(
          scene,
          { ...run },
          { high: 1.15, every: 0.14, wide: 0.03, pointed: true },
          palette.shade(palette.grade("#2b3336"), 0.2),
        ) +
        rails(scene, run, [0.95], palette.grade("#2b3336"))
      );
    case "low-brick":
      return (
        floor +
        panel(scene, run.z, { ...run, y: 0, h: 0.62 }, palette.shade(palette.wall, 0.12)) +
        courseLines(scene, run, 0.62) +
        panel(
          scene,
          run.z,
          { x: run.x - 0.06, w: run.w + 0.12, y: 0.62, h: 0.12 },
          palette.lit(palette.trim),
        ) +
        piers(scene, run, 0.95)
      );
    case "stone":
      return (
        floor +
        panel(scene, run.z, { ...run, y: 0, h: 0.7 }, palette.grade("#c9ab7d")) +
        courseLines(scene, run, 0.7) +
        panel(
          scene,
          run.z,
          { x: run.x - 0.06, w: run.w + 0.12, y: 0.7, h: 0.1 },
          palette.lit(palette.grade("#dcc59c")),
        )
      );
    case "slats":
      return (
        floor +
        panel(scene, run.z, { ...run, y: 0.1, h: 1.1 }, palette.shade(palette.timber, 0.85)) +
        Array.from({ length: 6 }, (_, i) =>
          panel(scene, run.z, { ...run, y: 0.12 + i * 0.185, h: 0.13 }, palette.lit(palette.timber, 0.2)),
        ).join("")
      );
    case "hedge":
      return floor + hedge(scene, { ...run, h: 1.05 });
    case "post-and-wire":
      return (
        pickets(
          scene,
          run,
          { high: 1.15, every: 3, wide: 0.13, pointed: false },
          palette.shade(palette.grade("#8a7461"), 0.3),
        ) + wires(scene, run)
      );
    case "none":
      return "";
  }
}

/** The part of a run that the frame can show, a metre over on both sides. */
function visible(scene: Scene, run: Run): Run {
  const plane = scene.camera.at(run.z);
  const [left, right] = [-plane.x(0) / plane.scale - 1, (FRAME.width - plane.x(0)) / plane.scale + 1];
  const x = Math.max(run.x, left);
  return { x, z: run.z, w: Math.max(0.3, Math.min(run.x + run.w, right) - x) };
}

/** A clipped hedge, lit along its top. */
export function hedge(scene: Scene, at: Run & { h: number }): string {
  const { palette, random } = scene;
  const plane = scene.camera.at(at.z);
  const [x0, x1, y0, y1] = [plane.x(at.x), plane.x(at.x + at.w), plane.y(0), plane.y(at.h)];
  const edge = (y: number, from: number, to: number, jag: number): Point[] => {
    const count = Math.max(3, Math.round(Math.abs(to - from) / 26));
    return Array.from({ length: count + 1 }, (_, i) => [
      from + ((to - from) * i) / count,
      y + random.between(-jag, jag),
    ]);
  };
  const jag = Math.min(3, (y0 - y1) * 0.05);
  const top = edge(y1, x0, x1, jag);
  const cap = y1 + (y0 - y1) * 0.24;
  const marks = Array.from({ length: Math.min(40, Math.round((x1 - x0) / 13)) }, (): Point[] => {
    const [x, y] = [random.between(x0 + 4, x1 - 8), random.between(cap, y0 - 4)];
    return [
      [x, y],
      [x + 6, y - 3],
    ];
  });
  return (
    polygon([...top, [x1, y0], [x0, y0]], palette.gum.dark) +
    polygon([...top, ...edge(cap, x1, x0, jag)], palette.gum.light) +
    polygon(
      [
        [x0, cap],
        [x1, cap],
        [x1, cap + (y0 - cap) * 0.4],
        [x0, cap + (y0 - cap) * 0.4],
      ],
      palette.gum.mid,
      0.75,
    ) +
    strokes(marks, palette.gum.mid, 2, 0.8, "round")
  );
}

/** A shrub of `h` metres. */
export function shrub(scene: Scene, at: { x: number; z: number; h: number }, flowering = false): string {
  const plane = scene.camera.at(at.z);
  const { palette, random } = scene;
  const r = (at.h / 2) * plane.scale;
  const [x, y] = [plane.x(at.x), plane.y(at.h * 0.45)];
  const body = leaves(scene, { x, y, rx: r * 1.15, ry: r }, random.chance(0.3) ? palette.leaf : palette.gum);
  const blooms = flowering
    ? scene.stamps.use(`blooms${palette.bloom}`, { x, y: y - r * 0.2, rx: r, ry: r }, (dice) =>
        path(
          Array.from({ length: 9 }, () =>
            blob(dice, { x: dice.between(-80, 80), y: dice.between(-60, 50), rx: 10, ry: 10 }, 5),
          ).join(""),
          palette.bloom,
        ),
      )
    : "";
  return shadowOnGround(scene, { x: at.x, z: at.z, height: at.h }, 0.5) + body + blooms;
}

/** Agapanthus: strappy leaves with balls of blue or white on long stems. */
export function agapanthus(scene: Scene, at: { x: number; z: number }): string {
  const plane = scene.camera.at(at.z);
  const s = plane.scale;
  return scene.stamps.use("agapanthus", { x: plane.x(at.x), y: plane.y(0), rx: s, ry: s }, (dice) =>
    clumpOfStraps(scene, dice),
  );
}

/** A metre is 100 here; the foot of the plant is the origin. */
function clumpOfStraps(scene: Scene, dice: Random): string {
  const { palette, mood } = scene;
  let straps = "";
  for (let i = 0; i < 9; i++) {
    const u = (i / 8 - 0.5) * 150;
    straps += `M0 0Q${Math.round(u * 0.3)}-${dice.int(50, 65)} ${Math.round(u * 0.55)}-${dice.int(10, 30)}`;
  }
  const heads = Array.from({ length: mood.season === "winter" ? 0 : dice.int(2, 3) }, () => {
    const [x, y] = [dice.int(-26, 26), -dice.int(75, 100)];
    return (
      curve(`M0 0L${x} ${y}`, palette.gum.light, 2.5) +
      circle(x, y, 11, palette.shade(palette.blossom.mid, 0.2)) +
      circle(x - 2.5, y - 3, 7, palette.blossom.light)
    );
  });
  return curve(straps, palette.gum.mid, 5) + heads.join("");
}

export function letterbox(scene: Scene, at: { x: number; z: number }): string {
  const { palette } = scene;
  return (
    panel(scene, at.z, { x: at.x, y: 0, w: 0.14, h: 0.9 }, palette.shade(palette.timber, 0.4)) +
    panel(scene, at.z, { x: at.x - 0.12, y: 0.85, w: 0.42, h: 0.3 }, palette.accent) +
    panel(scene, at.z, { x: at.x - 0.16, y: 1.15, w: 0.5, h: 0.07 }, palette.trim) +
    panel(scene, at.z, { x: at.x - 0.05, y: 0.98, w: 0.26, h: 0.05 }, palette.shade(palette.accent, 0.9))
  );
}

/** Blades and flowers close to us, along the lower edge: they set the eye down on the ground. */
export function foreground(scene: Scene): string {
  const { palette, random } = scene;
  let blades = "";
  for (let x = -10; x < 1210; x += random.between(14, 28)) {
    const high = random.between(24, 74) * (0.5 + Math.abs(x - 600) / 700);
    blades += `M${num(x)} 806Q${num(x + 4)} ${num(806 - high * 0.6)} ${num(x + random.between(-16, 16))} ${num(806 - high)}Q${num(x + 10)} ${num(806 - high * 0.5)} ${num(x + 9)} 806z`;
  }
  const dots = Array.from({ length: 16 }, () => {
    const x = random.between(0, 1200);
    return circle(
      x,
      800 - random.between(14, 70) * (0.4 + Math.abs(x - 600) / 700),
      random.between(3, 6.5),
      mix(palette.bloom, palette.lamp, random.between(0, 0.3)),
    );
  });
  return path(blades, palette.shade(lighten(palette.lawn, -0.12), 0.35)) + dots.join("");
}

function rails(scene: Scene, run: Run, heights: readonly number[], color: string): string {
  return heights.map((y) => panel(scene, run.z, { ...run, y, h: 0.07 }, color)).join("");
}

function pickets(
  scene: Scene,
  run: Run,
  p: { high: number; every: number; wide: number; pointed: boolean },
  color: string,
): string {
  const plane = scene.camera.at(run.z);
  const count = Math.max(2, Math.round(run.w / p.every));
  const thick = Math.max(1.4, p.wide * plane.scale);
  const box = { x: plane.x(run.x), y: plane.y(p.high), w: run.w * plane.scale, h: p.high * plane.scale };
  const tips = p.pointed ? beads({ ...box, count, r: thick * 0.62 }, color) : "";
  return hatch(box, { count, thick }, color) + tips;
}

function piers(scene: Scene, run: Run, high: number): string {
  const { palette } = scene;
  return [run.x, run.x + run.w - 0.42]
    .map(
      (x) =>
        panel(scene, run.z - 0.02, { x, y: 0, w: 0.42, h: high }, palette.wall) +
        panel(scene, run.z - 0.02, { x: x - 0.05, y: high, w: 0.52, h: 0.12 }, palette.lit(palette.trim)),
    )
    .join("");
}

function courseLines(scene: Scene, run: Run, high: number): string {
  const plane = scene.camera.at(run.z);
  const lines = [0.25, 0.5, 0.75].map((t): Point[] => [
    [plane.x(run.x), plane.y(high * t)],
    [plane.x(run.x + run.w), plane.y(high * t)],
  ]);
  return strokes(lines, scene.palette.shade(scene.palette.wall, 0.6), 1.2, 0.5);
}

function wires(scene: Scene, run: Run): string {
  const plane = scene.camera.at(run.z);
  const lines = [0.35, 0.68, 1.02].map((y): Point[] => [
    [plane.x(run.x), plane.y(y)],
    [plane.x(run.x + run.w), plane.y(y)],
  ]);
  return strokes(lines, scene.palette.shade(scene.palette.grade("#b9b6ae"), 0.3), 1.5, 0.8);
}
