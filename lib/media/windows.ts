import { lighten, mix } from "./color";
import { panel, panels, type Scene } from "./scene";
import { type Point, polygon, rect, strokes } from "./svg";

export type WindowStyle =
  | "sash"
  | "casement"
  | "leadlight"
  | "deco"
  | "picture"
  | "slot"
  | "sliding"
  | "louvre";

/** In metres; y is the sill. */
export type Opening = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** A window in a wall that faces us: surround, glass with the sky or a lamp in it, glazing bars, sill, and the shadow of its own depth. */
export function windowIn(
  scene: Scene,
  z: number,
  at: Opening,
  style: WindowStyle,
  options: { surround?: boolean; curtain?: boolean } = {},
): string {
  const isLit = scene.random.chance(scene.mood.windowsLit);
  const isCurtained = options.curtain ?? scene.random.chance(0.45);
  const surround = options.surround ?? (style !== "slot" && style !== "sliding");
  const plane = scene.camera.at(z);
  const { w, h } = at;
  const key = [
    "window",
    z,
    w.toFixed(2),
    h.toFixed(2),
    style,
    isLit,
    isCurtained,
    surround,
    scene.palette.trim,
    scene.palette.accent,
  ].join();
  const move = { x: plane.x(at.x) - plane.x(0), y: plane.y(at.y) - plane.y(0) };
  return scene.stamps.print(key, move, () =>
    glazing(scene, z, { x: 0, y: 0, w, h }, style, { isLit, isCurtained, surround }),
  );
}

function glazing(
  scene: Scene,
  z: number,
  at: Opening,
  style: WindowStyle,
  has: { isLit: boolean; isCurtained: boolean; surround: boolean },
): string {
  const edge = 0.11;
  const surround = { x: at.x - edge, y: at.y - edge, w: at.w + 2 * edge, h: at.h + 2 * edge };
  return [
    has.surround ? panel(scene, z, surround, scene.palette.trim) : "",
    panel(scene, z, at, has.isLit ? "url(#lamp)" : "url(#glass)"),
    has.isCurtained ? curtains(scene, z, at, has.isLit) : "",
    has.isLit ? "" : reflection(scene, z, at),
    reveal(scene, z, at),
    bars(scene, z, at, style),
    style === "slot" || style === "sliding" ? "" : sill(scene, z, at),
  ].join("");
}

/** A door of 2.1 m (or as given) with panels, a fanlight and a step; y is the floor. */
export function doorIn(
  scene: Scene,
  z: number,
  at: { x: number; y: number; w?: number; h?: number },
  style: "panelled" | "flush" | "glazed",
  fanlight = true,
): string {
  const { palette } = scene;
  const { x, y, w = 0.95, h = 2.1 } = at;
  const dark = palette.shade(palette.accent, 0.5);
  const isLit = scene.mood.windowsLit > 0.3;
  const parts = [
    panel(scene, z, { x: x - 0.12, y, w: w + 0.24, h: h + (fanlight ? 0.55 : 0.12) }, palette.trim),
    fanlight ? panel(scene, z, { x, y: y + h + 0.08, w, h: 0.36 }, isLit ? "url(#lamp)" : "url(#glass)") : "",
    panel(scene, z, { x, y, w, h }, palette.accent),
  ];
  if (style === "panelled") {
    const fields = [0.12, 0.55].flatMap((u) => [
      { x: x + u * w, y: y + 0.1 * h, w: 0.33 * w, h: 0.32 * h },
      { x: x + u * w, y: y + 0.5 * h, w: 0.33 * w, h: 0.42 * h },
    ]);
    parts.push(panels(scene, z, fields, dark, 0.7));
  } else if (style === "glazed") {
    parts.push(
      panel(
        scene,
        z,
        { x: x + 0.16 * w, y: y + 0.25 * h, w: 0.68 * w, h: 0.66 * h },
        isLit ? "url(#lamp)" : "url(#glass)",
      ),
    );
  } else {
    parts.push(
      panel(
        scene,
        z,
        { x: x + 0.14 * w, y: y + 0.15 * h, w: 0.12 * w, h: 0.75 * h },
        isLit ? palette.lamp : palette.glass,
      ),
    );
  }
  parts.push(panel(scene, z, { x: x + w * 0.84, y: y + 0.95, w: 0.06, h: 0.12 }, palette.lamp));
  parts.push(panel(scene, z, { x, y: y + h - 0.16, w, h: 0.16 }, scene.mood.shadow, scene.mood.shadowAmount));
  return parts.join("");
}

function curtains(scene: Scene, z: number, { x, y, w, h }: Opening, isLit: boolean): string {
  const cloth = isLit
    ? mix(scene.palette.lamp, "#c9743c", 0.45)
    : mix(scene.palette.trim, scene.palette.glass, 0.3);
  const plane = scene.camera.at(z);
  const side = (from: number, to: number, tied: number): string =>
    polygon(
      [
        [plane.x(from), plane.y(y + h)],
        [plane.x(to), plane.y(y + h)],
        [plane.x(tied), plane.y(y + h * 0.4)],
        [plane.x(tied), plane.y(y)],
        [plane.x(from), plane.y(y)],
      ],
      cloth,
      isLit ? 0.75 : 0.7,
    );
  if (w < 0.5) return "";
  return side(x, x + w * 0.34, x + w * 0.14) + side(x + w, x + w * 0.66, x + w * 0.86);
}

function reflection(scene: Scene, z: number, { x, y, w, h }: Opening): string {
  const plane = scene.camera.at(z);
  const at = (u: number, v: number): Point => [plane.x(x + u * w), plane.y(y + v * h)];
  return polygon([at(0.1, 0), at(0.42, 0), at(0.85, 1), at(0.52, 1)], lighten(scene.mood.skyLow, 0.06), 0.28);
}

function reveal(scene: Scene, z: number, { x, y, w, h }: Opening): string {
  const { shadow, shadowAmount, cast } = scene.mood;
  const down = Math.min(h * 0.4, 0.22 * cast.down + 0.04);
  return (
    panel(scene, z, { x, y: y + h - down, w, h: down }, shadow, shadowAmount + 0.1) +
    panel(scene, z, { x, y, w: Math.min(w * 0.3, 0.14 * cast.right), h: h - down }, shadow, shadowAmount)
  );
}

function bars(scene: Scene, z: number, { x, y, w, h }: Opening, style: WindowStyle): string {
  const plane = scene.camera.at(z);
  const across = (v: number): Point[] => [
    [plane.x(x), plane.y(y + v * h)],
    [plane.x(x + w), plane.y(y + v * h)],
  ];
  const up = (u: number, from = 0, to = 1): Point[] => [
    [plane.x(x + u * w), plane.y(y + from * h)],
    [plane.x(x + u * w), plane.y(y + to * h)],
  ];
  const thick = Math.max(1.4, 0.06 * plane.scale);
  const thin = thick * 0.55;
  const { trim } = scene.palette;
  const bays = Math.max(1, Math.round(w / 0.75));
  const mullions = Array.from({ length: bays - 1 }, (_, i) => up((i + 1) / bays));
  switch (style) {
    case "sash":
      return strokes([across(0.5)], trim, thick) + strokes([up(0.5)], trim, thin);
    case "casement":
      return strokes([...mullions, across(0.72)], trim, thick);
    case "leadlight": {
      const small = Array.from({ length: bays * 3 - 1 }, (_, i) => up((i + 1) / (bays * 3), 0.7, 1));
      const tint = panel(scene, z, { x, y: y + h * 0.72, w, h: h * 0.28 }, scene.palette.accent, 0.35);
      return (
        tint +
        strokes([...mullions, across(0.7)], trim, thick) +
        strokes([...small, across(0.85)], trim, thin * 0.8)
      );
    }
    case "deco":
      return (
        strokes([across(0.25), across(0.5), across(0.75)], trim, thin) +
        strokes(bays > 1 ? [up(0.5)] : [], trim, thick)
      );
    case "picture":
      return (
        strokes([up(0.3), up(0.72)].slice(0, w > 1.6 ? 2 : 1), trim, thick) +
        strokes(w > 1.6 ? [across(0.3)] : [], trim, thin)
      );
    case "louvre":
      return (
        strokes(
          Array.from({ length: 8 }, (_, i) => across((i + 1) / 9)),
          trim,
          thin,
        ) + strokes(mullions, trim, thick)
      );
    case "sliding":
      return (
        frame(scene, z, { x, y, w, h }, thick) +
        strokes(
          bays > 1
            ? Array.from({ length: Math.max(1, Math.round(w / 1.1)) - 1 }, (_, i) =>
                up((i + 1) / Math.max(1, Math.round(w / 1.1))),
              )
            : [],
          scene.palette.trim,
          thick,
        )
      );
    case "slot":
      return strokes(mullions, scene.palette.trim, thick);
  }
}

function frame(scene: Scene, z: number, { x, y, w, h }: Opening, width: number): string {
  const plane = scene.camera.at(z);
  const corners: Point[] = [
    [plane.x(x), plane.y(y)],
    [plane.x(x + w), plane.y(y)],
    [plane.x(x + w), plane.y(y + h)],
    [plane.x(x), plane.y(y + h)],
    [plane.x(x), plane.y(y)],
  ];
  return strokes([corners], scene.palette.trim, width);
}

function sill(scene: Scene, z: number, { x, y, w }: Opening): string {
  const plane = scene.camera.at(z);
  const { palette, mood } = scene;
  return (
    rect(
      plane.x(x - 0.16),
      plane.y(y - 0.06),
      (w + 0.32) * plane.scale,
      0.12 * plane.scale,
      palette.lit(palette.trim),
    ) +
    rect(
      plane.x(x - 0.1),
      plane.y(y - 0.18),
      (w + 0.32) * plane.scale,
      0.1 * plane.scale,
      mood.shadow,
      mood.shadowAmount * 0.8,
    )
  );
}
