import "server-only";
import type { Channel, Listing, ListingCard, ListingId, PropertyType } from "@/lib/listings/listing";
import type { ListingSearch } from "@/lib/listings/search";
import type { LocalityRef } from "@/lib/localities/locality";

/** How many listings each choice would leave, under every other filter of the search. */
export type Facets = {
  /** Every type, also those with none. */
  readonly type: Readonly<Record<PropertyType, number>>;
  /** "n or more", n from 1 to 5. */
  readonly beds: readonly CountFromMin[];
  readonly baths: readonly CountFromMin[];
  readonly parking: readonly CountFromMin[];
};

export type CountFromMin = { readonly min: number; readonly count: number };

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
  /** Where others like it are. */
  readonly channel: Channel;
  readonly locality: LocalityRef;
};

/** One page of what the public can find. Throws AppError bad_request naming a region, locality, agency or agent that does not exist, or a cursor of another search. */
export async function searchListings(_search: ListingSearch): Promise<ListingPage> {
  throw new Error("not written yet");
}

/** The listing with this id as the public sees it, or null. */
export async function getListing(_id: ListingId): Promise<Listing | null> {
  throw new Error("not written yet");
}

/** What is left of a withdrawn or leased listing, so that its page can say so and lead on; null for any other. */
export async function findGoneListing(_id: ListingId): Promise<GoneListing | null> {
  throw new Error("not written yet");
}
