import Link from "next/link";
import { ChipLink } from "@/app/_ui/chip-link";
import { emptySearch, type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import { activeFilters } from "./search-words";
import { placeFilters, type SearchedPlace } from "./searched-place";

/** What the search asks for, each with the way to stop asking for it. */
export function FilterChips({ search, place }: { search: ListingSearch; place: SearchedPlace }) {
  const filters = activeFilters(search);
  const chips = [...placeFilters(search, place), ...filters];
  if (chips.length === 0) return null;
  const { channel, region, localities, sort } = search;
  const bare = searchWith(emptySearch(channel), { region, localities, sort });
  return (
    <ul aria-label="Filters in use" className="flex flex-wrap items-center gap-2">
      {chips.map(({ label, without }) => (
        <li key={searchPath(without)}>
          <ChipLink label={label} href={searchPath(without)} />
        </li>
      ))}
      {filters.length > 1 ? (
        <li>
          <Link href={searchPath(bare)} prefetch={false} className="link inline-block px-2 py-1.5 text-sm">
            Remove all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
