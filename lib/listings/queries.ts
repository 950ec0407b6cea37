import "server-only";
import { agentTag } from "@/lib/agencies/freshness";
import type { LoadContext } from "@/lib/cache/load-scope";
import {
  cardTag,
  cardTags,
  goneListingRead,
  listingRead,
  type SearchAnswer,
  searchRead,
  searchTags,
  UNKNOWN_NAME_TAGS,
} from "@/lib/listings/freshness";
import type { Channel, Listing, ListingCard, ListingId, PropertyType } from "@/lib/listings/listing";
import { toCard } from "@/lib/listings/listing-row";
import { type ListingRow, listingStatement } from "@/lib/listings/listing-statement";
import type { ListingSearch } from "@/lib/listings/search";
import { countFacets, countTotal, currenciesFound } from "@/lib/listings/search-counts";
import { readCursor, type SearchCursor, writeCursor } from "@/lib/listings/search-cursor";
import { refuseNames, unknownNames } from "@/lib/listings/search-names";
import { type SearchRow, searchStatement } from "@/lib/listings/search-statement";
import { localityTag, regionTag } from "@/lib/localities/freshness";
import type { LocalityRef } from "@/lib/localities/locality";
import { picturesOf } from "@/lib/media/media";
import { cachedRead } from "@/lib/platform/cached-read";
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
  const answer = await cachedRead(searchRead(search), (context) => loadSearch(search, cursor, context));
  if (answer.kind === "unknown-names") throw refuseNames(answer.issues);
  return answer.page;
}

async function loadSearch(
  search: ListingSearch,
  cursor: SearchCursor | null,
  { addTags }: LoadContext,
): Promise<SearchAnswer> {
  const [row] = await runtime().database.$queryRaw<SearchRow[]>(searchStatement(search, cursor, new Date()));
  if (!row) throw new Error("A statement without a FROM clause answered no row.");
  const issues = unknownNames(search, row.found);
  if (issues.length > 0) {
    addTags(...UNKNOWN_NAME_TAGS);
    return { kind: "unknown-names", issues };
  }
  // Also of the one beyond the page: that it is there is what `next` says.
  addTags(
    ...searchTags(search, row.found),
    ...row.items.flatMap(({ card, ids }) => [cardTag(card.id), ...cardTags(ids)]),
  );
  return { kind: "page", page: pageOf(search, row) };
}

function pageOf(search: ListingSearch, row: SearchRow): ListingPage {
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
export function getListing(id: ListingId): Promise<Listing | null> {
  return cachedRead(listingRead(id), async ({ addTags }) => {
    const [row] = await runtime().database.$queryRaw<ListingRow[]>(listingStatement(id));
    if (!row) return null;
    addTags(...cardTags(row.ids), ...row.ids.agents.map(agentTag));
    return { ...toCard(row.card), ...row.rest, images: picturesOf(row.card) };
  });
}

/** What is left of a withdrawn or leased listing, so that its page can say so and lead on; null for any other. One statement. */
export function findGoneListing(id: ListingId): Promise<GoneListing | null> {
  return cachedRead(goneListingRead(id), async ({ addTags }) => {
    const row = await runtime().database.listing.findUnique({
      relationLoadStrategy: "join",
      where: { id },
      select: {
        headline: true,
        status: true,
        offer: true,
        locality: { select: { ...LOCALITY_REF, id: true, regionId: true } },
      },
    });
    if (row?.status !== "withdrawn" && row?.status !== "leased") return null;
    const { headline, status, offer, locality } = row;
    addTags(localityTag(locality.id), regionTag(locality.regionId));
    const { slug, name, postcode, region } = locality;
    return {
      id,
      headline,
      status,
      channel: offer === "sale" ? "buy" : "rent",
      locality: { slug, name, postcode, region },
    };
  });
}

const LOCALITY_REF = {
  slug: true,
  name: true,
  postcode: true,
  region: { select: { slug: true, code: true, name: true } },
} as const;

const SEVERAL_CURRENCIES = "These prices are in several currencies; each is compared in its own.";

function comparesCurrencies({ price, sort }: ListingSearch, { groups }: SearchRow): boolean {
  const isByPrice = price !== null || sort === "price-up" || sort === "price-down";
  return isByPrice && currenciesFound(groups).size > 1;
}
