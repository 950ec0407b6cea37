export type Point = { readonly latitude: number; readonly longitude: number };

const KM_PER_DEGREE = 111.2;
const RADIANS = Math.PI / 180;

/** Kilometres north and east from one point to another, on a plane: right within half a percent over the width of a city. */
function offsetKm(from: Point, to: Point): { north: number; east: number } {
  const north = (to.latitude - from.latitude) * KM_PER_DEGREE;
  const east = (to.longitude - from.longitude) * KM_PER_DEGREE * Math.cos(from.latitude * RADIANS);
  return { north, east };
}

export function distanceKm(from: Point, to: Point): number {
  const { north, east } = offsetKm(from, to);
  return Math.hypot(north, east);
}

/** How much the way from one point to another leads towards a compass bearing: 1 straight towards it, -1 straight away. */
export function towards(bearing: number, from: Point, to: Point): number {
  const { north, east } = offsetKm(from, to);
  const length = Math.hypot(north, east);
  if (length === 0) return 0;
  return (north * Math.cos(bearing * RADIANS) + east * Math.sin(bearing * RADIANS)) / length;
}

/** The point that lies so far north and east of another. */
export function movedBy(from: Point, { north, east }: { north: number; east: number }): Point {
  return {
    latitude: from.latitude + north / KM_PER_DEGREE,
    longitude: from.longitude + east / (KM_PER_DEGREE * Math.cos(from.latitude * RADIANS)),
  };
}
