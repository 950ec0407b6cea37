import { z } from "zod";
import { ANY_AGENCY, ANY_AGENT, agencyNameTag, agentTag } from "@/lib/agencies/freshness";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import type { FieldIssue } from "@/lib/errors";
import type { Listing, ListingId } from "@/lib/listings/listing";
import { LISTING, LISTING_CARD } from "@/lib/listings/listing-shape";
import type { GoneListing, ListingPage } from "@/lib/listings/queries";
import { canonicalQuery, type ListingSearch } from "@/lib/listings/search";
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
  reason: "Of the searches that are asked few are asked again; room is for those that are.",
  freshForMs: 5 * MINUTE,
  staleForMs: 5 * MINUTE,
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

/** What of a listing an answer can turn on: its row of listing_search but its words and features; those; its inspections. */
export type Aspect = "search" | "search-text" | "search-open";

/** What the conditions of a search turn on. */
export function aspectsOf({ keywords, features, open }: ListingSearch): readonly Aspect[] {
  const aspects: Aspect[] = ["search"];
  if (keywords.length > 0 || features.length > 0) aspects.push("search-text");
  if (open !== null) aspects.push("search-open");
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
  const scopes = scopesOf(found);
  for (const aspect of aspects) tags.push(...scopes.map((scope) => `${aspect}:${search.channel}${scope}`));
  return tags;
}

/** Where places lie, what they are called (a word of their listings), and what time it is there. */
function turnsOnPlaces(search: ListingSearch, aspects: readonly Aspect[]): boolean {
  const { bounds, area, aroundKm, sort, keywords } = search;
  const turnsOnPoints = bounds !== null || area !== null || aroundKm !== null || sort === "nearest";
  return turnsOnPoints || keywords.length > 0 || aspects.includes("search-open");
}

function scopesOf({ localities, around, agency, region }: FoundNames): readonly string[] {
  if (around?.localities) return around.localities.map((id) => `:locality:${id}`);
  if (around) return around.regions.map((id) => `:region:${id}`);
  if (localities.length > 0) return localities.map(({ id }) => `:locality:${id}`);
  if (agency !== null) return [`:agency:${agency}`];
  return region === null ? [""] : [`:region:${region}`];
}

/** A search of names that do not exist is answered with them, until there is anything new that might have such a name. */
export const UNKNOWN_NAME_TAGS = [...ANY_PLACE, ...ANY_AGENCY, ...ANY_AGENT] as const;

export type SearchAnswer =
  | { readonly kind: "page"; readonly page: ListingPage }
  | { readonly kind: "unknown-names"; readonly issues: readonly FieldIssue[] };

const COUNTS_FROM_MIN = z.array(z.object({ min: z.number(), count: z.number() }));
const LISTING_PAGE: z.ZodType<ListingPage> = z.object({
  total: z.number(),
  totalIsExact: z.boolean(),
  items: z.array(LISTING_CARD),
  facets: z.object({
    type: z.object({
      house: z.number(),
      terrace: z.number(),
      townhouse: z.number(),
      apartment: z.number(),
      unit: z.number(),
      villa: z.number(),
      rural: z.number(),
      land: z.number(),
    }),
    beds: COUNTS_FROM_MIN,
    baths: COUNTS_FROM_MIN,
    parking: COUNTS_FROM_MIN,
  }),
  next: z.string().nullable(),
  notice: z.string().nullable(),
});
const SEARCH_ANSWER: z.ZodType<SearchAnswer> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("page"), page: LISTING_PAGE }),
  z.object({
    kind: z.literal("unknown-names"),
    issues: z.array(z.object({ field: z.string(), reason: z.string() })),
  }),
]);

const GONE_LISTING: z.ZodType<GoneListing | null> = z
  .object({
    id: z.number(),
    headline: z.string(),
    status: z.enum(["withdrawn", "leased"]),
    channel: z.enum(["buy", "rent"]),
    locality: LOCALITY_REF,
  })
  .nullable();

export function searchRead(search: ListingSearch): Read<SearchAnswer> {
  return {
    key: `search/${canonicalQuery(search)}`,
    tags: search.agent === null ? LISTING_TABLES : [...LISTING_TABLES, "agents"],
    lifetime: SEARCH_LIFETIME,
    shape: { name: "search", version: 1, parse: (stored) => SEARCH_ANSWER.parse(stored) },
  };
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
