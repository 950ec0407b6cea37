import { CHANNELS } from "@/lib/listings/listing";
import { type ListingSearch, parseSearch, parseSearchPage } from "@/lib/listings/search";

/** The search that a query of the API asks for. */
export function parsed(query: string): ListingSearch {
  const parse = parseSearch(new URLSearchParams(query));
  if (!parse.ok) throw new Error(`${query}: ${JSON.stringify(parse.issues)}`);
  return parse.search;
}

/** The search that the address of a page asks for. */
export function parsedPage(path: string): ListingSearch {
  const { pathname, searchParams } = new URL(path, "http://portal.test");
  const [first, ...place] = pathname.slice(1).split("/");
  const channel = CHANNELS.find((each) => each === first);
  if (channel === undefined) throw new Error(`${path} has no channel.`);
  const parse = parseSearchPage(channel, place, searchParams);
  if (!parse.ok) throw new Error(`${path}: ${JSON.stringify(parse.issues)}`);
  return parse.search;
}

/** What a query of the API is refused for: field by field. */
export function refusedFields(query: string): readonly string[] {
  const parse = parseSearch(new URLSearchParams(query));
  return parse.ok ? [] : parse.issues.map(({ field }) => field);
}
