import { useEffect } from "react";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import { BOUNDS } from "@/lib/listings/search-bounds";
import { type MapHost, viewAround } from "./map-host";
import type { Target } from "./use-target";

/** Turns the map to what a search is about, once for each search, unless the search came from the map. */
export function useFit(
  host: MapHost | null,
  { filters, bounds }: MappedSearch,
  target: Target | undefined,
): void {
  const isKnown = target !== undefined;
  // What could not be asked is turned to once it is known.
  const search = [filters, BOUNDS.write(bounds), target?.isUnknown ? "unknown" : ""].join(" ");
  const to = target === undefined || target.window === null ? null : JSON.stringify(target.window);

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
