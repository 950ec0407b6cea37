import { SWRConfig } from "swr";
import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { mapStyleUrl } from "@/lib/http/map-style-url";
import { canonicalQuery, type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import type { ListingPage } from "@/lib/listings/search-answers";
import { feedPath } from "@/lib/listings/search-feed";
import { AboutLinks } from "./about-links";
import { EmptyResults } from "./empty-results";
import { FilterChips } from "./filter-chips";
import { homesWords } from "./filter-words";
import { Filters } from "./filters";
import { mappedSearch } from "./mapped-search";
import { OtherChannels } from "./other-channels";
import { Results } from "./results";
import { resultsKey } from "./results-key";
import { resultsTitle } from "./results-metadata";
import { ResultsSplit } from "./results-split";
import { placeCrumbs, type SearchedPlace } from "./searched-place";
import { SortLinks } from "./sort-links";
import { StructuredResults } from "./structured-results";

type Shown = { search: ListingSearch; place: SearchedPlace; page: ListingPage };

export function ResultsView({ search, place, page }: Shown) {
  const fromTheStart = searchWith(search, { after: null });
  const query = canonicalQuery(fromTheStart);
  const title = resultsTitle(search.channel, place);
  const path = searchPath(search);
  const crumbs = placeCrumbs(fromTheStart, place);
  return (
    <div className="shell grid gap-5 pt-5 pb-10 md:pt-7">
      <CanonicalLink path={path} />
      <link rel="alternate" type="application/rss+xml" title={`New: ${title}`} href={feedPath(search)} />
      <StructuredResults name={title} path={path} page={page} crumbs={crumbs} />
      <Breadcrumbs crumbs={crumbs} />
      <div className="grid gap-1.5">
        <h1 className="break-words text-3xl md:text-[2.5rem]">{title}</h1>
        <p className="flex flex-wrap items-baseline gap-x-5">
          <span className="text-muted">{page.total === 0 ? "No homes match." : homesWords(page.total)}</span>
          <AboutLinks search={search} place={place} />
        </p>
      </div>
      <Filters key={query} search={fromTheStart} facets={page.facets} />
      <ResultsSplit mapped={mappedSearch(fromTheStart)} styleUrl={mapStyleUrl()}>
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
      </ResultsSplit>
    </div>
  );
}
