import "server-only";
import { countListings } from "@/lib/listings/queries";
import { emptySearch, type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import { activeFilters } from "./search-words";
import type { SearchedPlace } from "./searched-place";

export type LooserSearch = { readonly label: string; readonly path: string; readonly total: number };

type Looser = { readonly label: string; readonly search: ListingSearch };

/** Bounds the cost of an empty page: each try is a search. */
const TRIES_MAX = 5;

/** Searches that ask for one thing less and find something; the nearest (fewest homes) first, wider places after. */
export async function findLooserSearches(
  search: ListingSearch,
  place: SearchedPlace,
): Promise<readonly LooserSearch[]> {
  const [withFewerFilters, inWiderPlaces] = await Promise.all([
    count(fewerFilters(search).slice(0, TRIES_MAX)),
    count(widerPlaces(search, place)),
  ]);
  return [...withFewerFilters.toSorted((a, b) => a.total - b.total), ...inWiderPlaces];
}

/** Without what lies around its localities a search finds less, so that is kept. */
function fewerFilters(search: ListingSearch): readonly Looser[] {
  return activeFilters(search)
    .filter(({ without }) => without.aroundKm === search.aroundKm)
    .map(({ label, without }) => ({ label: `without ${quoted(label)}`, search: without }));
}

function quoted(label: string): string {
  return label.startsWith("“") ? label : `“${label}”`;
}

function widerPlaces(search: ListingSearch, { region, localities }: SearchedPlace): readonly Looser[] {
  const everywhere = { label: "everywhere", search: searchWith(search, { region: null, localities: [] }) };
  const { aroundKm } = search;
  const bare = {
    ...emptySearch(search.channel),
    region: search.region,
    localities: search.localities,
    aroundKm,
  };
  return [
    ...(fewerFilters(search).length > 1 ? [{ label: "here, without any filter", search: bare }] : []),
    ...(region && localities.length > 0
      ? [{ label: `in all of ${region.name}`, search: searchWith(search, { region: region.slug }) }]
      : []),
    ...(search.region !== null || localities.length > 0 ? [everywhere] : []),
  ];
}

async function count(looser: readonly Looser[]): Promise<readonly LooserSearch[]> {
  const counted = await Promise.all(
    looser.map(async ({ label, search }) => {
      const { total } = await countListings(search);
      return { label, path: searchPath(search), total };
    }),
  );
  return counted.filter(({ total }) => total > 0);
}
