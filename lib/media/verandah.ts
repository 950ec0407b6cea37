import { lighten, mix } from "./color";
import { facet, panel, panels, type Scene } from "./scene";
import { beads, curve, hatch, lerp, num, polygon, rect, strokes } from "./svg";

export type Verandah = {
  readonly x: number;
  readonly w: number;
  /** Plane of the wall behind; the posts stand `depth` metres nearer. */
  readonly z: number;
  readonly depth: number;
  readonly floor: number;
  /** Height of the beam on the posts. */
  readonly beam: number;
  /** Where its roof meets the wall. */
  readonly top: number;
  readonly posts: number;
  readonly work: "lace" | "timber" | "plain";
  readonly balustrade: boolean;
  readonly striped: boolean;
  /** Whether its floor rests on a solid base, as it does near the ground. */
  readonly base: boolean;
  /** Middle of the gap in the balustrade where the steps arrive. */
  readonly gate?: number;
};

/** What a verandah does to the wall behind it: drawn after the wall's windows and before the verandah. */
export function verandahShade(scene: Scene, v: Verandah): string {
  const { mood } = scene;
  const high = Math.max(0.5, (v.top - v.floor) * Math.min(0.9, 0.42 + mood.cast.down * 0.35));
  const opacity = mood.time === "dusk" ? 0.16 : 0.16 + mood.shadowAmount * 0.75;
  return panel(scene, v.z - 0.01, { x: v.x, y: v.top - high, w: v.w, h: high }, mood.shadow, opacity);
}

/** Floor, posts, frieze, balustrade and roof of a verandah, front to the viewer. */
export function verandah(scene: Scene, v: Verandah): string {
  const { palette } = scene;
  const front = v.z - v.depth;
  const base = v.base
    ? panel(scene, front, { x: v.x, y: 0, w: v.w, h: v.floor }, palette.shade(palette.second, 0.6))
    : "";
  const deck = facet(
    scene,
    [
      [v.x, v.floor, front],
      [v.x + v.w, v.floor, front],
      [v.x + v.w, v.floor, v.z],
      [v.x, v.floor, v.z],
    ],
    palette.lit(palette.timber, 0.3),
  );
  return [
    deck,
    base,
    ...railRuns(v).map((run) => balustrade(scene, run, front)),
    posts(scene, v, front),
    frieze(scene, v, front),
    awning(scene, v, front),
  ].join("");
}

function posts(scene: Scene, v: Verandah, front: number): string {
  const { palette } = scene;
  const thick = v.work === "lace" ? 0.1 : 0.16;
  const h = v.beam - v.floor;
  const shafts = spots(v).map((x) => ({ x: x - thick / 2, y: v.floor, w: thick, h }));
  const feet = spots(v).map((x) => ({ x: x - thick, y: v.floor, w: thick * 2, h: 0.22 }));
  const shaded = spots(v).map((x) => ({ x: x + thick * 0.15, y: v.floor, w: thick * 0.35, h }));
  return (
    panels(scene, front, [...shafts, ...feet], palette.trim) +
    panels(scene, front, shaded, palette.shade(palette.trim, 0.6))
  );
}

function spots(v: Verandah): readonly number[] {
  const inset = 0.12;
  return Array.from(
    { length: v.posts },
    (_, i) => v.x + inset + ((v.w - 2 * inset) * i) / Math.max(1, v.posts - 1),
  );
}

/** Iron lace as scallops and rings, timber as a slatted valance with brackets. */
function frieze(scene: Scene, v: Verandah, front: number): string {
  const plane = scene.camera.at(front);
  const { palette } = scene;
  const beam = panel(scene, front, { x: v.x, y: v.beam - 0.14, w: v.w, h: 0.18 }, palette.trim);
  if (v.work === "plain") return beam;
  const y0 = plane.y(v.beam - 0.14);
  const deep = 0.36 * plane.scale;
  const width = Math.max(1.1, 0.025 * plane.scale);
  const xs = spots(v).map(plane.x);
  let brackets = "";
  xs.forEach((x, i) => {
    const reach = deep * 1.35;
    for (const side of [-1, 1]) {
      if ((side < 0 && i === 0) || (side > 0 && i === xs.length - 1)) continue;
      brackets += `M${num(x)} ${num(y0 + deep + reach)}Q${num(x + side * reach * 0.2)} ${num(y0 + deep)} ${num(x + side * reach)} ${num(y0 + deep)}`;
      brackets += `M${num(x)} ${num(y0 + deep + reach * 0.5)}L${num(x + side * reach * 0.5)} ${num(y0 + deep)}`;
    }
  });
  const [left, right] = [plane.x(v.x), plane.x(v.x + v.w)];
  const line = strokes(
    [
      [
        [left, y0 + deep],
        [right, y0 + deep],
      ],
    ],
    palette.trim,
    width * 1.6,
  );
  const box = { x: left, y: y0, w: right - left, h: deep };
  if (v.work === "timber") {
    const slats = hatch(box, { count: Math.round(v.w / 0.14), thick: width * 1.3 }, palette.trim);
    return beam + line + slats + curve(brackets, palette.trim, width * 1.5);
  }
  const count = Math.max(4, Math.round(v.w / 0.34));
  const open = palette.shade(palette.second, 0.7);
  return [
    beam,
    beads({ x: left, y: y0 + deep, w: right - left, count, r: deep * 0.42 }, palette.trim),
    rect(left, y0, right - left, deep, palette.trim, 0.9),
    beads({ x: left, y: y0 + deep, w: right - left, count, r: deep * 0.2 }, open),
    beads({ x: left, y: y0 + deep * 0.42, w: right - left, count, r: deep * 0.25 }, open, 0.8),
    beads({ x: left, y: y0 + deep * 0.42, w: right - left, count, r: deep * 0.1 }, palette.trim),
    beads({ x: left, y: y0 + deep * 0.72, w: right - left, count: count * 2, r: deep * 0.09 }, open, 0.7),
    curve(brackets, palette.trim, width * 1.3),
  ].join("");
}

/** The verandah's front to both sides of its gate. */
function railRuns(v: Verandah): readonly Verandah[] {
  if (v.gate === undefined) return [v];
  const [from, to] = [v.gate - 0.75, v.gate + 0.75];
  const runs = [
    { ...v, w: from - v.x },
    { ...v, x: to, w: v.x + v.w - to },
  ];
  return runs.filter((run) => run.w > 0.4);
}

function balustrade(scene: Scene, v: Verandah, front: number): string {
  if (!v.balustrade) return "";
  const plane = scene.camera.at(front);
  const { palette } = scene;
  const [left, right] = [plane.x(v.x), plane.x(v.x + v.w)];
  const [low, high] = [plane.y(v.floor + 0.12), plane.y(v.floor + 0.95)];
  const rails = strokes(
    [
      [
        [left, low],
        [right, low],
      ],
      [
        [left, high],
        [right, high],
      ],
    ],
    palette.trim,
    Math.max(2, 0.07 * plane.scale),
  );
  const box = { x: left, y: high, w: right - left, h: low - high };
  const veil = rect(box.x, box.y, box.w, box.h, palette.shade(palette.second, 0.5), 0.35);
  const thin = Math.max(1, 0.028 * plane.scale);
  const uprights = hatch(box, { count: Math.round(v.w / 0.13), thick: thin * 1.2 }, palette.trim);
  if (v.work !== "lace") return veil + uprights + rails;
  const rings = { x: left, y: (low + high) / 2, w: right - left, count: Math.round(v.w / 0.4) };
  const r = (low - high) * 0.2;
  return [
    veil,
    uprights,
    beads({ ...rings, r }, palette.trim),
    beads({ ...rings, r: r * 0.66 }, palette.shade(palette.second, 0.55)),
    beads({ ...rings, r: r * 0.28 }, palette.trim),
    rails,
  ].join("");
}

function awning(scene: Scene, v: Verandah, front: number): string {
  const { project } = scene.camera;
  const { palette, random } = scene;
  const over = 0.25;
  const [a, b, c, d] = [
    project([v.x - over, v.beam + 0.02, front - over]),
    project([v.x + v.w + over, v.beam + 0.02, front - over]),
    project([v.x + v.w, v.top, v.z]),
    project([v.x, v.top, v.z]),
  ];
  const roof = palette.lit(palette.roof, 0.45);
  const parts = [polygon([a, b, c, d], roof)];
  const count = Math.min(46, Math.max(6, Math.round(v.w / (v.striped ? 0.55 : 0.3))));
  const pale = mix(palette.trim, roof, 0.15);
  for (let i = 0; v.striped && i < count; i += 2) {
    parts.push(
      polygon(
        [
          lerp(a, b, i / count),
          lerp(a, b, (i + 1) / count),
          lerp(d, c, (i + 1) / count),
          lerp(d, c, i / count),
        ],
        pale,
      ),
    );
  }
  const ribs = Array.from({ length: count - 1 }, (_, i) => [
    lerp(a, b, (i + 1) / count),
    lerp(d, c, (i + 1) / count),
  ]);
  parts.push(strokes(ribs, lighten(roof, -0.12), 1.2, v.striped ? 0.25 : 0.5));
  parts.push(
    strokes(
      [[a, b]],
      palette.shade(palette.trim, random.between(0.2, 0.4)),
      Math.max(2.5, 0.08 * scene.camera.scale),
    ),
  );
  return parts.join("");
}
