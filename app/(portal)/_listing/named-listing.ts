import "server-only";
import { cache } from "react";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";

/** The id at the end of a listing's address ("12-king-street-newtown-nsw-42"), or null when there is none that could be one. */
export function listingIdIn(name: string): ListingId | null {
  const [, digits] = /(?:^|-)([1-9]\d{0,9})$/.exec(name) ?? [];
  const id = ListingId.safeParse(digits);
  return id.success ? id.data : null;
}

/** getListing, asked once though a page and its title both want it. */
export const listingOnce = cache(getListing);
