import type { Bounds } from "@/lib/listings/search";
import { accept, quoted, type Reading, refuse, type SearchField } from "@/lib/listings/search-reading";

/** Steps per degree: bounds lie on a grid of a hundredth of a degree, so that small moves of a map ask the same question. */
const STEPS = 100;

/** A map's window as `west,south,east,north` in decimal degrees, snapped outward to the grid. */
export const BOUNDS: SearchField<Bounds | null> = {
  absent: null,
  read(text) {
    const window = readWindow(text);
    return window.ok ? accept(snapped(window.value)) : window;
  },
  write: (bounds) => (bounds === null ? null : writeBounds(bounds)),
};

/** A map's window as `west,south,east,north` in decimal degrees, as it is written. */
export function readWindow(text: string): Reading<Bounds> {
  const sides = text.split(",").map((side) => side.trim());
  if (sides.length !== 4 || !sides.every((side) => /^-?\d{1,3}(\.\d{1,20})?$/.test(side))) {
    return refuse(
      `${quoted(text)} is no map window: write west,south,east,north in decimal degrees, as in 151.1,-33.9,151.3,-33.8.`,
    );
  }
  const [west = 0, south = 0, east = 0, north = 0] = sides.map(Number);
  if (Math.max(-west, east) > 180 || Math.max(-east, west) > 180)
    return refuse("Longitudes run from -180 to 180.");
  if (Math.max(-south, north) > 90 || Math.max(-north, south) > 90)
    return refuse("Latitudes run from -90 to 90.");
  if (south > north) return refuse("South lies above north: write west,south,east,north.");
  if (west > east)
    return refuse(
      "West lies beyond east: write west,south,east,north; a window across the 180th meridian must be asked for as two.",
    );
  return accept({ west, south, east, north });
}

function writeBounds(bounds: Bounds): string {
  const { west, south, east, north } = snapped(bounds);
  return [west, south, east, north].join(",");
}

function snapped({ west, south, east, north }: Bounds): Bounds {
  return { west: down(west), south: down(south), east: up(east), north: up(north) };
}

// floor(151.17 * 100) is 15116: the product is not exact. The quotient of a whole number is, so candidates are compared after dividing.
function down(degrees: number): number {
  const nearest = Math.round(degrees * STEPS);
  return step(nearest / STEPS > degrees ? nearest - 1 : nearest);
}

function up(degrees: number): number {
  const nearest = Math.round(degrees * STEPS);
  return step(nearest / STEPS < degrees ? nearest + 1 : nearest);
}

function step(steps: number): number {
  return steps / STEPS + 0; // -0 becomes 0
}
