import { useEffect } from "react";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import type { Bounds } from "@/lib/listings/search";
import { BOUNDS } from "@/lib/listings/search-bounds";
import { type MapHost, viewAround } from "./map-host";

/** Turns the map to what a search is about, once for each search, unless the search came from the map. */
export function useFit(
  host: MapHost | null,
  { filters, bounds }: MappedSearch,
  target: Bounds | null | undefined,
): void {
  const isKnown = target !== undefined;
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
    const { bounds: window, fitBoundsOptions } = viewAround(JSON.parse(to), bounds !== null);
    host.map.fitBounds(window, { ...fitBoundsOptions, duration: isFirst ? 0 : 500 });
  }, [host, isKnown, search, to, bounds]);
}
