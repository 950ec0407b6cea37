// Apart from listing.ts, so that a browser which only links to listings is not sent the parser of their ids.
import type { ListingCard } from "@/lib/listings/listing";
import { slugify } from "@/lib/slug";

/** Some browsers, proxies and the portal itself refuse addresses that are too long; a feed may send a street of any length. */
const STREET_LENGTH_MAX = 80;

/** The slug of a listing: its street where that is public, else what it is, then its locality. Of a long street it has the beginning. */
export function listingSlug(listing: Pick<ListingCard, "street" | "propertyType" | "locality">): string {
  const { street, propertyType, locality } = listing;
  const named = slugify(street ?? propertyType).slice(0, STREET_LENGTH_MAX);
  return slugify(`${named} ${locality.name} ${locality.region.slug}`) || propertyType;
}

/** The canonical path of a listing's page. */
export function listingPath(listing: Pick<ListingCard, "id" | "slug">): string {
  return `/listing/${listing.slug}-${listing.id}`;
}
