import type { Color } from "./color";
import { facet, panel, type Scene } from "./scene";
import { circle, ellipse, num, path, rect, strokes } from "./svg";
import { leaves } from "./trees";
import type { Block } from "./walls";

/** A plain box seen from above its top: furniture is made of these. */
export function solid(scene: Scene, b: Block, color: Color): string {
  const { camera, palette } = scene;
  const { x, y, z, w, h, d } = b;
  const parts: string[] = [];
  if (camera.vanishing > camera.at(z).x(x + w)) {
    parts.push(
      facet(
        scene,
        [
          [x + w, y, z],
          [x + w, y, z + d],
          [x + w, y + h, z + d],
          [x + w, y + h, z],
        ],
        palette.shade(color, 0.8),
      ),
    );
  }
  if (camera.vanishing < camera.at(z).x(x)) {
    parts.push(
      facet(
        scene,
        [
          [x, y, z + d],
          [x, y, z],
          [x, y + h, z],
          [x, y + h, z + d],
        ],
        palette.lit(color, 0.3),
      ),
    );
  }
  if (y + h < camera.eye) {
    parts.push(
      facet(
        scene,
        [
          [x, y + h, z],
          [x + w, y + h, z],
          [x + w, y + h, z + d],
          [x, y + h, z + d],
        ],
        palette.lit(color, 0.7),
      ),
    );
  }
  return `${parts.join("")}${panel(scene, z, b, palette.shade(color, 0.12))}${panel(scene, z, b, "url(#sheen)")}`;
}

/** A shadow on the floor under something. */
export function underneath(scene: Scene, b: Pick<Block, "x" | "z" | "w" | "d">): string {
  const { mood } = scene;
  return facet(
    scene,
    [
      [b.x - 0.05, 0, b.z - 0.12],
      [b.x + b.w + 0.45, 0, b.z - 0.12],
      [b.x + b.w + 0.3, 0, b.z + b.d],
      [b.x, 0, b.z + b.d],
    ],
    mood.shadow,
    0.26,
  );
}

export function sofa(
  scene: Scene,
  at: { x: number; z: number; w: number },
  color: Color,
  cushion: Color,
): string {
  const { x, z, w } = at;
  const seats = Math.round((w - 0.4) / 0.75);
  const seat = (w - 0.44) / seats;
  return [
    underneath(scene, { x, z, w, d: 0.9 }),
    solid(scene, { x, y: 0.08, z: z + 0.6, w, h: 0.78, d: 0.25 }, color),
    ...Array.from({ length: seats }, (_, i) =>
      solid(
        scene,
        { x: x + 0.22 + i * seat + 0.015, y: 0.16, z: z + 0.02, w: seat - 0.03, h: 0.3, d: 0.6 },
        color,
      ),
    ),
    solid(scene, { x, y: 0.08, z, w: 0.22, h: 0.55, d: 0.85 }, color),
    solid(scene, { x: x + w - 0.22, y: 0.08, z, w: 0.22, h: 0.55, d: 0.85 }, color),
    solid(scene, { x: x + 0.3, y: 0.46, z: z + 0.4, w: 0.45, h: 0.36, d: 0.12 }, cushion),
    solid(scene, { x: x + w - 0.85, y: 0.46, z: z + 0.42, w: 0.45, h: 0.36, d: 0.12 }, scene.palette.trim),
  ].join("");
}

export function table(
  scene: Scene,
  at: { x: number; z: number; w: number; d: number; h: number },
  color: Color,
): string {
  const { x, z, w, d, h } = at;
  const leg = (lx: number, lz: number): string =>
    panel(scene, lz, { x: lx, y: 0, w: 0.06, h }, scene.palette.shade(color, 0.6));
  return (
    underneath(scene, at) +
    leg(x + 0.06, z + d - 0.1) +
    leg(x + w - 0.12, z + d - 0.1) +
    leg(x + 0.06, z + 0.05) +
    leg(x + w - 0.12, z + 0.05) +
    solid(scene, { x, y: h - 0.06, z, w, h: 0.06, d }, color)
  );
}

/** A plant in a pot, `h` metres to its top. */
export function plant(scene: Scene, at: { x: number; z: number; h: number; y?: number }): string {
  const plane = scene.camera.at(at.z);
  const { palette } = scene;
  const y = at.y ?? 0;
  const [px, s] = [plane.x(at.x), plane.scale];
  const pot = at.h * 0.28;
  const crown = plane.y(y + at.h * 0.66);
  return [
    y === 0 ? ellipse(px + 0.1 * s, plane.y(0), at.h * 0.2 * s, at.h * 0.04 * s, scene.mood.shadow, 0.3) : "",
    path(
      `M${num(px - pot * 0.42 * s)} ${num(plane.y(y + pot))}h${num(pot * 0.84 * s)}l${num(-pot * 0.14 * s)} ${num(pot * s)}h${num(-pot * 0.56 * s)}z`,
      palette.accent,
    ),
    panel(
      scene,
      at.z,
      { x: at.x - 0.015, y: y + pot, w: 0.03, h: at.h * 0.4 },
      palette.shade(palette.timber, 0.5),
    ),
    leaves(
      scene,
      { x: px - at.h * 0.1 * s, y: crown + at.h * 0.1 * s, rx: at.h * 0.2 * s, ry: at.h * 0.16 * s },
      palette.gum,
    ),
    leaves(
      scene,
      { x: px + at.h * 0.1 * s, y: crown + at.h * 0.04 * s, rx: at.h * 0.2 * s, ry: at.h * 0.17 * s },
      palette.leaf,
    ),
    leaves(
      scene,
      { x: px, y: crown - at.h * 0.12 * s, rx: at.h * 0.22 * s, ry: at.h * 0.2 * s },
      palette.gum,
    ),
  ].join("");
}

/** A framed print of a few cut shapes: a hill and a sun, or stacked blocks. */
export function print(scene: Scene, z: number, at: { x: number; y: number; w: number; h: number }): string {
  const plane = scene.camera.at(z);
  const { palette, random } = scene;
  const [x, y, w, h] = [plane.x(at.x), plane.y(at.y + at.h), at.w * plane.scale, at.h * plane.scale];
  const inner = rect(x + w * 0.09, y + h * 0.09, w * 0.82, h * 0.82, palette.lit(palette.second, 0.4));
  const sun = circle(x + w * random.between(0.35, 0.65), y + h * 0.38, w * 0.14, palette.accent);
  const hill = (lift: number, color: Color): string =>
    path(
      `M${num(x + w * 0.09)} ${num(y + h * 0.91)}V${num(y + h * lift)}Q${num(x + w * random.between(0.25, 0.7))} ${num(y + h * (lift - 0.26))} ${num(x + w * 0.91)} ${num(y + h * (lift + 0.06))}V${num(y + h * 0.91)}z`,
      color,
    );
  return (
    rect(x + 4, y + 6, w, h, scene.mood.shadow, 0.25) +
    rect(x, y, w, h, palette.timber) +
    rect(x + w * 0.04, y + h * 0.04, w * 0.92, h * 0.92, palette.trim) +
    inner +
    sun +
    hill(0.66, palette.roof) +
    hill(0.8, palette.gum.dark)
  );
}

export function pendant(
  scene: Scene,
  at: { x: number; z: number; y: number; top: number },
  color: Color,
): string {
  const plane = scene.camera.at(at.z);
  const [x, y, s] = [plane.x(at.x), plane.y(at.y), plane.scale];
  const isOn = scene.mood.windowsLit > 0.2;
  return [
    strokes(
      [
        [
          [x, plane.y(at.top)],
          [x, y - 0.25 * s],
        ],
      ],
      scene.palette.shade(scene.palette.trim, 0.8),
      2,
    ),
    isOn ? circle(x, y, 0.5 * s, scene.palette.lamp, 0.2) : "",
    path(
      `M${num(x - 0.2 * s)} ${num(y)}Q${num(x - 0.18 * s)} ${num(y - 0.26 * s)} ${num(x)} ${num(y - 0.27 * s)}Q${num(x + 0.18 * s)} ${num(y - 0.26 * s)} ${num(x + 0.2 * s)} ${num(y)}z`,
      color,
    ),
    ellipse(x, y, 0.2 * s, 0.035 * s, isOn ? "#fff0bd" : scene.palette.shade(color, 0.8)),
  ].join("");
}

export function rug(scene: Scene, at: { x: number; z: number; w: number; d: number }, color: Color): string {
  const inset = (by: number, tone: Color): string =>
    facet(
      scene,
      [
        [at.x + by, 0.01, at.z + by],
        [at.x + at.w - by, 0.01, at.z + by],
        [at.x + at.w - by, 0.01, at.z + at.d - by],
        [at.x + by, 0.01, at.z + at.d - by],
      ],
      tone,
    );
  return inset(0, color) + inset(0.14, scene.palette.lit(color, 0.8)) + inset(0.2, color);
}

/** A lamp with a linen shade, standing at y. */
export function lamp(scene: Scene, at: { x: number; y: number; z: number; h: number }): string {
  const plane = scene.camera.at(at.z);
  const [x, y, s] = [plane.x(at.x), plane.y(at.y), plane.scale];
  const isOn = scene.mood.windowsLit > 0.2;
  const top = y - at.h * s;
  return [
    isOn ? circle(x, top + 0.12 * s, 0.75 * s, scene.palette.lamp, 0.2) : "",
    strokes(
      [
        [
          [x, y],
          [x, top],
        ],
      ],
      scene.palette.shade(scene.palette.timber, 0.4),
      Math.max(3, 0.035 * s),
    ),
    ellipse(x, y, 0.13 * s, 0.03 * s, scene.palette.shade(scene.palette.timber, 0.4)),
    path(
      `M${num(x - 0.13 * s)} ${num(top)}h${num(0.26 * s)}l${num(0.08 * s)} ${num(0.28 * s)}h${num(-0.42 * s)}z`,
      isOn ? "#ffeab0" : scene.palette.trim,
    ),
  ].join("");
}
