// Apart from listing.ts, so that a browser which only links to listings is not sent the parser of their ids.
import type { ListingCard } from "@/lib/listings/listing";
import { slugify } from "@/lib/slug";

/** The slug of a listing: its street where that is public, else what it is, then its locality. */
export function listingSlug(listing: Pick<ListingCard, "street" | "propertyType" | "locality">): string {
  const { street, propertyType, locality } = listing;
  return slugify(`${street ?? propertyType} ${locality.name} ${locality.region.slug}`) || propertyType;
}

/** The canonical path of a listing's page. */
export function listingPath(listing: Pick<ListingCard, "id" | "slug">): string {
  return `/listing/${listing.slug}-${listing.id}`;
}
