import type { Bounds } from "@/lib/listings/search";
import type { Point } from "@/prisma/seed/demo/distance";
import type { Random } from "@/prisma/seed/demo/random";

/** How close people look, as often as the weight says: the country, a region, a city, some suburbs, some streets. */
export const ZOOMS = {
  4: 5,
  5: 5,
  6: 5,
  7: 5,
  8: 6,
  9: 8,
  10: 10,
  11: 12,
  12: 14,
  13: 12,
  14: 9,
  15: 6,
  16: 3,
} as const;
export type Zoom = keyof typeof ZOOMS;

/** Pixels of a map beside its list. */
const WIDTH = 900;
const HEIGHT = 760;
/** Of the whole world at zoom 0, as MapLibre counts zooms. */
const WORLD = 512;
const LATITUDE_MAX = 80;

export function drawZoom(random: Random): Zoom {
  return Number(random.weighted(ZOOMS)) as Zoom;
}

/** A map of that zoom, with this place somewhere near its middle. */
export function drawWindow({ latitude, longitude }: Point, zoom: Zoom, random: Random): Bounds {
  const width = (360 * WIDTH) / (WORLD * 2 ** zoom);
  const height = ((360 * HEIGHT) / (WORLD * 2 ** zoom)) * Math.cos((latitude * Math.PI) / 180);
  const x = longitude + width * random.between(-0.3, 0.3);
  const y = latitude + height * random.between(-0.3, 0.3);
  return {
    west: within(x - width / 2, 180),
    east: within(x + width / 2, 180),
    south: within(y - height / 2, LATITUDE_MAX),
    north: within(y + height / 2, LATITUDE_MAX),
  };
}

function within(degrees: number, most: number): number {
  return Math.min(most, Math.max(-most, degrees));
}
