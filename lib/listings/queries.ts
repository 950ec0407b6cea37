import "server-only";
import { agentTag } from "@/lib/agencies/freshness";
import {
  cardTags,
  goneListingRead,
  listingRead,
  searchCountsRead,
  searchOptionsRead,
  searchRead,
} from "@/lib/listings/freshness";
import type { Channel, Listing, ListingId } from "@/lib/listings/listing";
import { toCard } from "@/lib/listings/listing-row";
import { type ListingRow, listingStatement } from "@/lib/listings/listing-statement";
import type { ListingSearch } from "@/lib/listings/search";
import type {
  Answered,
  ListingPage,
  SearchCounts,
  SearchOptions,
  SearchPage,
} from "@/lib/listings/search-answers";
import { readCursor, type SearchCursor } from "@/lib/listings/search-cursor";
import { loadCounts, loadOptions, loadPage } from "@/lib/listings/search-loads";
import { refuseNames } from "@/lib/listings/search-names";
import { noticeOf } from "@/lib/listings/search-notice";
import { upcomingInspections } from "@/lib/listings/upcoming-inspections";
import { localityTag, regionTag } from "@/lib/localities/freshness";
import type { LocalityRef } from "@/lib/localities/locality";
import { picturesOf } from "@/lib/media/media";
import { cacheHost } from "@/lib/platform/cache-host";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/** What is left of a listing that was public and is so no more. */
export type GoneListing = {
  readonly id: number;
  readonly headline: string;
  readonly status: "withdrawn" | "leased";
  /** Where it was, and others like it are. */
  readonly channel: Exclude<Channel, "sold">;
  readonly locality: LocalityRef;
};

/**
 * One page of what the public can find, with all that is counted: three reads, of a statement each, which may be of different moments.
 * Nothing is seen twice or skipped from page to page but what changed meanwhile.
 * Throws AppError bad_request naming a region, locality, agency or agent that does not exist, or a cursor of another search.
 */
export async function searchListings(search: ListingSearch): Promise<ListingPage> {
  const cursor = await readCursor(search, new Date());
  const counts = await countListings(search);
  const { total, totalIsExact, facets } = counts;
  const [page, options] = await Promise.all([
    total === 0 ? NO_PAGE : readPage(search, cursor, counts.found),
    totalIsExact ? readOptions(search, total) : NO_OPTIONS,
  ]);
  return {
    total,
    totalIsExact,
    ...page,
    facets: { ...facets, ...options },
    notice: noticeOf(search, counts),
  };
}

/** What is counted of a search, whatever its order and page. Throws AppError bad_request as searchListings does for names. */
export async function countListings(search: ListingSearch): Promise<SearchCounts> {
  const read = searchCountsRead(search);
  return known(await cachedRead(read, (context) => loadCounts(search, context)));
}

async function readPage(
  search: ListingSearch,
  cursor: SearchCursor | null,
  found: number,
): Promise<SearchPage> {
  const read = searchRead(search);
  return known(await cachedRead(read, (context) => loadPage(search, { cursor, found }, context)));
}

async function readOptions(search: ListingSearch, total: number): Promise<SearchOptions> {
  if (total === 0) return { features: [], openThisWeekend: countsOpen(search) ? 0 : null };
  const read = searchOptionsRead(search);
  const options = known(await cachedRead(read, (context) => loadOptions(search, context)));
  return search.open?.kind === "weekend" ? { ...options, openThisWeekend: total } : options;
}

/** What is sold is not open; and of what is open at another time nobody asks how much is then. */
function countsOpen({ channel, open }: ListingSearch): boolean {
  return channel !== "sold" && open?.kind !== "days";
}

const NO_PAGE: SearchPage = { items: [], next: null };
const NO_OPTIONS: SearchOptions = { features: null, openThisWeekend: null };

function known<T>(answered: Answered<T>): T {
  if (answered.kind === "unknown-names") throw refuseNames(answered.issues);
  return answered.answer;
}

/** The listing with this id as the public sees it, with the inspections that are not over, or null; one statement. */
export function getListing(id: ListingId): Promise<Listing | null> {
  return cachedRead(listingRead(id), async ({ addTags, expiresAt }) => {
    const [row] = await runtime().database.$queryRaw<ListingRow[]>(listingStatement(id));
    if (!row) return null;
    addTags(...cardTags(row.ids), ...row.ids.agents.map(agentTag));
    const { upcoming, lastsMs } = upcomingInspections(row.rest.inspections, Date.now());
    if (lastsMs !== null) expiresAt(cacheHost.now() + lastsMs);
    return { ...toCard(row.card), ...row.rest, inspections: upcoming, images: picturesOf(row.card) };
  });
}

/** What is left of a withdrawn or leased listing, so that its page can say so and lead on; null for any other. One statement. */
export function findGoneListing(id: ListingId): Promise<GoneListing | null> {
  return cachedRead(goneListingRead(id), async ({ addTags }) => {
    const row = await runtime().database.listing.findUnique({
      relationLoadStrategy: "join",
      where: { id },
      select: {
        headline: true,
        status: true,
        offer: true,
        locality: { select: { ...LOCALITY_REF, id: true, regionId: true } },
      },
    });
    if (row?.status !== "withdrawn" && row?.status !== "leased") return null;
    const { headline, status, offer, locality } = row;
    addTags(localityTag(locality.id), regionTag(locality.regionId));
    const { slug, name, postcode, region } = locality;
    return {
      id,
      headline,
      status,
      channel: offer === "sale" ? "buy" : "rent",
      locality: { slug, name, postcode, region },
    };
  });
}

const LOCALITY_REF = {
  slug: true,
  name: true,
  postcode: true,
  region: { select: { slug: true, code: true, name: true } },
} as const;
