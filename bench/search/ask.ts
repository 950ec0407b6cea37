import type { MixRequest } from "@/bench/mix";
import { ListingId } from "@/lib/listings/listing";
import { getListingMap } from "@/lib/listings/map-queries";
import { canonicalMapQuery } from "@/lib/listings/map-query";
import { getListing, searchListings } from "@/lib/listings/queries";
import { canonicalQuery } from "@/lib/listings/search";
import { findLocalities } from "@/lib/localities/queries";

/** Asks the domain what a request asks, on the runtime that is held. An error says of which request it is. */
export async function ask(request: MixRequest): Promise<void> {
  try {
    await answer(request);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${requestText(request)}: ${reason}`, { cause });
  }
}

/** A request, for people. */
export function requestText(request: MixRequest): string {
  if (request.kind === "search") return `search ${canonicalQuery(request.search)}`;
  if (request.kind === "map") return `map ${canonicalMapQuery(request.query)}`;
  return request.kind === "prefix" ? `autocomplete "${request.q}"` : `listing ${request.id}`;
}

function answer(request: MixRequest): Promise<unknown> {
  if (request.kind === "search") return searchListings(request.search);
  if (request.kind === "map") return getListingMap(request.query);
  if (request.kind === "prefix") return findLocalities(request.q);
  return getListing(ListingId.parse(request.id));
}
