import "server-only";
import type { Read } from "@/lib/cache/read";
import { AppError } from "@/lib/errors";
import { parseParameters } from "@/lib/http/parameters";
import { readsOfLabelsKey, readsOfMap, readsOfMapLabels } from "@/lib/known-map-reads";
import { memberRead } from "@/lib/known-member-reads";
import { isPlaceKind, placeRead, REGIONS, suburbProfile } from "@/lib/known-place-reads";
import { sitemapRead } from "@/lib/known-sitemap-reads";
import {
  goneListingRead,
  listingRead,
  searchCountsRead,
  searchOptionsRead,
  searchRead,
} from "@/lib/listings/freshness";
import { CHANNELS, ListingId } from "@/lib/listings/listing";
import { countListings, findGoneListing, getListing, searchListings } from "@/lib/listings/queries";
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
import { SUBURBS_FILE, sitemapPartNamed } from "@/lib/listings/sitemap-part";
import { PLACE_PARAMETERS, readPlaceWords } from "@/lib/localities/place-question";

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
  if (first === "") return readsOfHome();
  if (first === "suburb" && rest.length === 2) return [suburbProfile(`${rest[0]}/${rest[1]}`)];
  if ((first === "agency" || first === "agent") && rest.length === 1)
    return [memberRead(first, rest[0]), memberRead("sales", first, rest[0])];
  if (first === "listing") {
    const id = /(\d+)$/.exec(rest[0] ?? "")?.[1];
    return [...readsOfListing(id), ...similarOf(id)];
  }
  if (first === "feed") return readsOfFeed(rest, searchParams);
  if (first === "sitemap.xml") return [sitemapRead("sitemap-parts"), REGIONS, memberRead("member-parts")];
  if (first === "sitemap" && rest.length === 2) return readsOfSitemap(rest[0], rest[1]);
  if (first !== "api") return [];
  if (rest[0] === "listings" && rest[2] === "similar") return similarOf(rest[1]);
  if (rest[0] === "listings" && (rest.length === 2 || rest[2] === "inspections"))
    return readsOfListing(rest[1]);
  if (rest[0] === "listings") return readsOfSearch(parseSearch(searchParams));
  if (rest[0] === "map" && rest[1] === "labels") return readsOfMapLabels(searchParams);
  if (rest[0] === "map") return readsOfMap(searchParams);
  if (rest[0] === "localities" && rest.length === 3) return [suburbProfile(`${rest[1]}/${rest[2]}`)];
  if (rest[0] === "localities") {
    const { q, limit } = parseParameters(searchParams, PLACE_PARAMETERS);
    return [placeRead("places", String(limit), readPlaceWords(q).join(" "))];
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
      return readsOfLabelsKey(rest);
    case "sitemap-parts":
    case "sitemap-regions":
    case "sitemap":
      return [sitemapRead(kind, first, second)];
    case "agency":
    case "agent":
    case "sales":
    case "member-parts":
    case "member-slugs":
      return [memberRead(kind, first, second)];
    default:
      return isPlaceKind(kind) ? [placeRead(kind, first, rest.slice(first.length + 1))] : [];
  }
}

/** But for the figures of the busy places, whose names are read first. */
function readsOfHome(): readonly KnownRead[] {
  const ask = () => countListings(NEW_TODAY);
  return [
    ...searchReads({ ...emptySearch("buy"), limit: NEWEST_ON_HOME }),
    { read: searchCountsRead(NEW_TODAY), ask },
    placeRead("busy-localities"),
    REGIONS,
  ];
}

const NEW_TODAY: ListingSearch = { ...emptySearch("buy"), newWithinDays: 1 };

function readsOfSitemap(named = "", file = ""): readonly KnownRead[] {
  if (file === SUBURBS_FILE) return [placeRead("stocked-localities", named)];
  const part = sitemapPartNamed(file);
  return named === "agencies" || named === "agents"
    ? [memberRead("member-slugs", named, String(part))]
    : [sitemapRead("sitemap", named, part)];
}

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
