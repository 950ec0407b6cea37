import "server-only";
import { agencyRead } from "@/lib/agencies/freshness";
import { getAgency } from "@/lib/agencies/queries";
import type { Read } from "@/lib/cache/read";
import { AppError } from "@/lib/errors";
import { parseParameters } from "@/lib/http/parameters";
import { sitemapRead } from "@/lib/known-sitemap-reads";
import {
  goneListingRead,
  listingRead,
  searchCountsRead,
  searchOptionsRead,
  searchRead,
} from "@/lib/listings/freshness";
import { CHANNELS, ListingId } from "@/lib/listings/listing";
import { mapRead } from "@/lib/listings/map-freshness";
import { getListingMap } from "@/lib/listings/map-queries";
import { parseMapQuery, parseMapWindow } from "@/lib/listings/map-query";
import { findGoneListing, getListing, searchListings } from "@/lib/listings/queries";
import {
  emptySearch,
  type ListingSearch,
  parseSearch,
  parseSearchPage,
  type SearchParse,
} from "@/lib/listings/search";
import { feedSearch } from "@/lib/listings/search-feed";
import { similarListingsRead } from "@/lib/listings/similar-freshness";
import { findSimilarListings } from "@/lib/listings/similar-queries";
import { sitemapPartNamed } from "@/lib/listings/sitemap-part";
import {
  localitiesAroundRead,
  localityRead,
  placesRead,
  regionRead,
  regionsRead,
  suburbProfileRead,
} from "@/lib/localities/freshness";
import type { LocalityKey } from "@/lib/localities/locality";
import { mapLabelsRead } from "@/lib/localities/map-label-freshness";
import { listMapLabels } from "@/lib/localities/map-label-queries";
import { PLACE_PARAMETERS, readPlaceWords } from "@/lib/localities/place-question";
import { getSuburbProfile } from "@/lib/localities/profile-queries";
import {
  findLocalities,
  getLocality,
  getRegion,
  listLocalitiesAround,
  listRegions,
} from "@/lib/localities/queries";

const NEWEST_ON_HOME = 6;

/** A read of the portal, and how the portal asks for it. */
export type KnownRead = { readonly read: Read<unknown>; readonly ask: () => Promise<unknown> };

/** What can be explained: an address of the portal, whole or from its path on, or a key as `cache watch` shows it. AppError bad_request for anything else. */
export function readsNamed(name: string): readonly KnownRead[] {
  const reads = /^(\/|https?:)/.test(name)
    ? readsOfAddress(new URL(name, "http://localhost"))
    : readsOfKey(name);
  if (reads.length > 0) return reads;
  throw new AppError(
    "bad_request",
    `"${name}" names nothing that is cached; give an address of the portal (/buy/nsw/newtown, /api/listings/12) or a key as bin/verandah cache watch shows it (listing/12).`,
  );
}

/** The read with this key, or null when the portal, as it is now, has none. */
export function readOfKey(key: string): KnownRead | null {
  try {
    return readsOfKey(key).find(({ read }) => read.key === key) ?? null;
  } catch {
    return null;
  }
}

function readsOfAddress({ pathname, searchParams }: URL): readonly KnownRead[] {
  const [first = "", ...rest] = pathname.split("/").filter((part) => part !== "");
  const channel = CHANNELS.find((each) => each === first);
  if (channel !== undefined) return readsOfSearch(parseSearchPage(channel, rest, searchParams));
  if (first === "") return [...searchReads({ ...emptySearch("buy"), limit: NEWEST_ON_HOME }), REGIONS];
  if (first === "listing") {
    const id = /(\d+)$/.exec(rest[0] ?? "")?.[1];
    return [...readsOfListing(id), ...similarOf(id)];
  }
  if (first === "feed") return readsOfFeed(rest, searchParams);
  if (first === "sitemap.xml") return [sitemapRead("sitemap-parts")];
  if (first === "sitemap" && rest.length === 2)
    return [sitemapRead("sitemap", rest[0], sitemapPartNamed(rest[1] ?? ""))];
  if (first !== "api") return [];
  if (rest[0] === "listings" && rest[2] === "similar") return similarOf(rest[1]);
  if (rest[0] === "listings" && (rest.length === 2 || rest[2] === "inspections"))
    return readsOfListing(rest[1]);
  if (rest[0] === "listings") return readsOfSearch(parseSearch(searchParams));
  if (rest[0] === "map" && rest[1] === "labels") return labelsOf(searchParams);
  if (rest[0] === "map") return readsOfMap(searchParams);
  if (rest[0] === "localities" && rest.length === 3) return [profile(`${rest[1]}/${rest[2]}`)];
  if (rest[0] === "localities") {
    const { q, limit } = parseParameters(searchParams, PLACE_PARAMETERS);
    return [places(readPlaceWords(q), limit)];
  }
  return [];
}

function readsOfKey(key: string): readonly KnownRead[] {
  const [, kind = "", rest = ""] = /^([a-z-]+)\/?(.*)$/.exec(key) ?? [];
  const [first = "", second = ""] = rest.split("/");
  switch (kind) {
    case "listing":
    case "gone-listing":
      return readsOfListing(rest).filter(({ read }) => read.key === key);
    case "similar-listings":
      return similarOf(rest);
    case "search":
    case "search-counts":
    case "search-options":
      return readsOfSearch(parseSearch(new URLSearchParams(rest)));
    case "map":
      return readsOfMap(new URLSearchParams(rest));
    case "map-labels":
      return labelsOf(new URLSearchParams({ bounds: rest, zoom: "16" }));
    case "locality": {
      const locality: LocalityKey = `${first}/${second}`;
      return [{ read: localityRead(locality), ask: () => getLocality(locality) }];
    }
    case "localities-around":
      return [localitiesAround(rest.slice(first.length + 1), Number(first))];
    case "suburb-profile":
      return [profile(`${first}/${second}`)];
    case "sitemap-parts":
    case "sitemap-regions":
    case "sitemap":
      return [sitemapRead(kind, first, second)];
    case "region":
      return [{ read: regionRead(first), ask: () => getRegion(first) }];
    case "regions":
      return [REGIONS];
    case "agency":
      return [{ read: agencyRead(first), ask: () => getAgency(first) }];
    case "places":
      return [places(second.split(" "), Number(first))];
    default:
      return [];
  }
}

const REGIONS: KnownRead = { read: regionsRead(), ask: listRegions };

function readsOfFeed([named, ...place]: readonly string[], params: URLSearchParams): readonly KnownRead[] {
  const channel = CHANNELS.find((each) => each === named);
  if (channel === undefined) return [];
  const parsed = parseSearchPage(channel, place, params);
  return readsOfSearch(parsed.ok ? { ok: true, search: feedSearch(parsed.search) } : parsed);
}

function readsOfListing(given: string | undefined): readonly KnownRead[] {
  const id = ListingId.safeParse(given).data;
  if (id === undefined) return [];
  return [
    { read: listingRead(id), ask: () => getListing(id) },
    { read: goneListingRead(id), ask: () => findGoneListing(id) },
  ];
}

function similarOf(given: string | undefined): readonly KnownRead[] {
  const id = ListingId.safeParse(given).data;
  return id === undefined ? [] : [{ read: similarListingsRead(id), ask: () => findSimilarListings(id) }];
}

function profile(key: LocalityKey): KnownRead {
  return { read: suburbProfileRead(key), ask: () => getSuburbProfile(key) };
}

function readsOfSearch(parsed: SearchParse): readonly KnownRead[] {
  if (parsed.ok) return searchReads(parsed.search);
  throw new AppError("bad_request", "The search cannot be read.", { issues: parsed.issues });
}

/** All three that a page of a search is made of. The last two are not read where nothing is found, or too much. */
function searchReads(search: ListingSearch): readonly KnownRead[] {
  const ask = () => searchListings(search);
  return [searchCountsRead(search), searchRead(search), searchOptionsRead(search)].map((read) => ({
    read,
    ask,
  }));
}

function readsOfMap(params: URLSearchParams): readonly KnownRead[] {
  const parsed = parseMapQuery(params);
  if (!parsed.ok) throw new AppError("bad_request", "The map cannot be read.", { issues: parsed.issues });
  return [{ read: mapRead(parsed.query), ask: () => getListingMap(parsed.query) }];
}

/** A window on a coarser grid lies on the finest too. */
function labelsOf(params: URLSearchParams): readonly KnownRead[] {
  const parsed = parseMapWindow(params);
  if (!parsed.ok) throw new AppError("bad_request", "The map cannot be read.", { issues: parsed.issues });
  const { bounds } = parsed.window;
  return [{ read: mapLabelsRead(bounds), ask: () => listMapLabels(bounds) }];
}

function localitiesAround(list: string, km: number): KnownRead {
  const keys = list.split(",").map((key): LocalityKey => {
    const [region = "", slug = ""] = key.split("/");
    return `${region}/${slug}`;
  });
  return { read: localitiesAroundRead(keys, km), ask: () => listLocalitiesAround(keys, km) };
}

function places(words: readonly string[], limit: number): KnownRead {
  return { read: placesRead(words, limit), ask: () => findLocalities(words.join(" "), limit) };
}
