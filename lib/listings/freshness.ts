import { z } from "zod";
import { ANY_AGENCY, ANY_AGENT, agencyNameTag, agentTag } from "@/lib/agencies/freshness";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import type { Listing, ListingId } from "@/lib/listings/listing";
import { LISTING } from "@/lib/listings/listing-shape";
import { priceBand } from "@/lib/listings/price-band";
import type { GoneListing } from "@/lib/listings/queries";
import {
  canonicalQuery,
  type ListingSearch,
  type NumberRange,
  PAGE_SIZE,
  searchWith,
} from "@/lib/listings/search";
import type { Answered, SearchCounts, SearchOptions, SearchPage } from "@/lib/listings/search-answers";
import { ANSWERED_COUNTS, ANSWERED_OPTIONS, ANSWERED_PAGE } from "@/lib/listings/search-shape";
import { searchSquares } from "@/lib/listings/search-squares";
import {
  ANY_PLACE,
  LOCALITY_REF,
  localityTag,
  PLACE_TABLES,
  regionPlacesTag,
  regionTag,
} from "@/lib/localities/freshness";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const SEARCH_LIFETIME: Lifetime = {
  reason: "Every change is known; and whole pages are rendered again when what they show ends.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

export const LISTING_LIFETIME: Lifetime = {
  reason: "Read for weeks and changed a few times, and every change is known.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

/** What every entry that shows listings depends on beside the rows' own tags. */
export const LISTING_TABLES = ["listings", ...PLACE_TABLES, "agencies", "sources"] as const;

export function listingTag(id: number): string {
  return `listing:${id}`;
}

/** Changes when something does that the listing's card shows. */
export function cardTag(id: number): string {
  return `card:${id}`;
}

/** The rows of other tables that a card is made of. */
export type CardIds = {
  readonly locality: number;
  readonly region: number;
  readonly agency: number | null;
  readonly source: number | null;
};

/** Which of the names in a search exist, by their ids. */
export type FoundNames = {
  readonly region: number | null;
  readonly localities: readonly { readonly key: string; readonly id: number; readonly region: number }[];
  /** The places around them, when those are asked for too: all, unless they are very many, and the regions that they lie in. */
  readonly around: {
    readonly localities: readonly number[] | null;
    readonly regions: readonly number[];
  } | null;
  readonly agency: number | null;
  readonly agent: number | null;
};

export function cardTags({ locality, region, agency, source }: CardIds): readonly string[] {
  const tags = [localityTag(locality), regionTag(region)];
  if (agency !== null) tags.push(agencyNameTag(agency));
  if (source !== null) tags.push(`source:${source}`);
  return tags;
}

/**
 * What of a listing an answer can turn on: its row of listing_search but its words, features and prices; its words and features; its
 * inspections; its price; whether that lies in a range which begins or ends in a band (price-band.ts), or has moved far.
 */
export type Aspect =
  | "search"
  | "search-text"
  | "search-open"
  | "search-price"
  | `search-price-${number}`
  | "search-price-far";

/** What the conditions of a search turn on. */
export function aspectsOf({ keywords, features, open, price }: ListingSearch): readonly Aspect[] {
  const aspects: Aspect[] = ["search"];
  if (keywords.length > 0 || features.length > 0) aspects.push("search-text");
  if (open !== null) aspects.push("search-open");
  if (price !== null) aspects.push("search-price-far", ...endsOf(price));
  return aspects;
}

/**
 * What an answer depends on that turns on these aspects of the listings that a search looks through: the narrowest sets that hold them
 * all, and the rows that its names stand for.
 */
export function searchTags(
  search: ListingSearch,
  found: FoundNames,
  aspects: readonly Aspect[] = aspectsOf(search),
): readonly string[] {
  const tags = found.localities.flatMap(({ id, region }) => [localityTag(id), regionTag(region)]);
  if (found.region !== null) tags.push(regionTag(found.region), regionPlacesTag(found.region));
  if (found.agency !== null) tags.push(agencyNameTag(found.agency));
  if (found.agent !== null) tags.push(agentTag(found.agent), `agent-listings:${found.agent}`);
  if (turnsOnPlaces(search, aspects)) tags.push("localities:any");
  if (aspects.includes("search-open")) tags.push("regions:any");
  const scopes = scopesOf(search, found);
  for (const aspect of aspects) tags.push(...scopes.map((scope) => `${aspect}:${search.channel}${scope}`));
  return tags;
}

function endsOf({ min, max }: NumberRange): readonly Aspect[] {
  const ends = [min, max].filter((end) => end !== null);
  return ends.map((end) => `search-price-${priceBand(end)}` as const);
}

/** Where places lie, what they are called (a word of their listings), and what time it is there. */
function turnsOnPlaces(search: ListingSearch, aspects: readonly Aspect[]): boolean {
  const { bounds, area, aroundKm, sort, keywords } = search;
  const turnsOnPoints = bounds !== null || area !== null || aroundKm !== null || sort === "nearest";
  return turnsOnPoints || keywords.length > 0 || aspects.includes("search-open");
}

function scopesOf(
  search: ListingSearch,
  { localities, around, agency, region }: FoundNames,
): readonly string[] {
  const squares = searchSquares(search);
  if (around?.localities) return around.localities.map((id) => `:locality:${id}`);
  if (around) return around.regions.map((id) => `:region:${id}`);
  if (localities.length > 0) return localities.map(({ id }) => `:locality:${id}`);
  if (agency !== null) return [`:agency:${agency}`];
  if (squares !== null) return squares.map((square) => `:square:${square}`);
  return region === null ? [""] : [`:region:${region}`];
}

/** Written when a listing brings a word or a feature that none ever had. What stood in for such a word may stand in no more. */
export const VOCABULARY_TAG = "search-words";

/** A search of names that do not exist is answered with them, until there is anything new that might have such a name. */
export const UNKNOWN_NAME_TAGS = [...ANY_PLACE, ...ANY_AGENCY, ...ANY_AGENT] as const;

const GONE_LISTING: z.ZodType<GoneListing | null> = z
  .object({
    id: z.number(),
    headline: z.string(),
    status: z.enum(["withdrawn", "leased"]),
    channel: z.enum(["buy", "rent"]),
    locality: LOCALITY_REF,
  })
  .nullable();

/** What is counted of a search: one entry for all its orders and pages. */
export function searchCountsRead(search: ListingSearch): Read<Answered<SearchCounts>> {
  return {
    key: `search-counts/${canonicalQuery(wholeOf(search))}`,
    tags: tablesOf(search),
    lifetime: SEARCH_LIFETIME,
    shape: { name: "search-counts", version: 1, parse: (stored) => ANSWERED_COUNTS.parse(stored) },
  };
}

/** One page of a search. */
export function searchRead(search: ListingSearch): Read<Answered<SearchPage>> {
  return {
    key: `search/${canonicalQuery(search)}`,
    tags: tablesOf(search),
    lifetime: SEARCH_LIFETIME,
    shape: { name: "search", version: 2, parse: (stored) => ANSWERED_PAGE.parse(stored) },
  };
}

/** What else could be asked of a search: it turns on words and inspections too, so that its changes leave the counts alone. */
export function searchOptionsRead(search: ListingSearch): Read<Answered<SearchOptions>> {
  return {
    key: `search-options/${canonicalQuery(wholeOf(search))}`,
    tags: tablesOf(search),
    lifetime: SEARCH_LIFETIME,
    shape: { name: "search-options", version: 1, parse: (stored) => ANSWERED_OPTIONS.parse(stored) },
  };
}

/** The search whatever its order and page. */
function wholeOf(search: ListingSearch): ListingSearch {
  return searchWith(search, { sort: "newest", limit: PAGE_SIZE, after: null });
}

function tablesOf({ agent }: ListingSearch): readonly string[] {
  return agent === null ? LISTING_TABLES : [...LISTING_TABLES, "agents"];
}

export function listingRead(id: ListingId): Read<Listing | null> {
  return {
    key: `listing/${id}`,
    tags: [listingTag(id), ...LISTING_TABLES, "agents"],
    lifetime: LISTING_LIFETIME,
    shape: { name: "listing", version: 1, parse: (stored) => LISTING.nullable().parse(stored) },
  };
}

export function goneListingRead(id: ListingId): Read<GoneListing | null> {
  return {
    key: `gone-listing/${id}`,
    tags: [listingTag(id), "listings", ...PLACE_TABLES],
    lifetime: LISTING_LIFETIME,
    shape: { name: "gone-listing", version: 1, parse: (stored) => GONE_LISTING.parse(stored) },
  };
}
