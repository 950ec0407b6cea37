import { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { Facets } from "@/lib/listings/queries";
import type { ListingSearch, NumberRange } from "@/lib/listings/search";
import type { LocalityKey } from "@/lib/localities/locality";

/** As much of a listing as a search can ask about. */
export type PlainListing = {
  readonly id: number;
  readonly channel: "buy" | "rent" | "sold" | null;
  readonly locality: LocalityKey;
  readonly type: (typeof PROPERTY_TYPES)[number];
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly landAreaM2: number | null;
  readonly publishedAt: string;
  readonly soldOn: string | null;
};

type Filter = "type" | "beds" | "baths" | "parking";

/** What a search must answer, worked out the plain way: every filter on every listing, then a sort. */
export function plainSearch(
  listings: readonly PlainListing[],
  search: ListingSearch,
): { ids: readonly number[]; facets: Facets } {
  const but = (facet: Filter | null) => listings.filter((listing) => matches(listing, search, facet));
  const found = but(null).sort((a, b) => compare(a, b, search));
  const count = (facet: "beds" | "baths" | "parking") =>
    [1, 2, 3, 4, 5].map((min) => ({
      min,
      count: but(facet).filter((listing) => listing[facet] !== null && listing[facet] >= min).length,
    }));
  const type = Object.fromEntries(
    PROPERTY_TYPES.map((each) => [each, but("type").filter((listing) => listing.type === each).length]),
  ) as Facets["type"];
  return {
    ids: found.map(({ id }) => id),
    facets: { type, beds: count("beds"), baths: count("baths"), parking: count("parking") },
  };
}

function matches(listing: PlainListing, search: ListingSearch, but: Filter | null): boolean {
  const { localities, region, types } = search;
  if (listing.channel !== search.channel) return false;
  if (localities.length > 0 && !localities.includes(listing.locality)) return false;
  if (region !== null && !listing.locality.startsWith(`${region}/`)) return false;
  if (but !== "type" && types.length > 0 && !types.includes(listing.type)) return false;
  if (but !== "beds" && !isIn(listing.beds, search.beds)) return false;
  if (but !== "baths" && !isIn(listing.baths, search.baths)) return false;
  if (but !== "parking" && !isIn(listing.parking, search.parking)) return false;
  const land = listing.landAreaM2 === null ? null : Math.round(listing.landAreaM2);
  return isIn(land, search.land) && overlaps(listing, search.price);
}

function isIn(value: number | null, range: NumberRange | null): boolean {
  if (range === null) return true;
  return value !== null && value >= (range.min ?? 0) && value <= (range.max ?? Number.POSITIVE_INFINITY);
}

function overlaps({ low, high }: PlainListing, range: NumberRange | null): boolean {
  if (range === null) return true;
  if (low === null || high === null) return false;
  return high >= (range.min ?? 0) && low <= (range.max ?? Number.POSITIVE_INFINITY);
}

function compare(a: PlainListing, b: PlainListing, { channel, sort }: ListingSearch): number {
  if (sort === "newest") {
    const [from, to] = channel === "sold" ? [a.soldOn ?? "", b.soldOn ?? ""] : [a.publishedAt, b.publishedAt];
    return from === to ? b.id - a.id : from < to ? 1 : -1;
  }
  const up = sort === "price-up" ? 1 : -1;
  if (a.low === b.low) return up * (a.id - b.id);
  if (a.low === null) return 1;
  if (b.low === null) return -1;
  return up * (a.low - b.low);
}
