import "server-only";
import { cardTag, cardTags } from "@/lib/listings/freshness";
import type { ListingCard, ListingId } from "@/lib/listings/listing";
import { toCard } from "@/lib/listings/listing-row";
import { similarListingsRead, similarTags } from "@/lib/listings/similar-freshness";
import { type SimilarRow, similarStatement } from "@/lib/listings/similar-statement";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/**
 * At most six public listings like this one, the most alike first; null when there is no such listing, or it was never public. One that is
 * withdrawn or leased has those of the channel where it was. One statement.
 *
 * Alike are listings of one channel that share two or more of three things: the type; bedrooms, give or take one (none said is like none
 * said); the price, give or take 20 % of this one's, by the middle of its range and in its currency. What shares more comes first; then
 * what lies nearer: its own locality, then others whose middle is within 10 km, the nearest first; then the nearer price; then the newer.
 * No further locality is looked at after 2,000 listings, or a hundred localities.
 */
export function findSimilarListings(id: ListingId): Promise<readonly ListingCard[] | null> {
  return cachedRead(similarListingsRead(id), async ({ addTags }) => {
    const [row] = await runtime().database.$queryRaw<SimilarRow[]>(similarStatement(id));
    addTags(...similarTags(id, row ?? null));
    if (row === undefined) return null;
    addTags(...row.items.flatMap(({ card, ids }) => [cardTag(card.id), ...cardTags(ids)]));
    return row.items.map(({ card }) => toCard(card));
  });
}
