import type { Crumb } from "@/app/_ui/breadcrumbs";
import { CHANNEL_WORDS } from "@/app/(portal)/_results/channel-words";
import type { ListingCard } from "@/lib/listings/listing";
import { emptySearch, searchPath } from "@/lib/listings/search";
import { localityKey, localityLabel } from "@/lib/localities/locality";
import { addressLine } from "./listing-words";

/** From the channel down to the listing, each step a search. */
export function listingCrumbs(listing: ListingCard): readonly Crumb[] {
  const { locality } = listing;
  const search = emptySearch(listing.channel ?? "buy");
  return [
    { label: CHANNEL_WORDS[search.channel].nav, href: searchPath(search) },
    { label: locality.region.name, href: searchPath({ ...search, region: locality.region.slug }) },
    { label: localityLabel(locality), href: searchPath({ ...search, localities: [localityKey(locality)] }) },
    { label: addressLine(listing), href: null },
  ];
}
