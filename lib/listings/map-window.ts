import type { Bounds } from "@/lib/listings/search";

/** From here on the grid is no finer: 2^-9 of a degree, two hundred metres. */
const FINEST_GRID_ZOOM = 16;

/**
 * The window of a map, snapped outward to a grid, so that small moves ask the same question. A step of the grid is 2^(7 - zoom) degrees,
 * 182 pixels of longitude: a quarter of a small window, an eighth of a large one; from zoom 16 on it stays what it is there. Powers of
 * two, because floating point divides by them without error, and a finer grid lies on every coarser one.
 */
export function snappedWindow({ west, south, east, north }: Bounds, zoom: number): Bounds {
  const step = 2 ** (7 - Math.min(zoom, FINEST_GRID_ZOOM));
  const down = (degrees: number, least: number) => Math.max(least, Math.floor(degrees / step) * step) + 0; // -0 becomes 0
  const up = (degrees: number, most: number) => Math.min(most, Math.ceil(degrees / step) * step) + 0;
  return { west: down(west, -180), south: down(south, -90), east: up(east, 180), north: up(north, 90) };
}
