import { lighten } from "./color";
import { facet, panel, type Scene } from "./scene";
import { hatch, num, type Point, path, polygon } from "./svg";

/** A balcony that stands forward of a wall: slab, its shadow, and a balustrade of glass, bars or solid wall. */
export function balcony(
  scene: Scene,
  at: { x: number; y: number; w: number; z: number; depth: number },
  kind: "glass" | "bars" | "solid",
  color: string,
): string {
  const { palette, mood } = scene;
  const z = at.z - at.depth;
  const shade = panel(
    scene,
    at.z,
    {
      x: at.x,
      y: at.y - 0.5 - at.depth * mood.cast.down * 0.5,
      w: at.w,
      h: 0.3 + at.depth * mood.cast.down * 0.5,
    },
    mood.shadow,
    mood.shadowAmount,
  );
  const under = facet(
    scene,
    [
      [at.x, at.y - 0.2, z],
      [at.x + at.w, at.y - 0.2, z],
      [at.x + at.w, at.y - 0.2, at.z],
      [at.x, at.y - 0.2, at.z],
    ],
    palette.shade(color, 1),
  );
  const slab = panel(scene, z, { x: at.x, y: at.y - 0.2, w: at.w, h: 0.22 }, palette.lit(color, 0.3));
  return shade + under + slab + BALUSTRADES[kind](scene, { ...at, z }, color);
}

type Rail = { x: number; y: number; w: number; z: number };

const BALUSTRADES: Record<"glass" | "bars" | "solid", (scene: Scene, at: Rail, color: string) => string> = {
  glass: (scene, at) =>
    panel(scene, at.z, { ...at, h: 1 }, lighten(scene.palette.glass, 0.12), 0.5) +
    panel(scene, at.z, { ...at, y: at.y + 0.97, h: 0.06 }, scene.palette.trim),
  bars: (scene, at) => {
    const plane = scene.camera.at(at.z);
    const box = { x: plane.x(at.x), y: plane.y(at.y + 1), w: at.w * plane.scale, h: plane.scale };
    return (
      hatch(
        box,
        { count: Math.round(at.w / 0.16), thick: Math.max(1, 0.03 * plane.scale) },
        scene.palette.trim,
      ) + panel(scene, at.z, { ...at, y: at.y + 0.97, h: 0.08 }, scene.palette.trim)
    );
  },
  solid: (scene, at, color) =>
    panel(scene, at.z, { ...at, h: 0.95 }, scene.palette.lit(color, 0.15)) +
    panel(scene, at.z, { ...at, y: at.y + 0.88, h: 0.1 }, scene.palette.lit(color, 0.7)),
};

/** The parapet of a Victorian front: cornice, panelled frieze, a pediment or scroll, urns at the ends. */
export function pediment(
  scene: Scene,
  at: { x: number; w: number; y: number; z: number },
  shape: "arch" | "triangle" | "scroll",
): string {
  const { palette, mood } = scene;
  const plane = scene.camera.at(at.z);
  const face = palette.lit(palette.second, 0.25);
  const body = panel(scene, at.z, { x: at.x, y: at.y, w: at.w, h: 0.95 }, face);
  const holes = {
    x: plane.x(at.x + 0.2),
    y: plane.y(at.y + 0.72),
    w: (at.w - 0.4) * plane.scale,
    h: 0.46 * plane.scale,
  };
  const balusters = hatch(
    holes,
    { count: Math.round(at.w / 0.45), thick: 0.24 * plane.scale },
    mood.shadow,
    mood.shadowAmount * 0.7,
  );
  const cornice = (y: number, over: number, h: number): string =>
    panel(scene, at.z - 0.05, { x: at.x - over, y, w: at.w + 2 * over, h }, palette.lit(palette.trim, 0.3)) +
    panel(
      scene,
      at.z - 0.05,
      { x: at.x - over, y: y - 0.14, w: at.w + 2 * over, h: 0.14 },
      mood.shadow,
      mood.shadowAmount,
    );
  const [cx, y] = [plane.x(at.x + at.w / 2), plane.y(at.y + 1.05)];
  const reach = Math.min(1.5, at.w * 0.3) * plane.scale;
  const crown: Record<typeof shape, string> = {
    arch: `M${num(cx - reach)} ${num(y)}A${num(reach)} ${num(reach * 0.75)} 0 0 1 ${num(cx + reach)} ${num(y)}z`,
    triangle: `M${num(cx - reach)} ${num(y)}L${num(cx)} ${num(y - reach * 0.62)}L${num(cx + reach)} ${num(y)}z`,
    scroll: `M${num(cx - reach * 1.3)} ${num(y)}Q${num(cx - reach * 0.6)} ${num(y)} ${num(cx - reach * 0.55)} ${num(y - reach * 0.5)}Q${num(cx)} ${num(y - reach * 0.95)} ${num(cx + reach * 0.55)} ${num(y - reach * 0.5)}Q${num(cx + reach * 0.6)} ${num(y)} ${num(cx + reach * 1.3)} ${num(y)}z`,
  };
  const shell = `M${num(cx - reach * 0.4)} ${num(y - 2)}A${num(reach * 0.4)} ${num(reach * 0.36)} 0 0 1 ${num(cx + reach * 0.4)} ${num(y - 2)}z`;
  return [
    body,
    balusters,
    cornice(at.y, 0.12, 0.16),
    cornice(at.y + 0.92, 0.14, 0.15),
    path(crown[shape], palette.lit(palette.trim, 0.1)),
    path(shell, palette.shade(palette.second, 0.3)),
    urn(scene, { x: at.x + 0.25, y: at.y + 1.06, z: at.z }),
    urn(scene, { x: at.x + at.w - 0.25, y: at.y + 1.06, z: at.z }),
  ].join("");
}

function urn(scene: Scene, at: { x: number; y: number; z: number }): string {
  const plane = scene.camera.at(at.z);
  const [x, y, s] = [plane.x(at.x), plane.y(at.y), plane.scale * 0.5];
  const half: Point[] = [
    [0.28, 0],
    [0.28, -0.15],
    [0.1, -0.25],
    [0.34, -0.7],
    [0.22, -0.9],
    [0.05, -1.15],
  ];
  const outline: Point[] = [
    ...half.map(([u, v]): Point => [x + u * s, y + v * s]),
    ...half.reverse().map(([u, v]): Point => [x - u * s, y + v * s]),
  ];
  return polygon(outline, scene.palette.lit(scene.palette.trim, 0.2));
}
