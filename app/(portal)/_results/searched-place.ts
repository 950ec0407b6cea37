import "server-only";
import { cache } from "react";
import type { Crumb } from "@/app/_ui/breadcrumbs";
import { type ListingSearch, searchPath, searchWith } from "@/lib/listings/search";
import { type LocalityRef, localityKey, localityLabel, type RegionRef } from "@/lib/localities/locality";
import { getLocalities, getRegion } from "@/lib/localities/queries";
import { CHANNEL_WORDS } from "./channel-words";

/** Where a search looks. `region` is null where it looks everywhere, or in several regions. */
export type SearchedPlace = {
  /** "Newtown NSW 2042", "New South Wales", "3 places"; null for everywhere. */
  readonly label: string | null;
  readonly region: RegionRef | null;
  readonly localities: readonly LocalityRef[];
};

/** The place of a search, or null when a region or locality of it does not exist. */
export async function findSearchedPlace(search: ListingSearch): Promise<SearchedPlace | null> {
  if (search.region !== null) {
    const region = await regionOnce(search.region);
    return region && { label: region.name, region, localities: [] };
  }
  if (search.localities.length === 0) return { label: null, region: null, localities: [] };
  const localities = await localitiesOnce(search.localities.join(","));
  const [first] = localities;
  if (first === undefined || localities.length < search.localities.length) return null;
  const isOneRegion = localities.every(({ region }) => region.slug === first.region.slug);
  return { label: labelOf(localities), region: isOneRegion ? first.region : null, localities };
}

/** From everywhere down to here; nothing when here is everywhere. */
export function placeCrumbs(search: ListingSearch, place: SearchedPlace): readonly Crumb[] {
  const everywhere = searchWith(search, { region: null, localities: [] });
  const { region, localities } = place;
  const crumbs: Crumb[] = [{ label: CHANNEL_WORDS[search.channel].nav, href: searchPath(everywhere) }];
  if (region)
    crumbs.push({ label: region.name, href: searchPath(searchWith(search, { region: region.slug })) });
  if (localities.length > 0) crumbs.push({ label: labelOf(localities), href: null });
  if (crumbs.length === 1) return [];
  return crumbs.map((crumb, index) => (index === crumbs.length - 1 ? { ...crumb, href: null } : crumb));
}

/** Each of several localities, with the search that leaves it out. */
export function placeFilters(search: ListingSearch, { localities }: SearchedPlace) {
  if (localities.length < 2) return [];
  return localities.map((locality) => {
    const key = localityKey(locality);
    const others = search.localities.filter((other) => other !== key);
    return { label: localityLabel(locality), without: searchWith(search, { localities: others }) };
  });
}

function labelOf(localities: readonly LocalityRef[]): string {
  const [first, second, ...more] = localities;
  if (!first) return "";
  if (!second) return localityLabel(first);
  return more.length === 0 ? `${first.name} and ${second.name}` : `${localities.length} places`;
}

// A page and its title ask the same within one render.
const regionOnce = cache(getRegion);
const localitiesOnce = cache((keys: string) => getLocalities(keys.split(",").map(asKey)));

function asKey(text: string): `${string}/${string}` {
  const [region = "", locality = ""] = text.split("/");
  return `${region}/${locality}`;
}
