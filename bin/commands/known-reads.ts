import { agencyRead } from "@/lib/agencies/freshness";
import type { Read } from "@/lib/cache/read";
import { AppError } from "@/lib/errors";
import { goneListingRead, listingRead, searchRead } from "@/lib/listings/freshness";
import { CHANNELS, ListingId } from "@/lib/listings/listing";
import { emptySearch, parseSearch, parseSearchPage, type SearchParse } from "@/lib/listings/search";
import { localityRead, placesRead, regionRead, regionsRead } from "@/lib/localities/freshness";
import type { LocalityKey } from "@/lib/localities/locality";
import { readPlaceWords } from "@/lib/localities/place-question";

const NEWEST_ON_HOME = 6;

/** What can be explained: an address of the portal, whole or from its path on, or a key as `cache watch` shows it. AppError bad_request for anything else. */
export function readsNamed(name: string): readonly Read<unknown>[] {
  const reads = /^(\/|https?:)/.test(name)
    ? readsOfAddress(new URL(name, "http://localhost"))
    : readOfKey(name);
  if (reads.length > 0) return reads;
  throw new AppError(
    "bad_request",
    `"${name}" names nothing that is cached; give an address of the portal (/buy/nsw/newtown, /api/listings/12) or a key as bin/verandah cache watch shows it (listing/12).`,
  );
}

function readsOfAddress({ pathname, searchParams }: URL): readonly Read<unknown>[] {
  const [first = "", ...rest] = pathname.split("/").filter((part) => part !== "");
  const channel = CHANNELS.find((each) => each === first);
  if (channel !== undefined) return readsOfSearch(parseSearchPage(channel, rest, searchParams));
  if (first === "") return [searchRead({ ...emptySearch("buy"), limit: NEWEST_ON_HOME }), regionsRead()];
  if (first === "listing") return readsOfListing(/(\d+)$/.exec(rest[0] ?? "")?.[1]);
  if (first !== "api") return [];
  if (rest[0] === "listings" && rest.length === 2) return readsOfListing(rest[1]);
  if (rest[0] === "listings") return readsOfSearch(parseSearch(searchParams));
  if (rest[0] === "localities") return [placesRead(readPlaceWords(searchParams.get("q") ?? ""), 8)];
  return [];
}

function readOfKey(key: string): readonly Read<unknown>[] {
  const [, kind = "", rest = ""] = /^([a-z-]+)\/?(.*)$/.exec(key) ?? [];
  const [first = "", second = ""] = rest.split("/");
  switch (kind) {
    case "listing":
    case "gone-listing":
      return readsOfListing(rest).filter((read) => read.key === key);
    case "search":
      return readsOfSearch(parseSearch(new URLSearchParams(rest)));
    case "locality":
      return [localityRead(`${first}/${second}` satisfies LocalityKey)];
    case "region":
      return [regionRead(first)];
    case "regions":
      return [regionsRead()];
    case "agency":
      return [agencyRead(first)];
    case "places":
      return [placesRead(second.split(" "), Number(first))];
    default:
      return [];
  }
}

function readsOfListing(id: string | undefined): readonly Read<unknown>[] {
  const parsed = ListingId.safeParse(id);
  return parsed.success ? [listingRead(parsed.data), goneListingRead(parsed.data)] : [];
}

function readsOfSearch(parsed: SearchParse): readonly Read<unknown>[] {
  if (parsed.ok) return [searchRead(parsed.search)];
  throw new AppError("bad_request", "The search cannot be read.", { issues: parsed.issues });
}
