import useSWR from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import type { ListingMap } from "@/lib/listings/listing-map";
import { type MapView, mapKey } from "./map-view";

/** What a search finds in the window of a map; what was there before while that is on its way. */
export function useListingMap(filters: string, view: MapView | null) {
  const key = view === null ? null : mapKey(filters, view);
  const { data, error, mutate } = useSWR(key, fetchJson<ListingMap>, {
    ...{ keepPreviousData: true, revalidateOnFocus: false },
  });
  return { found: data ?? null, hasFailed: error !== undefined, tryAgain: () => void mutate() };
}
