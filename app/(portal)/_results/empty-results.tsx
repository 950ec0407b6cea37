import Link from "next/link";
import { grouped } from "@/app/(portal)/_listing/listing-words";
import type { ListingSearch } from "@/lib/listings/search";
import { findLooserSearches } from "./looser-searches";
import type { SearchedPlace } from "./searched-place";

type Props = { search: ListingSearch; place: SearchedPlace };

/** Nothing matches: what would, if one thing less were asked. */
export async function EmptyResults({ search, place }: Props) {
  const looser = await findLooserSearches(search, place);
  return (
    <div className="grid justify-items-start gap-5 rounded-card border border-line border-dashed p-6 md:p-10">
      <h2 className="text-2xl">Nothing here just now</h2>
      {looser.length === 0 ? (
        <p className="text-muted">No home is listed here yet, whatever is asked for.</p>
      ) : (
        <>
          <p className="text-muted">Asking for a little less, there are:</p>
          <ul className="grid gap-3">
            {looser.map(({ label, path, total }) => (
              <li key={path}>
                <Link href={path} prefetch={false} className="link">
                  {grouped(total)} {total === 1 ? "home" : "homes"} {label}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
