import type { Channel } from "@/lib/listings/listing";
import { parseSearchPage, type SearchParse, searchPath } from "@/lib/listings/search";
import { isTrackingParameter } from "@/lib/listings/search-parameters";

export type PageParameters = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a results page asks, and where its canonical address is if that is another. */
export type AskedPage = { readonly parse: SearchParse; readonly redirectTo: string | null };

export function readAskedPage(channel: Channel, place: readonly string[], given: PageParameters): AskedPage {
  const params = toSearchParams(given);
  const parse = parseSearchPage(channel, place, params);
  if (!parse.ok) return { parse, redirectTo: null };
  const canonical = searchPath(parse.search);
  const asked = spelling([channel, ...place].join("/"), params);
  const [path = "", query] = canonical.slice(1).split("?");
  const isCanonical = asked === spelling(path, new URLSearchParams(query));
  return { parse, redirectTo: isCanonical ? null : canonical };
}

/** Next's record of parameters as they were sent; it keeps their order, and repeated ones as arrays. */
export function toSearchParams(given: PageParameters): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const each of value === undefined ? [] : [value].flat()) params.append(name, each);
  }
  return params;
}

function spelling(path: string, params: URLSearchParams): string {
  const told = [...params].filter(([name]) => !isTrackingParameter(name));
  return JSON.stringify([path, told]);
}
