"use client";

import { useSearchParams } from "next/navigation";
import useSWR, { preload } from "swr";
import { fetchJson } from "@/app/_ui/fetch-json";
import { CardGrid } from "@/app/(portal)/_listing/card-grid";
import { addressLine, grouped } from "@/app/(portal)/_listing/listing-words";
import type { ListingPage } from "@/lib/listings/search-answers";
import { PageLinks } from "./page-links";
import { resultsHref, resultsKey } from "./results-key";
import { useFreshFirst } from "./use-fresh-first";
import { usePageTurn } from "./use-page-turn";

type Props = {
  /** Canonical query and address of the first page. */
  query: string;
  path: string;
  /** The page that the server rendered: where it begins, and what is on it. */
  after: string | null;
  first: ListingPage;
};

/** The cards and the links between their pages. The links are real; where there is JavaScript, the next page comes without the rest. */
export function Results({ query, path, after: firstAfter, first }: Props) {
  const after = useSearchParams().get("after");
  const key = resultsKey(query, after);
  const firstKey = resultsKey(query, firstAfter);
  useFreshFirst(firstKey, first);
  const {
    data: page = first,
    error,
    isLoading,
  } = useSWR(key, fetchJson<ListingPage>, { keepPreviousData: true });
  const isTurning = isLoading && key !== firstKey;
  const { heading, hasTurned, turn } = usePageTurn(key, isTurning);

  return (
    <div className="grid gap-6" aria-busy={isTurning}>
      <h2 ref={heading} tabIndex={-1} className="sr-only scroll-mt-24">
        Listings
      </h2>
      <p role="status" className="sr-only">
        {hasTurned && !isTurning ? pageWords(page) : ""}
      </p>
      <div className={isTurning ? "opacity-60 transition-opacity delay-150" : ""}>
        <CardGrid listings={page.items} room="beside-map" isFirst />
      </div>
      {error ? (
        <p role="alert" className="text-danger">
          This page of results did not arrive.{" "}
          <a href={resultsHref(path, after)} className="link">
            Load it again
          </a>
        </p>
      ) : null}
      <PageLinks
        first={after === null ? null : path}
        next={page.next === null ? null : resultsHref(path, page.next)}
        onTurn={turn}
        onApproach={() => page.next && preload(resultsKey(query, page.next), fetchJson)}
      />
    </div>
  );
}

function pageWords({ items, total }: ListingPage): string {
  const [top] = items;
  return top ? `${items.length} of ${grouped(total)} homes, from ${addressLine(top)} on` : "No more homes";
}
