import { permanentRedirect } from "next/navigation";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { isAppError } from "@/lib/errors";
import type { Channel } from "@/lib/listings/listing";
import { searchListings } from "@/lib/listings/queries";
import type { ListingSearch } from "@/lib/listings/search";
import { type PageParameters, readAskedPage } from "./asked-page";
import { RefusedSearch } from "./refused-search";
import { ResultsView } from "./results-view";
import { findSearchedPlace } from "./searched-place";

type Asked = {
  channel: Channel;
  params: Promise<{ place?: string[] }>;
  searchParams: Promise<PageParameters>;
};

/** The page of a search. All that decides about its status is awaited here, before its first byte. */
export async function ResultsPage({ channel, params, searchParams }: Asked) {
  const { place = [] } = await params;
  const { parse, redirectTo } = readAskedPage(channel, place, await searchParams);
  if (!parse.ok) {
    if (place.length > 0 && parse.issues.every(({ field }) => isPlaceField(field))) return <MissingPage />;
    return <RefusedSearch channel={channel} issues={parse.issues} />;
  }
  if (redirectTo !== null) permanentRedirect(redirectTo);
  const searchedPlace = await findSearchedPlace(parse.search);
  if (searchedPlace === null) return <MissingPage />;
  const found = await search(parse.search);
  if (!found.ok) return <RefusedSearch channel={channel} issues={found.issues} />;
  return (
    <>
      <StaleNotice />
      <ResultsView search={parse.search} place={searchedPlace} page={found.page} />
    </>
  );
}

function isPlaceField(field: string): boolean {
  return field === "region" || field === "locality";
}

async function search(asked: ListingSearch) {
  try {
    return { ok: true, page: await searchListings(asked) } as const;
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.code !== "bad_request") throw thrown;
    const { issues, message } = thrown;
    return {
      ok: false,
      issues: issues.length > 0 ? issues : [{ field: "search", reason: message }],
    } as const;
  }
}
