import { useEffect } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import type { ListingMap } from "@/lib/listings/listing-map";
import type { Bounds } from "@/lib/listings/search";
import { boundsOf } from "@/lib/listings/search-area";
import { BOUNDS } from "@/lib/listings/search-bounds";
import type { MapHost } from "./map-host";
import { extentOf, worldKey } from "./map-view";

/** Beside what is found there is room for its marks; a window is what was seen. */
const PADDING = { window: 0, found: { top: 80, bottom: 64, left: 64, right: 72 } };
const ZOOM_MAX = 15;

/** Turns the map to what a search is about, once for each search, unless the search came from the map. */
export function useFit(host: MapHost | null, { filters, bounds, area }: MappedSearch): void {
  const isGiven = bounds !== null || area !== null;
  const { data, error } = useSWR(isGiven ? null : worldKey(filters), fetchJson<ListingMap>, {
    ...{ revalidateOnFocus: false, revalidateIfStale: false },
  });
  const found = data === undefined ? undefined : extentOf(data);
  const target = bounds ?? (area === null ? found : boundsOf(area));
  const isKnown = target !== undefined || error !== undefined;
  const search = [filters, BOUNDS.write(bounds)].join(" ");
  const to = target == null ? null : JSON.stringify(target);

  useEffect(() => {
    if (host === null || !isKnown || host.fitted === search) return;
    const isFirst = host.fitted === null;
    host.fitted = search;
    const isFromMap = bounds !== null && BOUNDS.write(bounds) === host.asked;
    if (isFromMap && !isFirst) return;
    if (to === null) {
      host.map.jumpTo({});
      return;
    }
    const { west, south, east, north }: Bounds = JSON.parse(to);
    const padding = bounds === null ? PADDING.found : PADDING.window;
    const duration = isFirst ? 0 : 500;
    host.map.fitBounds([west, south, east, north], { padding, maxZoom: ZOOM_MAX, duration });
  }, [host, isKnown, search, to, bounds]);
}
