import { addressLine } from "@/app/(portal)/_listing/listing-words";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { ListingStatus, PropertyType } from "@/lib/listings/listing";
import { listingPath, listingSlug } from "@/lib/listings/listing-path";

/** The address of the listing's public page. */
export function publicPath(listing: EditableListing): string {
  return listingPath({ id: listing.id, slug: listingSlug(publicFacts(listing)) });
}

/** What the listing is called in the console: its street, though the public may not see it. */
export function listingName(listing: EditableListing): string {
  return addressLine({ ...publicFacts(listing), street: textOrNull(listing.fields.street) });
}

export function statusOf(listing: EditableListing): ListingStatus {
  // valuesOf takes it from a stored listing.
  return listing.fields.status as ListingStatus;
}

function publicFacts({ fields, locality }: EditableListing) {
  return {
    street: fields.hideStreet === true ? null : textOrNull(fields.street),
    propertyType: fields.propertyType as PropertyType,
    locality,
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
