import { lighten, mix } from "./color";
import { facet, panel, type Scene } from "./scene";
import { curve, lerp, num, type Point, polygon, strokes } from "./svg";

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
};

/** What a verandah does to the wall behind it: drawn after the wall's windows and before the verandah. */
export function verandahShade(scene: Scene, v: Verandah): string {
  const { mood } = scene;
  const high = Math.max(0.5, (v.top - v.floor) * Math.min(0.9, 0.42 + mood.cast.down * 0.35));
  const opacity = 0.16 + mood.shadowAmount * 0.75;
  return panel(scene, v.z - 0.01, { x: v.x, y: v.top - high, w: v.w, h: high }, mood.shadow, opacity);
}

/** Floor, posts, frieze, balustrade and roof of a verandah, front to the viewer. */
export function verandah(scene: Scene, v: Verandah): string {
  const { palette } = scene;
  const front = v.z - v.depth;
  const base =
    v.floor > 0.1
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
    balustrade(scene, v, front),
    posts(scene, v, front),
    frieze(scene, v, front),
    awning(scene, v, front),
  ].join("");
}

function posts(scene: Scene, v: Verandah, front: number): string {
  const { palette } = scene;
  const thick = v.work === "lace" ? 0.1 : 0.16;
  return spots(v)
    .map((x) => {
      const post = panel(
        scene,
        front,
        { x: x - thick / 2, y: v.floor, w: thick, h: v.beam - v.floor },
        palette.trim,
      );
      const dark = panel(
        scene,
        front,
        { x: x + thick * 0.15, y: v.floor, w: thick * 0.35, h: v.beam - v.floor },
        palette.shade(palette.trim, 0.6),
      );
      const foot = panel(scene, front, { x: x - thick, y: v.floor, w: thick * 2, h: 0.22 }, palette.trim);
      return post + dark + foot;
    })
    .join("");
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
  if (v.work === "timber") {
    const count = Math.min(90, Math.round(v.w / 0.14));
    const slats = Array.from({ length: count }, (_, i): Point[] => {
      const x = left + ((right - left) * (i + 0.5)) / count;
      return [
        [x, y0],
        [x, y0 + deep],
      ];
    });
    return (
      beam + line + strokes(slats, palette.trim, width * 1.3) + curve(brackets, palette.trim, width * 1.5)
    );
  }
  const count = Math.min(48, Math.max(4, Math.round(v.w / 0.34)));
  const step = (right - left) / count;
  const veil = polygon(
    [
      [left, y0],
      [right, y0],
      [right, y0 + deep],
      [left, y0 + deep],
    ],
    palette.trim,
    0.3,
  );
  let lace = `M${num(left)} ${num(y0)}`;
  for (let i = 0; i < count; i++) lace += `q${num(step / 2)} ${num(deep * 1.9)} ${num(step)} 0`;
  lace += `M${num(left)} ${num(y0 + deep)}`;
  for (let i = 0; i < count; i++) lace += `q${num(step / 2)} ${num(-deep * 1.7)} ${num(step)} 0`;
  lace += `M${num(left)} ${num(y0 + deep)}`;
  for (let i = 0; i < count; i++) lace += `q${num(step / 2)} ${num(deep * 0.7)} ${num(step)} 0`;
  return beam + veil + line + curve(lace, palette.trim, width) + curve(brackets, palette.trim, width * 1.2);
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
  const count = Math.min(110, Math.round(v.w / 0.13));
  const thin = Math.max(1, 0.028 * plane.scale);
  const uprights = Array.from({ length: count }, (_, i): Point[] => {
    const x = left + ((right - left) * (i + 0.5)) / count;
    return [
      [x, low],
      [x, high],
    ];
  });
  const veil = polygon(
    [
      [left, low],
      [right, low],
      [right, high],
      [left, high],
    ],
    palette.shade(palette.second, 0.5),
    0.35,
  );
  if (v.work !== "lace") return veil + strokes(uprights, palette.trim, thin * 1.3) + rails;
  const cells = Math.min(40, Math.round(v.w / 0.4));
  const step = (right - left) / cells;
  const middle = (low + high) / 2;
  let scrolls = "";
  for (let i = 0; i < cells; i++) {
    const x = left + i * step;
    scrolls += `M${num(x)} ${num(low)}Q${num(x + step / 2)} ${num(middle)} ${num(x)} ${num(high)}M${num(x + step)} ${num(low)}Q${num(x + step / 2)} ${num(middle)} ${num(x + step)} ${num(high)}`;
  }
  return veil + strokes(uprights, palette.trim, thin * 0.8, 0.8) + curve(scrolls, palette.trim, thin) + rails;
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
  const count = Math.min(80, Math.max(6, Math.round(v.w / (v.striped ? 0.55 : 0.3))));
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
