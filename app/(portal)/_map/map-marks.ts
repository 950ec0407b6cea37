import type { ListingMap, MapCluster, MapListing } from "@/lib/listings/listing-map";
import type { Point } from "@/lib/listings/search";

/** One thing on a map that can be pressed: a cluster, or the homes that stand at one spot. */
export type Mark = { readonly key: string; readonly position: Point } & (
  | { readonly kind: "cluster"; readonly cluster: MapCluster }
  | { readonly kind: "homes"; readonly homes: readonly [MapListing, ...MapListing[]] }
);

/** In the order in which they are read: from north to south, then from west to east. Homes at one spot are one mark. */
export function marksOf({ clusters, listings }: Pick<ListingMap, "clusters" | "listings">): readonly Mark[] {
  const spots = new Map<string, [MapListing, ...MapListing[]]>();
  for (const listing of listings) {
    const spot = spotOf(listing.position);
    const others = spots.get(spot);
    if (others) others.push(listing);
    else spots.set(spot, [listing]);
  }
  const marks: Mark[] = [
    ...clusters.map((cluster) => ({
      ...{ kind: "cluster" as const, key: `${spotOf(cluster.position)} ${cluster.count}`, cluster },
      position: cluster.position,
    })),
    ...[...spots].map(([key, homes]) => ({
      ...{ kind: "homes" as const, key, homes, position: homes[0].position },
    })),
  ];
  return marks.sort((one, other) => readingOrder(one.position, other.position));
}

function readingOrder(one: Point, other: Point): number {
  return other.lat - one.lat || one.lng - other.lng;
}

function spotOf({ lng, lat }: Point): string {
  return `${lng.toFixed(5)} ${lat.toFixed(5)}`;
}

/** Where a card stands beside its mark, so that it lies within the map: above or below it, and over which of its sides. */
export type CardPlace = { readonly isAbove: boolean; readonly over: "start" | "middle" | "end" };

export function cardPlace(
  at: { readonly x: number; readonly y: number },
  map: { readonly width: number; readonly height: number },
  cardWidth: number,
): CardPlace {
  const half = cardWidth / 2;
  const over = at.x < half ? "start" : at.x > map.width - half ? "end" : "middle";
  return { isAbove: at.y > map.height / 2, over };
}
