import "server-only";
import { countListings } from "@/lib/listings/queries";
import { emptySearch, type ListingSearch, searchWith } from "@/lib/listings/search";
import { activeFilters } from "./search-words";
import type { SearchedPlace } from "./searched-place";

type WiderPlace = { readonly label: string; readonly search: ListingSearch; readonly total: number };

/** The same search in wider places, and its place without any filter, where they find something; the narrowest first. */
export async function findWiderPlaces(
  search: ListingSearch,
  place: SearchedPlace,
): Promise<readonly WiderPlace[]> {
  const counted = await Promise.all(
    widerPlaces(search, place).map(async (wider) => ({
      ...wider,
      total: (await countListings(wider.search)).total,
    })),
  );
  return counted.filter(({ total }) => total > 0);
}

function widerPlaces(
  search: ListingSearch,
  { region, localities }: SearchedPlace,
): readonly Omit<WiderPlace, "total">[] {
  const { channel, aroundKm } = search;
  const bare = searchWith(emptySearch(channel), {
    ...{ region: search.region, localities: search.localities, aroundKm },
  });
  const everywhere = searchWith(search, { region: null, localities: [], bounds: null, area: null });
  const isSomewhere = search.region !== null || localities.length > 0;
  return [
    // Without one filter, a loosening says the same.
    ...(activeFilters(search).filter(({ filter }) => filter !== "aroundKm").length > 1
      ? [{ label: "here, without any filter", search: bare }]
      : []),
    ...(region && localities.length > 0
      ? [{ label: `in all of ${region.name}`, search: searchWith(search, { region: region.slug }) }]
      : []),
    ...(isSomewhere ? [{ label: "everywhere", search: everywhere }] : []),
  ];
}
