import "server-only";
import { type Loosening, loosenings } from "@/lib/listings/loosen-search";
import { countListings } from "@/lib/listings/queries";
import type { ListingSearch } from "@/lib/listings/search";

/**
 * What an empty result can offer: the nearest looser searches that find something, the one that finds least first, with how much (exact up
 * to COUNT_MAX). At most LOOSENINGS_MAX reads. Throws AppError bad_request as searchListings does for names.
 */
export async function findLoosenings(
  search: ListingSearch,
): Promise<readonly (Loosening & { readonly total: number })[]> {
  const counted = await Promise.all(
    loosenings(search).map(async (loosening) => ({
      ...loosening,
      total: (await countListings(loosening.search)).total,
    })),
  );
  return counted.filter(({ total }) => total > 0).toSorted((one, other) => one.total - other.total);
}
