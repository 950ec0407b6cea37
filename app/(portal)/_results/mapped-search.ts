import type { Channel } from "@/lib/listings/listing";
import {
  type Bounds,
  canonicalQuery,
  emptySearch,
  type ListingSearch,
  type Point,
  searchPath,
} from "@/lib/listings/search";

/** As much of a search as its map needs, spelt here, where searches are read. */
export type MappedSearch = {
  readonly channel: Channel;
  /** The canonical query of its filters: what is asked of a map, but for the window and the zoom. */
  readonly filters: string;
  /** The canonical address of its first page. */
  readonly path: string;
  /** Where the list looks on the map, if it does. */
  readonly bounds: Bounds | null;
  readonly area: readonly Point[] | null;
};

export function mappedSearch(search: ListingSearch): MappedSearch {
  const { sort, limit } = emptySearch(search.channel);
  return {
    ...{ channel: search.channel, bounds: search.bounds, area: search.area, path: searchPath(search) },
    filters: canonicalQuery({ ...search, bounds: null, sort, limit, after: null }),
  };
}
