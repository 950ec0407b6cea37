import { mix } from "./color";
import type { Scene } from "./scene";
import { FRAME } from "./svg";

/** The gradients that every drawing shares: sky, glass, lamplight, the sheen of a wall in the sun. */
export function definitions({ mood, palette, camera, stamps }: Scene): string {
  const { sun, shadow, skyTop, skyLow } = mood;
  return `<defs>${[
    linear("sky", `gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="${Math.round(camera.horizon)}"`, [
      [0, skyTop],
      [0.55, mix(skyTop, skyLow, 0.55)],
      [1, skyLow],
    ]),
    linear("glass", 'x1="0" y1="0" x2="0.3" y2="1"', [
      [0, mix(palette.glass, skyTop, 0.45)],
      [1, palette.shade(palette.glass, 0.8)],
    ]),
    linear("lamp", 'x1="0" y1="0" x2="0" y2="1"', [
      [0, "#fff0bd"],
      [0.5, palette.lamp],
      [1, "#eaa052"],
    ]),
    linear("sheen", 'x1="0" y1="0" x2="1" y2="1"', [
      [0, sun, 0.16],
      [0.5, sun, 0],
      [1, shadow, 0.16],
    ]),
    linear(
      "lawn",
      `gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="${FRAME.width * 0.4}" y2="${FRAME.height}"`,
      [
        [0.5, sun, 0.18],
        [0.8, sun, 0],
        [1, shadow, 0.28],
      ],
    ),
    linear("glow", 'x1="0" y1="0" x2="1" y2="0.5"', [
      [0, sun, mood.time === "golden" ? 0.2 : mood.time === "morning" ? 0.12 : 0.04],
      [0.6, sun, 0],
      [1, shadow, 0.08],
    ]),
    linear("drum", 'x1="0" y1="0" x2="1" y2="0"', [
      [0, palette.lit(palette.wall, 0.3)],
      [0.35, palette.lit(palette.wall, 0.6)],
      [1, palette.shade(palette.wall, 0.6)],
    ]),
    linear("round", 'x1="0" y1="0" x2="1" y2="0"', [
      [0, shadow, 0.1],
      [0.3, sun, 0.16],
      [0.62, shadow, 0],
      [1, shadow, 0.36],
    ]),
  ].join("")}${stamps.definitions()}</defs>`;
}

function linear(id: string, box: string, stops: readonly (readonly [number, string, number?])[]): string {
  const list = stops.map(
    ([at, color, opacity]) =>
      `<stop offset="${at}" stop-color="${color}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`,
  );
  return `<linearGradient id="${id}" ${box}>${list.join("")}</linearGradient>`;
}
