import { createCamera } from "./camera";
import { lighten, mix } from "./color";
import type { Colorway } from "./colorways";
import { definitions } from "./defs";
import { type Drawing, frame } from "./draw-listing";
import { createMood, type Mood, SEASONS, TIMES, WEATHERS } from "./mood";
import { createPalette } from "./palette";
import { createRandom, type Random } from "./random";
import { furnish, ROOMS, type Room } from "./rooms";
import { facet, panel, type Scene } from "./scene";
import { createStamps } from "./stamps";
import { FRAME, group, num, path, rect, strokes } from "./svg";
import { leaves } from "./trees";

type Scheme = readonly [wall: string, joinery: string, trim: string, textile: string, accent: string];

const SCHEMES: readonly [Scheme, ...Scheme[]] = [
  ["#efe4d2", "#b98a5e", "#fffaf0", "#5f7f86", "#d98a3d"],
  ["#cfd8cc", "#8a6a4c", "#fbf7ec", "#c96f4a", "#2f5d50"],
  ["#e9cdbb", "#6f5a4a", "#fff8ee", "#3f5f73", "#8c2f39"],
  ["#f4efe6", "#3e5a52", "#ffffff", "#c9a15c", "#b5543a"],
  ["#bccbd3", "#c79a6b", "#fdf9ef", "#34506b", "#e0b24f"],
  ["#e8dcae", "#7a5a3c", "#fffcef", "#6d8a5e", "#c8493a"],
  ["#8f9f94", "#caa577", "#f6f0e2", "#d8c6a4", "#3a4a44"],
  ["#f2e8e1", "#9a8f86", "#ffffff", "#8f78a8", "#d0a03e"],
];

/** An invented room, 1200 by 800, with the weather of its seed in the window. The same seed and room always give the same bytes. */
export function drawInterior(
  seed: number,
  room: Room,
  when: Partial<Pick<Mood, "time" | "weather" | "season">> = {},
): Drawing {
  const random = createRandom(seed).fork(room);
  const facts = createRandom(seed).fork("weather");
  const mood = createMood(random.fork("mood"), {
    time: when.time ?? facts.pick(TIMES),
    weather: when.weather ?? facts.pick(WEATHERS),
    season: when.season ?? facts.pick(SEASONS),
  });
  const scene = indoors(random, mood, schemeFor(seed, room));
  const mirrored = random.fork("mirror").chance(0.5);
  const content = group(
    [
      rect(0, 0, FRAME.width, FRAME.height, scene.palette.wall),
      shell(scene, room),
      furnish(scene, room),
      rect(0, 0, FRAME.width, FRAME.height, "url(#glow)"),
    ],
    mirrored ? `transform="matrix(-1 0 0 1 ${FRAME.width} 0)"` : "",
  );
  const { palette } = scene;
  return {
    svg: frame(definitions(scene) + content),
    palette: { sky: mood.skyLow, wall: palette.wall, ground: palette.timber, accent: palette.accent },
    alt: `Illustration: a ${room === "living" ? "living room" : room} ${mood.time === "dusk" ? "at dusk, its lamps on" : "by day"}.`,
  };
}

function schemeFor(seed: number, room: Room): Colorway {
  const [wall, second, trim, roof, accent] =
    SCHEMES[(Math.abs(seed) * 3 + ROOMS.indexOf(room)) % SCHEMES.length] ?? SCHEMES[0];
  return { material: "render", wall, second, secondMaterial: "timber", trim, roof, accent };
}

/** Lamps are on at dusk, so the room itself stays warm while the window turns blue. */
function indoors(random: Random, mood: Mood, colorway: Colorway): Scene {
  const inside: Mood = {
    ...mood,
    tint: mood.time === "dusk" ? "#e8a35f" : mood.tint,
    tintAmount: mood.time === "dusk" ? 0.16 : mood.tintAmount * 0.6,
  };
  return {
    random,
    mood: inside,
    colorway,
    stamps: createStamps(random.fork("stamps")),
    palette: createPalette(random.fork("palette"), inside, colorway),
    camera: createCamera({
      scale: 132,
      base: 562,
      eye: 1.45,
      distance: 4.6,
      vanishing: random.pick([520, 600, 690]),
    }),
  };
}

/** Floor, ceiling, three walls and the window with its light on the floor. */
function shell(scene: Scene, room: Room): string {
  const { palette, mood, random } = scene;
  const [left, right, high, near] = [-2.75, 2.75, 2.75, -4.2];
  const tiled = room === "bathroom";
  const boards = Array.from({ length: 23 }, (_, i) => {
    const x = left + (i * (right - left)) / 22;
    return [scene.camera.project([x, 0, near]), scene.camera.project([x, 0, 0])];
  });
  const rows = Array.from({ length: tiled ? 13 : 0 }, (_, i) => [
    scene.camera.project([left, 0, near + i * 0.33]),
    scene.camera.project([right, 0, near + i * 0.33]),
  ]);
  const floor = tiled
    ? palette.lit(palette.grade("#cfc7ba"), 0.2)
    : palette.lit(palette.timber, random.between(0, 0.5));
  return [
    facet(
      scene,
      [
        [left, high, near],
        [right, high, near],
        [right, high, 0],
        [left, high, 0],
      ],
      lighten(palette.trim, 0.01),
    ),
    facet(
      scene,
      [
        [left, 0, near],
        [right, 0, near],
        [right, 0, 0],
        [left, 0, 0],
      ],
      floor,
    ),
    strokes([...boards, ...rows], lighten(floor, -0.09), 2, 0.6),
    facet(
      scene,
      [
        [left, 0, near],
        [left, 0, 0],
        [left, high, 0],
        [left, high, near],
      ],
      palette.lit(palette.wall, 0.25),
    ),
    facet(
      scene,
      [
        [right, 0, 0],
        [right, 0, near],
        [right, high, near],
        [right, high, 0],
      ],
      palette.shade(palette.wall, 0.4),
    ),
    panel(scene, 0, { x: left, y: 0, w: right - left, h: high }, palette.shade(palette.wall, 0.1)),
    panel(scene, 0, { x: left, y: 0, w: right - left, h: high }, "url(#sheen)"),
    tiled
      ? panel(scene, 0, { x: left, y: 0, w: right - left, h: 1.5 }, palette.lit(palette.second, 0.5), 0.55)
      : "",
    panel(scene, 0, { x: left, y: 0, w: right - left, h: 0.13 }, palette.trim),
    panel(scene, 0, { x: left, y: high - 0.1, w: right - left, h: 0.1 }, palette.trim),
    outlook(scene, WINDOWS[room]),
    mood.shadowAmount > 0.2 ? sunOnFloor(scene, WINDOWS[room]) : "",
  ].join("");
}

type Pane = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const WINDOWS: Record<Room, Pane> = {
  living: { x: -1.9, y: 0.45, w: 2.6, h: 1.9 },
  kitchen: { x: -0.9, y: 1.12, w: 1.8, h: 1.05 },
  bedroom: { x: 0.75, y: 0.75, w: 1.55, h: 1.55 },
  bathroom: { x: -0.4, y: 1.2, w: 1.5, h: 1.15 },
};

/** The world outside: the sky of this picture, a hill, the tops of trees. */
function outlook(scene: Scene, pane: Pane): string {
  const plane = scene.camera.at(0);
  const { palette, mood, random } = scene;
  const [x, y, w, h] = [
    plane.x(pane.x),
    plane.y(pane.y + pane.h),
    pane.w * plane.scale,
    pane.h * plane.scale,
  ];
  const hill = (lift: number, color: string): string =>
    path(
      `M${num(x)} ${num(y + h)}V${num(y + h * lift)}Q${num(x + w * random.between(0.2, 0.5))} ${num(y + h * (lift - 0.22))} ${num(x + w * 0.7)} ${num(y + h * lift)}T${num(x + w)} ${num(y + h * (lift + 0.04))}V${num(y + h)}z`,
      color,
    );
  const trees = Array.from({ length: 4 }, (_, i) =>
    leaves(
      scene,
      {
        x: x + (w * (i + random.between(0.1, 0.9))) / 4,
        y: y + h * random.between(0.84, 0.98),
        rx: w * 0.13,
        ry: h * 0.16,
      },
      palette.gum,
    ),
  );
  const rain =
    mood.weather === "rain"
      ? strokes(
          Array.from({ length: 26 }, () => {
            const [rx, ry] = [x + random.next() * w * 0.97, y + random.next() * h * 0.85];
            return [
              [rx, ry],
              [rx - 3, ry + 18],
            ];
          }),
          mix(mood.skyLow, "#ffffff", 0.5),
          1.6,
          0.6,
        )
      : "";
  const bars = [
    strokes(
      [
        [
          [x + w / 2, y],
          [x + w / 2, y + h],
        ],
        [
          [x, y + h * 0.32],
          [x + w, y + h * 0.32],
        ],
      ],
      palette.trim,
      7,
    ),
    `<path d="M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z" fill="none" stroke="${palette.trim}" stroke-width="13"/>`,
  ];
  const clip = `<clipPath id="pane"><path d="M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z"/></clipPath>`;
  const view = group(
    [
      rect(x, y, w, h, "url(#sky)"),
      rect(x, y, w, h, mood.skyLow, 0.35),
      hill(0.62, palette.far(palette.hills, 0.6)),
      hill(0.76, palette.far(palette.hills, 0.3)),
      ...trees,
      rain,
    ],
    'clip-path="url(#pane)"',
  );
  const ledge = panel(
    scene,
    -0.1,
    { x: pane.x - 0.12, y: pane.y - 0.1, w: pane.w + 0.24, h: 0.08 },
    palette.lit(palette.trim),
  );
  return clip + view + bars.join("") + ledge;
}

function sunOnFloor(scene: Scene, pane: Pane): string {
  const shift = 0.9 + scene.mood.cast.right * 0.8;
  const [z0, z1] = [-0.5, -2.1];
  const strip = (x0: number, x1: number): string =>
    facet(
      scene,
      [
        [x0 + shift, 0.012, z1],
        [x1 + shift, 0.012, z1],
        [x1 + shift * 0.35, 0.012, z0],
        [x0 + shift * 0.35, 0.012, z0],
      ],
      scene.mood.sun,
      0.42,
    );
  const half = pane.x + pane.w / 2;
  return strip(pane.x, half - 0.05) + strip(half + 0.05, pane.x + pane.w);
}
