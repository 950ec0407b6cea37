import { type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import type { Facets } from "@/lib/listings/search-answers";
import { FilterForm } from "./filter-form";
import { activeFilters } from "./search-words";

/** What the form of the filters asks for; the rest of a search stands in it as hidden fields. */
const NOTHING_ASKED: Partial<ListingSearch> = {
  ...{ price: null, beds: null, baths: null, parking: null, land: null, types: [], features: [] },
  ...{ newWithinDays: null, open: null, aroundKm: null },
};

/** The filters as a plain form: it goes to the address of the search, and what is not in it stays as it is in hidden fields. */
export function Filters({ search, facets }: { search: ListingSearch; facets: Facets }) {
  // With its words, which a sort by match needs; they have a field of their own.
  const [action = "", query] = searchPath(searchWith(search, NOTHING_ASKED)).split("?");
  const kept = [...new URLSearchParams(query)].filter(([name]) => name !== "keywords");
  return (
    <FilterForm
      action={action}
      kept={kept}
      search={search}
      facets={facets}
      activeCount={activeFilters(search).length}
    />
  );
}
