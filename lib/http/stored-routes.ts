import { isAppError } from "@/lib/errors";
import { parseParameters } from "@/lib/http/parameters";
import { CHANNELS } from "@/lib/listings/listing";
import { listingNamed } from "@/lib/listings/listing-named";
import { canonicalMapQuery, parseMapQuery } from "@/lib/listings/map-query";
import { canonicalQuery, parseSearch, parseSearchPage, searchPath } from "@/lib/listings/search";
import { isTrackingParameter } from "@/lib/listings/search-parameters";
import { localityNamed } from "@/lib/localities/locality-named";
import { PLACE_PARAMETERS, readPlaceWords } from "@/lib/localities/place-question";

/** A public address whose answer may be stored: `path` is its one spelling, path and query, which is also what is rendered. */
export type StoredRoute = { readonly kind: "page" | "data"; readonly path: string };

const LISTING_NAME = /^(?:[a-z0-9]+-)*[1-9]\d{0,9}$/;
const LISTING_NAME_LENGTH_MAX = 200;

/**
 * What may be stored, by address; null for everything else, which goes to Next. Pages are stored under their canonical address only, as
 * any other redirects there or is refused; data under whatever means the same. Two addresses that mean different things never share one.
 */
export function storedRoute(pathname: string, params: URLSearchParams): StoredRoute | null {
  const [, first = "", ...rest] = pathname.split("/");
  const isBare = [...params.keys()].every(isTrackingParameter);
  if (pathname === "/" || pathname === "/about") return isBare ? page(pathname) : null;
  if (first === "listing") return isBare ? listingPage(rest) : null;
  if (first === "api") return dataRoute(rest, params, isBare);
  const channel = CHANNELS.find((each) => each === first);
  return channel === undefined ? null : resultsPage(pathname, params, { channel, place: rest });
}

function page(path: string): StoredRoute {
  return { kind: "page", path };
}

function data(path: string): StoredRoute {
  return { kind: "data", path };
}

function listingPage([name = "", ...more]: readonly string[]): StoredRoute | null {
  const isNamed = more.length === 0 && name.length <= LISTING_NAME_LENGTH_MAX && LISTING_NAME.test(name);
  return isNamed ? page(`/listing/${name}`) : null;
}

function resultsPage(
  pathname: string,
  params: URLSearchParams,
  { channel, place }: { readonly channel: (typeof CHANNELS)[number]; readonly place: readonly string[] },
): StoredRoute | null {
  const parsed = parseSearchPage(channel, place, params);
  if (!parsed.ok) return null;
  const path = searchPath(parsed.search);
  const asked = [...params]
    .filter(([name]) => !isTrackingParameter(name))
    .map(([name, value]) => `${name}=${value}`);
  return (asked.length === 0 ? pathname : `${pathname}?${asked.join("&")}`) === path ? page(path) : null;
}

function dataRoute(
  [noun, ...rest]: readonly string[],
  params: URLSearchParams,
  isBare: boolean,
): StoredRoute | null {
  const [first, second, ...more] = rest;
  if (more.length > 0) return null;
  if (noun === "map" && first === undefined) {
    const parsed = parseMapQuery(params);
    return parsed.ok ? data(`/api/map?${canonicalMapQuery(parsed.query)}`) : null;
  }
  if (noun === "listings" && first === undefined) {
    const parsed = parseSearch(params);
    return parsed.ok ? data(`/api/listings?${canonicalQuery(parsed.search)}`) : null;
  }
  return orNull(() => {
    if (noun === "listings" && first !== undefined && second === undefined && isBare)
      return data(`/api/listings/${listingNamed(first)}`);
    if (noun === "listings" && first !== undefined && second === "similar" && params.size === 0)
      return data(`/api/listings/${listingNamed(first)}/similar`);
    if (noun === "localities" && first === undefined) {
      const { q, limit } = parseParameters(params, PLACE_PARAMETERS);
      return data(`/api/localities?q=${encodeURIComponent(readPlaceWords(q).join(" "))}&limit=${limit}`);
    }
    if (noun === "localities" && first !== undefined && second !== undefined && params.size === 0)
      return data(`/api/localities/${localityNamed(first, second)}`);
    return null;
  });
}

/** What is refused, Next refuses in words. */
function orNull(read: () => StoredRoute | null): StoredRoute | null {
  try {
    return read();
  } catch (thrown) {
    if (isAppError(thrown)) return null;
    throw thrown;
  }
}
