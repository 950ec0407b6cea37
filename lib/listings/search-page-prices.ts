import type { PriceSpan } from "@/lib/listings/price-span";
import type { ListingSearch } from "@/lib/listings/search";
import type { SearchCursor } from "@/lib/listings/search-cursor";
import { NO_PRICE_DOWN, NO_PRICE_UP } from "@/lib/listings/search-order";

type Page = {
  readonly cursor: SearchCursor | null;
  /** In order; one more than the page holds when there is a next page. */
  readonly items: readonly { readonly keys: readonly string[] }[];
};

/**
 * The prices among which a page that is sorted by them lies: a listing that comes there or goes away from there changes the page, one that
 * moves before or behind it does not. None of a page in another order.
 */
export function pricesShown({ sort, limit }: ListingSearch, { cursor, items }: Page): readonly PriceSpan[] {
  if (sort !== "price-up" && sort !== "price-down") return [];
  const first = priceOf(cursor?.keys[0]);
  const last = items.length > limit ? priceOf(items.at(-1)?.keys[0]) : null;
  return [sort === "price-up" ? { from: first ?? 0, to: last } : { from: last ?? 0, to: first }];
}

/** Of a cursor's text; null where there is none. */
function priceOf(text: string | undefined): number | null {
  return text === undefined || text === NO_PRICE_UP || text === NO_PRICE_DOWN ? null : Number(text);
}
