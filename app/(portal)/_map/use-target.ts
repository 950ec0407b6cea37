import useSWR, { preload } from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import type { MappedSearch } from "@/app/(portal)/_results/mapped-search";
import type { ListingMap } from "@/lib/listings/listing-map";
import type { Bounds } from "@/lib/listings/search";
import { boundsOf } from "@/lib/listings/search-area";
import { extentOf, worldKey } from "./map-view";

/** What the map of a search is turned to: a window, or null where nothing is found. */
export type Target = {
  readonly window: Bounds | null;
  /** It could not be asked, and may be known later. */
  readonly isUnknown: boolean;
};

/** Undefined until that is known, or cannot be. */
export function useTarget({ filters, bounds, area }: MappedSearch): Target | undefined {
  const { data, error } = useSWR(
    isGiven({ bounds, area }) ? null : worldKey(filters),
    fetchJson<ListingMap>,
    { revalidateOnFocus: false, revalidateIfStale: false },
  );
  if (bounds !== null) return { window: bounds, isUnknown: false };
  if (area !== null) return { window: boundsOf(area), isUnknown: false };
  if (data !== undefined) return { window: extentOf(data), isUnknown: false };
  return error === undefined ? undefined : { window: null, isUnknown: true };
}

/** Asks for what decides about that before there is a map to turn. */
export function preloadTarget(mapped: MappedSearch): void {
  // Whoever waits for it hears of a failure.
  if (!isGiven(mapped)) preload(worldKey(mapped.filters), fetchJson<ListingMap>).catch(() => {});
}

function isGiven({ bounds, area }: Pick<MappedSearch, "bounds" | "area">): boolean {
  return bounds !== null || area !== null;
}
