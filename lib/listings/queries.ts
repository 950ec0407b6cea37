import "server-only";
import type { Channel, Listing, ListingCard, ListingId, PropertyType } from "@/lib/listings/listing";
import { toCard } from "@/lib/listings/listing-row";
import { type ListingRow, listingStatement } from "@/lib/listings/listing-statement";
import type { ListingSearch } from "@/lib/listings/search";
import { countFacets, countTotal, currenciesFound } from "@/lib/listings/search-counts";
import { readCursor, writeCursor } from "@/lib/listings/search-cursor";
import { refuseUnknownNames } from "@/lib/listings/search-names";
import { type SearchRow, searchStatement } from "@/lib/listings/search-statement";
import type { LocalityRef } from "@/lib/localities/locality";
import { picturesOf } from "@/lib/media/media";
import { runtime } from "@/lib/platform/runtime";

export type CountFromMin = { readonly min: number; readonly count: number };

/** How many listings each choice would leave under every other filter of the search; as exact as the total. */
export type Facets = {
  /** Every type, also those with none. */
  readonly type: Readonly<Record<PropertyType, number>>;
  /** "n or more", n from 1 to 5. */
  readonly beds: readonly CountFromMin[];
  readonly baths: readonly CountFromMin[];
  readonly parking: readonly CountFromMin[];
};

/** One page of a search. */
export type ListingPage = {
  /** Exact up to 10,000; beyond that it is 10,000 and not exact. */
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly items: readonly ListingCard[];
  readonly facets: Facets;
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
  /** A sentence that belongs beside the results, or null. */
  readonly notice: string | null;
};

/** What is left of a listing that was public and is so no more. */
export type GoneListing = {
  readonly id: number;
  readonly headline: string;
  readonly status: "withdrawn" | "leased";
  /** Where it was, and others like it are. */
  readonly channel: Exclude<Channel, "sold">;
  readonly locality: LocalityRef;
};

/**
 * One page of what the public can find; one statement. Nothing is seen twice or skipped from page to page but what changed meanwhile.
 * Throws AppError bad_request naming a region, locality, agency or agent that does not exist, or a cursor of another search.
 */
export async function searchListings(search: ListingSearch): Promise<ListingPage> {
  const cursor = readCursor(search);
  const [row] = await runtime().database.$queryRaw<SearchRow[]>(searchStatement(search, cursor));
  if (!row) throw new Error("A statement without a FROM clause answered no row.");
  refuseUnknownNames(search, row.found);
  const items = row.items.slice(0, search.limit);
  const last = row.items.length > search.limit ? items.at(-1) : undefined;
  return {
    ...countTotal(row.groups),
    items: items.map(({ card }) => toCard(card)),
    facets: countFacets(row.groups),
    next: last ? writeCursor(search, { value: last.value, id: last.card.id }) : null,
    notice: comparesCurrencies(search, row) ? SEVERAL_CURRENCIES : null,
  };
}

/** The listing with this id as the public sees it, or null; one statement. */
export async function getListing(id: ListingId): Promise<Listing | null> {
  const [row] = await runtime().database.$queryRaw<ListingRow[]>(listingStatement(id));
  return row ? { ...toCard(row.card), ...row.rest, images: picturesOf(row.card) } : null;
}

/** What is left of a withdrawn or leased listing, so that its page can say so and lead on; null for any other. One statement. */
export async function findGoneListing(id: ListingId): Promise<GoneListing | null> {
  const row = await runtime().database.listing.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: { id: true, headline: true, status: true, offer: true, locality: { select: LOCALITY_REF } },
  });
  if (row?.status !== "withdrawn" && row?.status !== "leased") return null;
  const { headline, status, offer, locality } = row;
  return { id, headline, status, channel: offer === "sale" ? "buy" : "rent", locality };
}

const LOCALITY_REF = {
  slug: true,
  name: true,
  postcode: true,
  region: { select: { slug: true, code: true, name: true } },
} as const;

const SEVERAL_CURRENCIES = "These prices are in several currencies; each is compared in its own.";

function comparesCurrencies({ price, sort }: ListingSearch, { groups }: SearchRow): boolean {
  return (price !== null || sort !== "newest") && currenciesFound(groups).size > 1;
}
