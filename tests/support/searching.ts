import { searchListings } from "@/lib/listings/queries";
import { type ListingSearch, parseSearch } from "@/lib/listings/search";

/** The search that a query of the API asks for. */
export function search(query: string): ListingSearch {
  const parse = parseSearch(new URLSearchParams(query));
  if (!parse.ok) throw new Error(`${query}: ${JSON.stringify(parse.issues)}`);
  return parse.search;
}

/** The ids that a search finds, page after page, with something done between any two. */
export async function walk(
  first: ListingSearch,
  between: (seen: readonly number[]) => Promise<void> = async () => {},
): Promise<readonly number[]> {
  const seen: number[] = [];
  let page = await searchListings(first);
  for (let pages = 1; pages <= 200; pages++) {
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) return seen;
    await between(seen);
    page = await searchListings({ ...first, after: page.next });
  }
  throw new Error("There is no end to these pages.");
}
