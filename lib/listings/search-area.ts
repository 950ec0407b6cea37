import type { Bounds, Point } from "@/lib/listings/search";
import { plainOutline } from "@/lib/listings/search-outline";
import { accept, quoted, type Reading, refuse, type SearchField } from "@/lib/listings/search-reading";

/** Steps per degree: corners lie on a grid of a thousandth of a degree, a hundred metres or so. */
const STEPS = 1000;

/** An area drawn on a map, by its corners `lng,lat;lng,lat;…` in decimal degrees. Wherever it begins, whichever way it runs, closed or not, it is one area. */
export const AREA: SearchField<readonly Point[] | null> = {
  absent: null,
  read: readArea,
  write: (area) => (area === null ? null : writeArea(area)),
};

function readArea(text: string): Reading<readonly Point[]> {
  const corners: Point[] = [];
  for (const corner of text.split(";")) {
    const point = readCorner(corner.trim());
    if (!point.ok) return point;
    corners.push(onGrid(point.value));
  }
  const outline = plainOutline(corners);
  return outline.ok ? accept(outline.value.map(inDegrees)) : outline;
}

function readCorner(text: string): Reading<Point> {
  const [lng = "", lat = "", ...more] = text.split(",").map((number) => number.trim());
  if (more.length > 0 || ![lng, lat].every((number) => /^-?\d{1,3}(\.\d{1,20})?$/.test(number)))
    return refuse(
      `${quoted(text)} is no corner: write lng,lat in decimal degrees with a semicolon between corners, as in 151.1,-33.9;151.3,-33.9;151.2,-33.8.`,
    );
  const point = { lng: Number(lng), lat: Number(lat) };
  if (Math.abs(point.lng) > 180) return refuse("Longitudes run from -180 to 180: write lng,lat.");
  if (Math.abs(point.lat) > 90) return refuse("Latitudes run from -90 to 90: write lng,lat.");
  return accept(point);
}

/** An outline that cannot be is written as it was given, so that reading it says what is wrong. */
function writeArea(area: readonly Point[]): string {
  const corners = area.map(onGrid);
  const outline = plainOutline(corners);
  const written = (outline.ok ? outline.value : corners).map(inDegrees);
  return written.map(({ lng, lat }) => `${lng},${lat}`).join(";");
}

function onGrid({ lng, lat }: Point): Point {
  return { lng: Math.round(lng * STEPS), lat: Math.round(lat * STEPS) };
}

/** A quotient of whole numbers is the number as people write it; a product with 0.001 is not. */
function inDegrees({ lng, lat }: Point): Point {
  return { lng: lng / STEPS + 0, lat: lat / STEPS + 0 }; // -0 becomes 0
}

/** The smallest window around some points. */
export function boundsOf(points: readonly Point[]): Bounds {
  const lngs = points.map(({ lng }) => lng);
  const lats = points.map(({ lat }) => lat);
  return {
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
  };
}
