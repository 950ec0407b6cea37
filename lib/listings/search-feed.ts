import { type ListingSearch, PAGE_SIZE, searchPath, searchWith } from "@/lib/listings/search";

/** What the feed of a search asks: the same homes, the newest first, as many as a page shows. */
export function feedSearch(search: ListingSearch): ListingSearch {
  return searchWith(search, { sort: "newest", limit: PAGE_SIZE });
}

/** The one address of a search's feed: "/feed/buy/nsw/newtown?beds=3-". All orders and pages of a search share it. */
export function feedPath(search: ListingSearch): string {
  return `/feed${searchPath(feedSearch(search))}`;
}
