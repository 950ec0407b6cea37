import { num } from "./svg";

/** Strokes of each character in a cell 4 wide and 6 high: the machines that rasterise have no fonts. */
const GLYPHS: Record<string, string> = {
  "0": "M1 0H3L4 1V5L3 6H1L0 5V1Z",
  "1": "M1 1L2 0V6M1 6H3",
  "2": "M0 1L1 0H3L4 1V2L0 6H4",
  "3": "M0 0H4L2 2.4H3L4 3.4V5L3 6H1L0 5",
  "4": "M3 6V0L0 4H4",
  "5": "M4 0H0V2.5H3L4 3.5V5L3 6H0",
  "6": "M3 0L0 3V5L1 6H3L4 5V4L3 3H0",
  "7": "M0 0H4L1.5 6",
  "8": "M1 0H3L4 1V2L3 3H1L0 2V1ZM1 3L0 4V5L1 6H3L4 5V4L3 3",
  "9": "M4 3H1L0 2V1L1 0H3L4 1V3L1 6",
  ".": "M1.8 5.6V6",
  x: "M0.6 2.4L3.4 5.6M3.4 2.4L0.6 5.6",
  m: "M0 6V2.6M0 3.4L1 2.6L2 3.4V6M2 3.4L3 2.6L4 3.4V6",
  N: "M0 6V0L4 6V0",
};

const ADVANCE = 5.6;

/** A short measure written as strokes, centred on a point; `size` is the height of a digit in pixels. Knows digits, ".", "x", "m" and "N". */
export function written(text: string, at: { x: number; y: number; size: number }, color: string): string {
  const unit = at.size / 6;
  const wide = Array.from(text).reduce((total, character) => total + advance(character), 0) - 1.6;
  let x = at.x - (wide * unit) / 2;
  const glyphs = Array.from(text).map((character) => {
    const glyph = GLYPHS[character];
    const placed = glyph
      ? `<path d="${glyph}" transform="matrix(${fine(unit)} 0 0 ${fine(unit)} ${num(x)} ${num(at.y - at.size / 2)})"/>`
      : "";
    x += advance(character) * unit;
    return placed;
  });
  return `<g fill="none" stroke="${color}" stroke-width="0.85" stroke-linecap="round" stroke-linejoin="round">${glyphs.join("")}</g>`;
}

function advance(character: string): number {
  return character === "." ? 2.6 : character === " " ? 3 : ADVANCE;
}

function fine(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
