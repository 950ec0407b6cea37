import { z } from "zod";
import type { Read } from "@/lib/cache/read";
import type { Bounds } from "@/lib/listings/search";
import { ANY_PLACE, ANY_STOCK, PLACE_RANK_LIFETIME } from "@/lib/localities/freshness";
import type { MapLabel } from "@/lib/localities/map-label";

const MAP_LABELS: z.ZodType<readonly MapLabel[]> = z.array(
  z.object({ name: z.string(), lng: z.number(), lat: z.number() }),
);

/** `bounds` on the grid of a zoom (see snappedWindow). Any place may come to be among the busiest of a window. */
export function mapLabelsRead({ west, south, east, north }: Bounds): Read<readonly MapLabel[]> {
  return {
    key: `map-labels/${[west, south, east, north].join(",")}`,
    tags: [...ANY_PLACE, "listings", ANY_STOCK],
    lifetime: PLACE_RANK_LIFETIME,
    shape: { name: "map-labels", version: 1, parse: (stored) => MAP_LABELS.parse(stored) },
  };
}
