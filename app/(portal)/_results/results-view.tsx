import { SWRConfig } from "swr";
import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { CanonicalLink } from "@/app/_ui/canonical-link";
import { grouped } from "@/app/(portal)/_listing/listing-words";
import { canonicalQuery, type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import type { ListingPage } from "@/lib/listings/search-answers";
import { EmptyResults } from "./empty-results";
import { FilterChips } from "./filter-chips";
import { Filters } from "./filters";
import { OtherChannels } from "./other-channels";
import { Results } from "./results";
import { resultsKey } from "./results-key";
import { resultsTitle } from "./results-metadata";
import { placeCrumbs, type SearchedPlace } from "./searched-place";
import { SortLinks } from "./sort-links";

type Shown = { search: ListingSearch; place: SearchedPlace; page: ListingPage };

export function ResultsView({ search, place, page }: Shown) {
  const fromTheStart = searchWith(search, { after: null });
  const query = canonicalQuery(fromTheStart);
  const title = resultsTitle(search.channel, place);
  return (
    <div className="shell grid gap-6 pt-5 pb-10 md:pt-7">
      <CanonicalLink path={searchPath(search)} />
      <Breadcrumbs crumbs={placeCrumbs(fromTheStart, place)} />
      <div className="grid gap-1.5">
        <h1 className="text-3xl md:text-[2.5rem]">{title}</h1>
        <p className="text-muted">{totalText(page)}</p>
      </div>
      <div className="grid gap-6 lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:gap-10">
        <Filters key={query} search={fromTheStart} facets={page.facets} />
        <section aria-label="Results" className="grid content-start gap-5">
          <div className="not-in-print flex flex-wrap items-center justify-between gap-x-6 gap-y-3 empty:hidden">
            <FilterChips search={fromTheStart} place={place} />
            {page.total > 1 ? <SortLinks search={fromTheStart} /> : null}
          </div>
          {page.notice === null ? null : (
            <p className="rounded-lg border border-line bg-surface px-4 py-3 text-sm">{page.notice}</p>
          )}
          {page.total === 0 ? (
            <EmptyResults search={search} place={place} />
          ) : (
            <SWRConfig value={{ cacheData: { [resultsKey(query, search.after)]: page } }}>
              <Results
                key={query}
                query={query}
                path={searchPath(fromTheStart)}
                after={search.after}
                first={page}
              />
            </SWRConfig>
          )}
          <OtherChannels search={search} place={place} />
        </section>
      </div>
    </div>
  );
}

function totalText({ total, totalIsExact }: ListingPage): string {
  if (total === 0) return "No homes match.";
  const count = `${grouped(total)}${totalIsExact ? "" : "+"}`;
  return total === 1 ? "1 home" : `${count} homes`;
}
