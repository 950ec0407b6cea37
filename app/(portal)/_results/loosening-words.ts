import type { Loosening } from "@/lib/listings/loosen-search";
import type { ListingSearch } from "@/lib/listings/search";
import { activeFilters } from "./search-words";

/** What a looser search asks for less than another: "without “3+ beds”", "with “2+ beds”", "within 5 km". */
export function looseningWords({ filter, kind, search }: Loosening, from: ListingSearch): string {
  if (kind === "dropped") return `without ${labelsOf(from, filter)}`;
  return filter === "aroundKm" ? `within ${search.aroundKm} km` : `with ${labelsOf(search, filter)}`;
}

function labelsOf(search: ListingSearch, filter: Loosening["filter"]): string {
  const labels = activeFilters(search).filter((active) => active.filter === filter);
  return labels.map(({ label }) => (label.startsWith("“") ? label : `“${label}”`)).join(" and ");
}
