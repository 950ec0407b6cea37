import type { Map as MapLibreMap } from "maplibre-gl";
import type { ListingMap } from "@/lib/listings/listing-map";
import { snappedWindow } from "@/lib/listings/map-window";
import type { Bounds, Point } from "@/lib/listings/search";

/** What a map shows, as the API is asked for it. */
export type MapView = { readonly bounds: Bounds; readonly zoom: number };

const ZOOM_MAX = 20;

/** The whole world at once: where everything is that a search finds. */
const WORLD: MapView = { bounds: { west: -180, south: -90, east: 180, north: 90 }, zoom: 0 };

export function viewOf(map: MapLibreMap): MapView {
  return { bounds: windowOf(map), zoom: Math.min(ZOOM_MAX, Math.max(0, Math.round(map.getZoom()))) };
}

/** What lies in the window of the map; never beyond the 180th meridian. */
export function windowOf(map: MapLibreMap): Bounds {
  const bounds = map.getBounds();
  const longitude = (degrees: number) => Math.min(180, Math.max(-180, degrees));
  return {
    ...{ west: longitude(bounds.getWest()), east: longitude(bounds.getEast()) },
    ...{ south: Math.max(-90, bounds.getSouth()), north: Math.min(90, bounds.getNorth()) },
  };
}

/** Key of what a search finds in a window: where the API answers it. `filters` is canonical (see mappedSearch). */
export function mapKey(filters: string, view: MapView): string {
  return `/api/map?${filters}&${viewQuery(view)}`;
}

export function worldKey(filters: string): string {
  return mapKey(filters, WORLD);
}

export function viewQuery({ bounds, zoom }: MapView): string {
  const { west, south, east, north } = snappedWindow(bounds, zoom);
  return `bounds=${[west, south, east, north].join(",")}&zoom=${zoom}`;
}

/** How many homes stand in a window, of what is on a map that is a little larger. */
export function countIn(
  { west, south, east, north }: Bounds,
  { clusters, listings }: Pick<ListingMap, "clusters" | "listings">,
): number {
  const isInside = ({ position: { lng, lat } }: { position: Point }) =>
    west <= lng && lng <= east && south <= lat && lat <= north;
  const inClusters = clusters.filter(isInside).reduce((sum, { count }) => sum + count, 0);
  return inClusters + listings.filter(isInside).length;
}

/** The smallest window around everything on a map; null where there is nothing. */
export function extentOf({ clusters, listings }: Pick<ListingMap, "clusters" | "listings">): Bounds | null {
  const windows = [
    ...clusters.map(({ bounds }) => bounds),
    ...listings.map(({ position: { lng, lat } }) => ({ west: lng, south: lat, east: lng, north: lat })),
  ];
  if (windows.length === 0) return null;
  return {
    west: Math.min(...windows.map(({ west }) => west)),
    south: Math.min(...windows.map(({ south }) => south)),
    east: Math.max(...windows.map(({ east }) => east)),
    north: Math.max(...windows.map(({ north }) => north)),
  };
}
