import type { Point } from "@/lib/localities/distance";
import { hasPostcode, type KnownPlace, type PlaceIndex } from "@/lib/localities/place-index";

/** A place as a list of places gives it. `isForLetters`: its postcode has post boxes only, and names no place to live. */
export type ListedPlace = Point & {
  readonly regionId: number;
  readonly name: string;
  readonly postcode: string | null;
  readonly isForLetters?: boolean;
};

export type PlaceChanges = {
  readonly created: readonly KnownPlace[];
  readonly updated: readonly (KnownPlace & { readonly id: number })[];
  /** Listed places that were not taken in, because nothing but a post box is known of them. */
  readonly leftOut: readonly ListedPlace[];
};

/**
 * What a list of places adds to those in the index: places that are missing, and postcodes. A place without a postcode takes the first
 * street postcode listed for it; any other becomes an extra one. Names, slugs, coordinates and postcodes that are there stay. The
 * order of the list does not matter; merging the same list again changes nothing. The index is brought up to date.
 */
export function mergePlaces(index: PlaceIndex, listed: readonly ListedPlace[]): PlaceChanges {
  const touched = new Map<string, KnownPlace>();
  const leftOut: ListedPlace[] = [];
  for (const place of [...listed].sort(streetsFirst)) {
    const known = index.near(place);
    if (known) {
      const merged = withPostcode(known, place.postcode);
      if (merged === known) continue;
      index.replace(known, merged);
      touched.set(key(merged), merged);
    } else if (place.isForLetters) {
      leftOut.push(place);
    } else {
      const { regionId, name, postcode, latitude, longitude } = place;
      const added = index.add({ regionId, name, postcode, extraPostcodes: [], latitude, longitude });
      touched.set(key(added), added);
    }
  }
  const places = [...touched.values()];
  return { created: places.filter(({ id }) => id === null), updated: places.filter(isStored), leftOut };
}

function withPostcode(place: KnownPlace, postcode: string | null): KnownPlace {
  if (postcode === null || hasPostcode(place, postcode)) return place;
  if (place.postcode === null) return { ...place, postcode };
  return { ...place, extraPostcodes: [...place.extraPostcodes, postcode] };
}

/** So that Sydney is 2000 and not 1001, whatever the order of the list. */
function streetsFirst(one: ListedPlace, other: ListedPlace): number {
  return (
    Number(one.isForLetters ?? false) - Number(other.isForLetters ?? false) ||
    one.regionId - other.regionId ||
    compare(one.name, other.name) ||
    compare(one.postcode ?? "", other.postcode ?? "") ||
    one.latitude - other.latitude ||
    one.longitude - other.longitude
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function key({ regionId, slug }: KnownPlace): string {
  return `${regionId}/${slug}`;
}

function isStored(place: KnownPlace): place is KnownPlace & { readonly id: number } {
  return place.id !== null;
}
