import { isAppError } from "@/lib/errors";
import { parseParameters } from "@/lib/http/parameters";
import { calendarFileNamed, calendarPath } from "@/lib/inspections/calendar-file";
import { askedSpelling } from "@/lib/listings/asked-spelling";
import { CHANNELS } from "@/lib/listings/listing";
import { listingNamed } from "@/lib/listings/listing-named";
import {
  canonicalMapQuery,
  canonicalMapWindow,
  parseMapQuery,
  parseMapWindow,
} from "@/lib/listings/map-query";
import { canonicalQuery, parseSearch, parseSearchPage, searchPath } from "@/lib/listings/search";
import { feedPath } from "@/lib/listings/search-feed";
import { isTrackingParameter } from "@/lib/listings/search-parameters";
import { SHARE_PICTURE, sharePicturePath } from "@/lib/listings/share-picture-path";
import { SUBURBS_FILE, sitemapPartNamed, sitemapPartPath, suburbsPath } from "@/lib/listings/sitemap-part";
import { localityNamed } from "@/lib/localities/locality-named";
import { PLACE_PARAMETERS, readPlaceWords } from "@/lib/localities/place-question";
import { reportPath } from "@/lib/reports/report";

/** A public address whose answer may be stored: `path` is its one spelling, path and query, which is also what is rendered. */
export type StoredRoute = { readonly kind: "page" | "data"; readonly path: string };

const PAGES: ReadonlySet<string> = new Set(["/", "/about", "/privacy", "/terms", "/accessibility"]);
const FILES: ReadonlySet<string> = new Set(["/robots.txt", "/sitemap.xml"]);
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LISTING_NAME = /^(?:[a-z0-9]+-)*[1-9]\d{0,9}$/;
const NAME_LENGTH_MAX = 200;

/**
 * What may be stored, by address; null for everything else, which goes to Next. Pages are stored under their canonical address only, as
 * any other redirects there or is refused; data under whatever means the same. Two addresses that mean different things never share one.
 */
export function storedRoute(pathname: string, params: URLSearchParams): StoredRoute | null {
  const [, first = "", ...rest] = pathname.split("/");
  const isBare = [...params.keys()].every(isTrackingParameter);
  if (PAGES.has(pathname)) return isBare ? page(pathname) : null;
  if (first === "listing") return isBare ? listingPage(rest) : null;
  if (first === "suburb") return isBare ? suburbPage(rest) : null;
  if (first === "agency" || first === "agent") return isBare ? memberPage(first, rest) : null;
  if (pathname === "/report") return reportPage(params);
  if (first === "api") return dataRoute(rest, params, isBare);
  if (FILES.has(pathname)) return isBare ? data(pathname) : null;
  if (first === "sitemap") return isBare ? sitemapPart(rest) : null;
  if (first === "feed")
    return searchRoute(pathname, params, { named: rest[0], place: rest.slice(1), kind: "data" });
  return searchRoute(pathname, params, { named: first, place: rest, kind: "page" });
}

function page(path: string): StoredRoute {
  return { kind: "page", path };
}

function data(path: string): StoredRoute {
  return { kind: "data", path };
}

/** The page of a listing, or the picture that stands beside a link to it. */
function listingPage([name = "", file, ...more]: readonly string[]): StoredRoute | null {
  const isNamed = more.length === 0 && name.length <= NAME_LENGTH_MAX && LISTING_NAME.test(name);
  if (!isNamed || (file !== undefined && file !== SHARE_PICTURE)) return null;
  const path = `/listing/${name}`;
  return file === undefined ? page(path) : data(sharePicturePath(path));
}

function suburbPage([region = "", slug = "", ...more]: readonly string[]): StoredRoute | null {
  return more.length > 0 ? null : orNull(() => page(`/suburb/${localityNamed(region, slug)}`));
}

function memberPage(noun: "agency" | "agent", [slug = "", ...more]: readonly string[]): StoredRoute | null {
  return more.length === 0 && isSlug(slug) ? page(`/${noun}/${slug}`) : null;
}

/** What is reported stands in its address: nothing of the form is kept there. */
function reportPage(params: URLSearchParams): StoredRoute | null {
  const told = [...params].filter(([name]) => !isTrackingParameter(name));
  if (told.length === 0) return page("/report");
  const [[name = "", id = ""] = [], ...more] = told;
  if (name !== "listing" || more.length > 0) return null;
  return orNull(() => page(reportPath(listingNamed(id))));
}

function isSlug(text: string): boolean {
  return text.length <= NAME_LENGTH_MAX && SLUG.test(text);
}

type AskedSearch = Pick<StoredRoute, "kind"> & {
  readonly named: string | undefined;
  readonly place: readonly string[];
};

/** The page of a search, or its feed. */
function searchRoute(
  pathname: string,
  params: URLSearchParams,
  { named, place, kind }: AskedSearch,
): StoredRoute | null {
  const channel = CHANNELS.find((each) => each === named);
  if (channel === undefined) return null;
  const parsed = parseSearchPage(channel, place, params);
  if (!parsed.ok) return null;
  const path = kind === "page" ? searchPath(parsed.search) : feedPath(parsed.search);
  return askedSpelling(pathname, params) === path ? { kind, path } : null;
}

function sitemapPart([region = "", file = "", ...more]: readonly string[]): StoredRoute | null {
  if (more.length > 0 || !isSlug(region)) return null;
  if (file === SUBURBS_FILE) return data(suburbsPath(region));
  return orNull(() => data(sitemapPartPath(region, sitemapPartNamed(file))));
}

function dataRoute(
  [noun, ...rest]: readonly string[],
  params: URLSearchParams,
  isBare: boolean,
): StoredRoute | null {
  const [first, second, third, ...more] = rest;
  if (more.length > 0) return null;
  if (third !== undefined)
    return noun === "listings" && second === "inspections" && params.size === 0
      ? orNull(() => data(calendarPath(listingNamed(first ?? ""), calendarFileNamed(third))))
      : null;
  if (noun === "map" && first === undefined) {
    const parsed = parseMapQuery(params);
    return parsed.ok ? data(`/api/map?${canonicalMapQuery(parsed.query)}`) : null;
  }
  if (noun === "map" && first === "labels" && second === undefined) {
    const parsed = parseMapWindow(params);
    return parsed.ok ? data(`/api/map/labels?${canonicalMapWindow(parsed.window)}`) : null;
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
