import type { ListingMap, MapCluster } from "@/lib/listings/listing-map";
import { mapGrid } from "@/lib/listings/map-grid";
import type { MapQuery } from "@/lib/listings/map-query";
import type { PlainListing } from "@/tests/support/plain-listing";

/** As much of a listing as a map shows. */
export type PlacedListing = Pick<PlainListing, "id" | "low" | "high" | "currency" | "point">;

/** What a map must show of what a search finds, worked out the plain way. */
export function plainMap(
  found: readonly PlacedListing[],
  { bounds, zoom }: MapQuery,
): Pick<ListingMap, "total" | "clusters"> & { readonly single: readonly number[] } {
  const { cellDegrees } = mapGrid({ bounds, zoom });
  const here = found.filter((listing) => {
    const { lng, lat } = listing.point;
    return bounds.west <= lng && lng <= bounds.east && bounds.south <= lat && lat <= bounds.north;
  });
  const cells = new Map<string, PlacedListing[]>();
  for (const listing of here) {
    const { lng, lat } = listing.point;
    const cell = `${Math.floor(lat / cellDegrees)} ${Math.floor(lng / cellDegrees)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), listing]);
  }
  const isEachSingle = here.length <= 60 || (zoom >= 16 && here.length <= 400);
  const groups = isEachSingle ? here.map((listing) => [listing]) : [...cells.values()];
  return {
    total: here.length,
    single: ids(groups.filter(({ length }) => length === 1).flat()),
    clusters: groups.filter(({ length }) => length > 1).map(clusterOf),
  };
}

function clusterOf(listings: readonly PlacedListing[]): MapCluster {
  const lngs = listings.map((listing) => listing.point.lng);
  const lats = listings.map((listing) => listing.point.lat);
  const lows = listings.flatMap(({ low }) => (low === null ? [] : [low]));
  const highs = listings.flatMap(({ high }) => (high === null ? [] : [high]));
  const [currency = "", ...others] = [...new Set(listings.map((listing) => listing.currency))];
  return {
    count: listings.length,
    position: { lng: mean(lngs), lat: mean(lats) },
    bounds: {
      west: Math.min(...lngs),
      south: Math.min(...lats),
      east: Math.max(...lngs),
      north: Math.max(...lats),
    },
    price:
      others.length > 0 || lows.length === 0
        ? null
        : { low: Math.min(...lows), high: Math.max(...highs), currency },
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function ids(listings: readonly PlacedListing[]): readonly number[] {
  return listings.map(({ id }) => id).sort((a, b) => a - b);
}
