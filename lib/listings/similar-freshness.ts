import { z } from "zod";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import { cardTag, LISTING_LIFETIME, LISTING_TABLES, listingTag } from "@/lib/listings/freshness";
import type { ListingCard, ListingId } from "@/lib/listings/listing";
import { LISTING_CARD } from "@/lib/listings/listing-shape";
import { spanAspects } from "@/lib/listings/search-tags";
import type { SimilarRow } from "@/lib/listings/similar-statement";

export const SIMILAR_LIFETIME: Lifetime = {
  ...LISTING_LIFETIME,
  reason:
    "Shown below a listing for as long as that is read, and every change of what was compared is known.",
};

const SIMILAR_LISTINGS = z.array(LISTING_CARD).nullable();

export function similarListingsRead(id: ListingId): Read<readonly ListingCard[] | null> {
  return {
    key: `similar-listings/${id}`,
    tags: LISTING_TABLES,
    lifetime: SIMILAR_LIFETIME,
    shape: { name: "similar-listings", version: 1, parse: (stored) => SIMILAR_LISTINGS.parse(stored) },
  };
}

/**
 * Listings like another depend on what searches ask of the places that were looked at, and on what the other is: its card says all that is
 * compared, but nobody sees the card of a listing that is not public. Once places around its own are asked for, on where any lies.
 */
export function similarTags(id: ListingId, like: Omit<SimilarRow, "items"> | null): readonly string[] {
  if (like === null) return [listingTag(id)];
  const { channel, isPublic, walked, hasLookedAround } = like;
  const aspects = ["search", ...priceAspects(like)];
  return [
    isPublic ? cardTag(id) : listingTag(id),
    ...walked.flatMap((locality) => aspects.map((aspect) => `${aspect}:${channel}:locality:${locality}`)),
    ...(hasLookedAround ? ["localities:any"] : []),
  ];
}

/**
 * Where all that are shown are alike in everything, another takes the place of one only if its price, too, becomes alike: in its own place
 * no farther off than theirs, and in a nearer place than theirs a fifth at most. Else any price may count.
 */
function priceAspects({ twicePrice, alikeWithin, walked }: Omit<SimilarRow, "items">): readonly string[] {
  if (twicePrice === null || alikeWithin === null || walked.length > PLACES_TOLD_MAX) return ["search-price"];
  const reach = walked.length === 1 ? alikeWithin : twicePrice / 5;
  const [from, to] = [Math.floor((twicePrice - reach) / 2), Math.ceil((twicePrice + reach) / 2)];
  return spanAspects([{ from: Math.max(0, from), to }]);
}

/** An entry has a thousand tags at most, and each of these places a dozen. */
const PLACES_TOLD_MAX = 40;
