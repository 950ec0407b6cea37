import type { Bounds, Point } from "@/lib/listings/search";

const EARTH_RADIUS_M = 6_371_000;

/** Metres over the sphere (haversine). */
export function metresApart(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
}

export function isInWindow({ lng, lat }: Point, { west, south, east, north }: Bounds): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Whether a ray from the point to the east crosses the outline an odd number of times. Nothing is said of points on the line. */
export function isInOutline({ lng, lat }: Point, outline: readonly Point[]): boolean {
  let isInside = false;
  outline.forEach((from, at) => {
    const to = outline[(at + 1) % outline.length] ?? from;
    if (from.lat > lat === to.lat > lat) return;
    const crossing = from.lng + ((lat - from.lat) / (to.lat - from.lat)) * (to.lng - from.lng);
    if (crossing > lng) isInside = !isInside;
  });
  return isInside;
}

/** The middle of what is searched: the mean of the localities' points, else the middle of the window around the corners. */
export function middleOf(localities: readonly Point[], corners: readonly Point[]): Point {
  if (localities.length > 0) {
    const mean = (of: (point: Point) => number) =>
      localities.reduce((sum, point) => sum + of(point), 0) / localities.length;
    return { lng: mean(({ lng }) => lng), lat: mean(({ lat }) => lat) };
  }
  const lngs = corners.map(({ lng }) => lng);
  const lats = corners.map(({ lat }) => lat);
  return {
    lng: (Math.min(...lngs) + Math.max(...lngs)) / 2,
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
  };
}
