/** A colour as #rrggbb. */
export type Color = string;

type Lab = readonly [lightness: number, a: number, b: number];

/** The colour `amount` (0 to 1) of the way from one to another, in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020). */
export function mix(from: Color, to: Color, amount: number): Color {
  const [l1, a1, b1] = toLab(from);
  const [l2, a2, b2] = toLab(to);
  return toHex([l1 + (l2 - l1) * amount, a1 + (a2 - a1) * amount, b1 + (b2 - b1) * amount]);
}

/** The same hue, lighter (or darker, for a negative step); `step` is a share of the whole range from black to white. */
export function lighten(color: Color, step: number): Color {
  const [l, a, b] = toLab(color);
  return toHex([Math.min(1, Math.max(0, l + step)), a, b]);
}

/** The same lightness and hue with its chroma multiplied. */
export function saturate(color: Color, factor: number): Color {
  const [l, a, b] = toLab(color);
  return toHex([l, a * factor, b * factor]);
}

/** Colours recur within a picture; bounded, because palettes never end. */
const known = new Map<Color, Lab>();
const KNOWN_MAX = 4_000;

function toLab(color: Color): Lab {
  const found = known.get(color);
  if (found) return found;
  if (known.size >= KNOWN_MAX) known.clear();
  const lab = parseLab(color);
  known.set(color, lab);
  return lab;
}

function parseLab(color: Color): Lab {
  const value = Number.parseInt(color.slice(1), 16);
  const r = toLinear(value >> 16);
  const g = toLinear((value >> 8) & 255);
  const b = toLinear(value & 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([lightness, a, b]: Lab): Color {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, "0")}`;
}

function toLinear(byte: number): number {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function toByte(linear: number): number {
  const c = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));
}
