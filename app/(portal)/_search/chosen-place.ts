import { type ListingSearch, searchWith } from "@/lib/listings/search";
import { localityKey, localityLabel } from "@/lib/localities/locality";
import type { Place } from "@/lib/localities/place";

/** The one place that a text means beyond doubt: the only one there is, or the only one of just that name. */
export function chosenPlace(text: string, places: readonly Place[]): Place | null {
  const [only, ...others] = places;
  if (only && others.length === 0) return only;
  const wanted = text.toLowerCase();
  const named = places.filter((place) => namesOf(place).some((name) => name.toLowerCase() === wanted));
  const [match, ...rivals] = named;
  return match && rivals.length === 0 ? match : null;
}

/** Places with what to call them; two of one name in one state, without postcodes, by their addresses too. */
export function toldApart(places: readonly Place[]): readonly { place: Place; label: string }[] {
  const labels = places.map(placeLabel);
  return places.map((place, index) => {
    const label = placeLabel(place);
    const isShared = labels.some((other, at) => at !== index && other === label);
    return {
      place,
      label: isShared && place.kind === "locality" ? `${label} (${place.locality.slug})` : label,
    };
  });
}

function placeLabel(place: Place): string {
  return place.kind === "region" ? place.region.name : localityLabel(place.locality);
}

/** The same search, in that place. */
export function searchIn(search: ListingSearch, place: Place): ListingSearch {
  return place.kind === "region"
    ? searchWith(search, { region: place.region.slug })
    : searchWith(search, { localities: [localityKey(place.locality)] });
}

function namesOf(place: Place): readonly string[] {
  if (place.kind === "region") return [place.region.name, place.region.code];
  const { name, region, postcode } = place.locality;
  return [
    name,
    `${name} ${region.code}`,
    placeLabel(place),
    ...(postcode === null ? [] : [`${name} ${postcode}`]),
  ];
}
