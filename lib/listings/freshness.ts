import { z } from "zod";
import { ANY_AGENCY, ANY_AGENT, agencyNameTag } from "@/lib/agencies/freshness";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import type { Listing, ListingId } from "@/lib/listings/listing";
import { LISTING } from "@/lib/listings/listing-shape";
import type { GoneListing } from "@/lib/listings/queries";
import { canonicalQuery, type ListingSearch, PAGE_SIZE, searchWith } from "@/lib/listings/search";
import type { Answered, SearchCounts, SearchOptions, SearchPage } from "@/lib/listings/search-answers";
import { ANSWERED_COUNTS, ANSWERED_OPTIONS, ANSWERED_PAGE } from "@/lib/listings/search-shape";
import { ANY_PLACE, LOCALITY_REF, localityTag, PLACE_TABLES, regionTag } from "@/lib/localities/freshness";

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

export function cardTags({ locality, region, agency, source }: CardIds): readonly string[] {
  const tags = [localityTag(locality), regionTag(region)];
  if (agency !== null) tags.push(agencyNameTag(agency));
  if (source !== null) tags.push(`source:${source}`);
  return tags;
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
