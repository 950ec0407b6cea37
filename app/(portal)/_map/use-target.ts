import useSWR, { preload } from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import type { ListingMap } from "@/lib/listings/listing-map";
import type { Bounds } from "@/lib/listings/search";
import { boundsOf } from "@/lib/listings/search-area";
import { extentOf, worldKey } from "./map-view";

/** What the map of a search is turned to: a window, or null where nothing is found; undefined until that is known. */
export function useTarget({ filters, bounds, area }: MappedSearch): Bounds | null | undefined {
  const { data, error } = useSWR(
    isGiven({ bounds, area }) ? null : worldKey(filters),
    fetchJson<ListingMap>,
    {
      ...{ revalidateOnFocus: false, revalidateIfStale: false },
    },
  );
  if (bounds !== null) return bounds;
  if (area !== null) return boundsOf(area);
  if (data !== undefined) return extentOf(data);
  return error === undefined ? undefined : null;
}

/** Asks for what decides about that before there is a map to turn. */
export function preloadTarget(mapped: MappedSearch): void {
  if (!isGiven(mapped)) void preload(worldKey(mapped.filters), fetchJson<ListingMap>);
}

function isGiven({ bounds, area }: Pick<MappedSearch, "bounds" | "area">): boolean {
  return bounds !== null || area !== null;
}
