import { type Color, mix } from "./color";
import type { Mood } from "./mood";
import type { Random } from "./random";
import type { Scene } from "./scene";
import { blob, circle, curve, ellipse, FRAME, group, num, type Point, path, rect, strokes } from "./svg";

const { width: W, height: H } = FRAME;

/** The sky down to the horizon: graded air, cut bands, sun or moon, clouds. */
export function sky(scene: Scene): string {
  const { mood, random, camera } = scene;
  const dice = random.fork("sky");
  return [
    rect(0, 0, W, H, "url(#sky)"),
    bands(dice, mood, camera.horizon),
    mood.weather === "overcast" || mood.weather === "rain" ? "" : heavenly(dice, mood, camera.horizon),
    mood.weather === "after-rain" && mood.time !== "dusk" && dice.chance(0.45)
      ? rainbow(dice, camera.horizon)
      : "",
    clouds(dice, mood, camera.horizon),
  ].join("");
}

/** What falls between us and the picture, and the colour the light lays over everything. */
export function weatherOver(scene: Scene): string {
  const { mood } = scene;
  const dice = scene.random.fork("weather");
  const veil = rect(0, 0, W, H, "url(#glow)");
  if (mood.weather !== "rain") return veil;
  const drops = Array.from({ length: 120 }, (): Point[] => {
    const [x, y, long] = [dice.between(0, W - 12), dice.between(0, H - 50), dice.between(18, 46)];
    return [
      [x + long * 0.2, y],
      [x, y + long],
    ];
  });
  return veil + strokes(drops, mix(mood.skyLow, "#ffffff", 0.5), 1.6, 0.5, "round");
}

function bands(dice: Random, mood: Mood, horizon: number): string {
  const parts: string[] = [];
  const count = 4;
  for (let i = 0; i < count; i++) {
    const y = horizon * (0.34 + (i / count) * 0.6) + dice.between(-14, 14);
    const sway = dice.between(-26, 26);
    const d = `M0 ${num(y)}C${num(W * 0.3)} ${num(y - sway)} ${num(W * 0.65)} ${num(y + sway)} ${W} ${num(y - sway * 0.4)}V${num(horizon + 60)}H0z`;
    parts.push(path(d, mix(mood.skyLow, mood.sun, 0.25), 0.16));
  }
  return parts.join("");
}

function heavenly(dice: Random, mood: Mood, horizon: number): string {
  const x = dice.between(70, 420);
  if (mood.time === "dusk") {
    const y = dice.between(70, 210);
    const stars = Array.from({ length: 46 }, () =>
      circle(
        dice.between(0, W),
        dice.between(0, horizon * 0.6),
        dice.between(0.7, 1.9),
        "#fff3d6",
        dice.between(0.3, 0.9),
      ),
    );
    const r = dice.between(20, 30);
    const moon = dice.chance(0.7)
      ? path(
          `M${num(x)} ${num(y - r)}A${num(r)} ${num(r)} 0 1 1 ${num(x - r)} ${num(y + r * 0.1)}A${num(r * 0.8)} ${num(r * 0.8)} 0 0 0 ${num(x)} ${num(y - r)}z`,
          "#fff3d6",
          0.95,
        )
      : "";
    return stars.join("") + moon;
  }
  if (mood.time === "noon") return "";
  const y = mood.time === "golden" ? horizon * dice.between(0.52, 0.78) : horizon * dice.between(0.3, 0.5);
  const r = mood.time === "golden" ? dice.between(44, 66) : dice.between(30, 40);
  const rays = mood.time === "golden" && dice.chance(0.45) ? sunrays(x, y, r, mood.sun) : "";
  return (
    rays +
    circle(x, y, r * 2.6, mood.sun, 0.16) +
    circle(x, y, r * 1.7, mood.sun, 0.24) +
    circle(x, y, r, mix(mood.sun, "#ffffff", 0.3))
  );
}

function sunrays(x: number, y: number, r: number, color: Color): string {
  let d = "";
  for (let i = 0; i < 22; i++) {
    const angle = (i / 22) * Math.PI * 2;
    const [far, half] = [1100, 0.055];
    d += `M${num(x + Math.cos(angle) * r)} ${num(y + Math.sin(angle) * r)}L${num(x + Math.cos(angle - half) * far)} ${num(y + Math.sin(angle - half) * far)}L${num(x + Math.cos(angle + half) * far)} ${num(y + Math.sin(angle + half) * far)}z`;
  }
  return path(d, color, 0.17);
}

function rainbow(dice: Random, horizon: number): string {
  const x = dice.between(560, 980);
  const colors = ["#d8675c", "#eda860", "#f3dc7d", "#86b98b", "#6d9cc6", "#8c78b5"];
  return group(
    colors.map((color, i) => {
      const r = 430 - i * 11;
      return `<circle cx="${num(x)}" cy="${num(horizon + 30)}" r="${r}" fill="none" stroke="${color}" stroke-width="11.5"/>`;
    }),
    'opacity="0.3"',
  );
}

function clouds(dice: Random, mood: Mood, horizon: number): string {
  switch (mood.weather) {
    case "clear":
      return dice.chance(0.45)
        ? cumulus(dice, mood, {
            x: dice.between(200, 1050),
            y: horizon * dice.between(0.25, 0.6),
            size: dice.between(40, 80),
          })
        : "";
    case "high-cloud":
      return dice.chance(0.4) ? mackerel(dice, mood, horizon) : cirrus(dice, mood, horizon);
    case "after-rain":
      return Array.from({ length: 4 }, () =>
        cumulus(dice, mood, {
          x: dice.between(0, W),
          y: horizon * dice.between(0.12, 0.62),
          size: dice.between(55, 120),
        }),
      ).join("");
    default:
      return layers(dice, mood, horizon);
  }
}

function cumulus(dice: Random, mood: Mood, at: { x: number; y: number; size: number }): string {
  const under = mix(
    mood.cloud,
    mood.time === "dusk" ? mood.skyTop : mix(mood.skyTop, mood.shadow, 0.25),
    0.38,
  );
  const lumps = Array.from({ length: 6 }, (_, i) => {
    const u = i / 5 - 0.5;
    return {
      x: at.x + u * at.size * 3.4,
      y: at.y - at.size * (0.55 - Math.abs(u)) * dice.between(0.5, 1.1),
      r: at.size * (0.75 - Math.abs(u) * 0.75),
    };
  });
  const base = at.y + at.size * 0.32;
  const cut = (x: number, y: number, r: number): string =>
    blob(dice, { x, y, rx: r * 1.25, ry: r * 0.8 }, 10, 0.1);
  return group(
    [
      path(lumps.map((l) => cut(l.x, l.y, l.r)).join(""), under),
      ellipse(at.x, base - at.size * 0.12, at.size * 2, at.size * 0.24, under),
      path(lumps.map((l) => cut(l.x - l.r * 0.12, l.y - l.r * 0.18, l.r * 0.84)).join(""), mood.cloud),
    ],
    'opacity="0.92"',
  );
}

function cirrus(dice: Random, mood: Mood, horizon: number): string {
  const wisps = Array.from({ length: 9 }, () => {
    const [x, y, long] = [dice.between(-80, W), dice.between(30, horizon * 0.6), dice.between(140, 420)];
    return curve(
      `M${num(x)} ${num(y)}q${num(long * 0.5)} ${num(-dice.between(12, 40))} ${num(long)} ${num(-dice.between(0, 20))}`,
      mood.cloud,
      dice.between(3, 11),
      dice.between(0.3, 0.7),
    );
  });
  return wisps.join("");
}

function mackerel(dice: Random, mood: Mood, horizon: number): string {
  const parts: string[] = [];
  for (let row = 0; row < 6; row++) {
    const y = 50 + row * horizon * 0.09;
    for (let x = dice.between(-40, 60); x < W; x += dice.between(70, 130) * (1 - row * 0.08)) {
      if (dice.chance(0.4)) continue;
      parts.push(
        blob(
          dice,
          {
            x,
            y: y + dice.between(-8, 8),
            rx: (46 - row * 6) * dice.between(0.5, 1.5),
            ry: (13 - row * 1.6) * dice.between(0.6, 1.3),
          },
          8,
          0.2,
        ),
      );
    }
  }
  return path(parts.join(""), mood.cloud, 0.7);
}

/** Low cloud in banks: each a row of lumps of unequal size on a flat foot, nearer banks darker and larger. */
function layers(dice: Random, mood: Mood, horizon: number): string {
  const parts: string[] = [];
  for (let i = 0; i < 5; i++) {
    const y = horizon * (0.72 - i * 0.16) + dice.between(-16, 16);
    const tall = 22 + i * 15;
    let d = `M-40 ${num(y + tall)}V${num(y)}`;
    for (let x = -40; x < W + 40; ) {
      const wide = dice.between(70, 210) * (0.8 + i * 0.15);
      const rise = dice.chance(0.25) ? dice.between(0, 6) : tall * dice.between(0.5, 1.5);
      d += `q${num(wide * dice.between(0.3, 0.6))} ${num(-rise)} ${num(wide)} 0`;
      x += wide;
    }
    const tone = mix(mood.cloud, mood.skyTop, 0.25 + i * 0.16);
    parts.push(
      path(
        `${d}v${num(tall)}Q${W / 2} ${num(y + tall * dice.between(0.6, 1.5))} -40 ${num(y + tall)}z`,
        tone,
        0.5,
      ),
    );
  }
  return parts.join("");
}
