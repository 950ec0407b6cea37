import Link from "next/link";
import { findLoosenings } from "@/lib/listings/loosen-queries";
import { type ListingSearch, searchPath } from "@/lib/listings/search";
import { homesWords } from "./filter-words";
import { looseningWords } from "./loosening-words";
import type { SearchedPlace } from "./searched-place";
import { findWiderPlaces } from "./wider-places";

type Props = { search: ListingSearch; place: SearchedPlace };

/** Nothing matches: what would, if a little less were asked; the nearest first, wider places after. */
export async function EmptyResults({ search, place }: Props) {
  const [loosenings, places] = await Promise.all([findLoosenings(search), findWiderPlaces(search, place)]);
  const offers = [
    ...loosenings.map((looser) => ({ ...looser, label: looseningWords(looser, search) })),
    ...places,
  ].map(({ label, search: looser, total }) => ({ label, path: searchPath(looser), total }));
  return (
    <div className="grid justify-items-start gap-5 rounded-card border border-line border-dashed p-6 md:p-10">
      <h2 className="text-2xl">Nothing here just now</h2>
      {offers.length === 0 ? (
        <p className="text-muted">No home is listed here yet, whatever is asked for.</p>
      ) : (
        <>
          <p className="text-muted">Asking for a little less, there are:</p>
          <ul className="grid gap-3">
            {offers.map(({ label, path, total }) => (
              <li key={path}>
                <Link href={path} prefetch={false} className="link">
                  {homesWords(total)} {label}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
