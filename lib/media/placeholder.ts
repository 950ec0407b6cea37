import type { PaletteSummary } from "./draw-listing";

/** What stands in a picture's place until it is drawn: sky, wall and ground of the same palette, as a CSS background of under 200 bytes. */
export function placeholder(palette: PaletteSummary): string {
  const { sky, wall, ground, accent } = palette;
  return `radial-gradient(60% 34% at 50% 62%,${wall} 55%,${accent}55 70%,transparent),linear-gradient(${sky} 62%,${ground} 74%)`;
}
