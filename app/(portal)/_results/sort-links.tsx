import Link from "next/link";
import { LISTING_SORTS, type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import { SORT_NAMES } from "./search-words";

/** The sorts that this search can have; it would fall back from the others. */
export function SortLinks({ search }: { search: ListingSearch }) {
  const sorts = LISTING_SORTS.filter((sort) => searchWith(search, { sort }).sort === sort);
  return (
    <nav aria-label="Sort by" className="ml-auto text-sm">
      <ul className="-mx-2 flex flex-wrap">
        {sorts.map((sort) => (
          <li key={sort}>
            <Link
              href={searchPath(searchWith(search, { sort }))}
              prefetch={false}
              aria-current={sort === search.sort ? "true" : undefined}
              className="inline-block px-2 py-2 text-muted underline-offset-4 hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:decoration-accent"
            >
              {SORT_NAMES[sort]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
