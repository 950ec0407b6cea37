import { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { ListingSearch } from "@/lib/listings/search";
import { AREA } from "@/lib/listings/search-area";
import { BOUNDS } from "@/lib/listings/search-bounds";
import { FEATURES } from "@/lib/listings/search-features";
import { choicesField, wholeField } from "@/lib/listings/search-fields";
import { KEYWORDS } from "@/lib/listings/search-keywords";
import { OPEN } from "@/lib/listings/search-open";
import type { Parameter, Written } from "@/lib/listings/search-parameters";
import { SLUG_FIELD } from "@/lib/listings/search-place";
import { rangeField } from "@/lib/listings/search-range";
import type { SearchField } from "@/lib/listings/search-reading";

/** What a search asks of a listing, apart from where it is found and which of what was found is shown first. */
type SearchFilters = Omit<ListingSearch, "channel" | "region" | "localities" | "sort" | "limit" | "after">;

/** The value of a parameter as its field reads it; what has none is absent. */
export type Take = <T>(name: Parameter, field: Pick<SearchField<T>, "absent" | "read">) => T;

const AROUND = wholeField({ absent: null, least: 1, most: 50 });
const ROOMS = rangeField({ decimals: 0, most: 99 });
const BATHS = rangeField({ decimals: 2, most: 99 });
const PARKING = rangeField({ decimals: 0, most: 999 });
const PRICE = rangeField({ decimals: 0, most: 1_000_000_000_000 });
const TYPES = choicesField(PROPERTY_TYPES);
const LAND = rangeField({ decimals: 0, most: 1_000_000_000_000 });
const NEW = wholeField({ absent: null, least: 1, most: 90 });

/** The filters of a question, parameter by parameter. */
export function readFilters(take: Take): SearchFilters {
  return {
    aroundKm: take("around", AROUND),
    keywords: take("keywords", KEYWORDS),
    beds: take("beds", ROOMS),
    baths: take("baths", BATHS),
    parking: take("parking", PARKING),
    price: take("price", PRICE),
    types: take("type", TYPES),
    land: take("land", LAND),
    features: take("feature", FEATURES),
    newWithinDays: take("new", NEW),
    open: take("open", OPEN),
    agency: take("agency", SLUG_FIELD),
    agent: take("agent", SLUG_FIELD),
    bounds: take("bounds", BOUNDS),
    area: take("area", AREA),
  };
}

/** Asks for nothing in particular. */
export const NO_FILTERS: SearchFilters = readFilters((_name, { absent }) => absent);

/** The filters in their one spelling and order. */
export function writeFilters(filters: SearchFilters): readonly Written[] {
  return [
    ["around", AROUND.write(filters.aroundKm)],
    ["keywords", KEYWORDS.write(filters.keywords)],
    ["beds", ROOMS.write(filters.beds)],
    ["baths", BATHS.write(filters.baths)],
    ["parking", PARKING.write(filters.parking)],
    ["price", PRICE.write(filters.price)],
    ["type", TYPES.write(filters.types)],
    ["land", LAND.write(filters.land)],
    ["feature", FEATURES.write(filters.features)],
    ["new", NEW.write(filters.newWithinDays)],
    ["open", OPEN.write(filters.open)],
    ["agency", SLUG_FIELD.write(filters.agency)],
    ["agent", SLUG_FIELD.write(filters.agent)],
    ["bounds", BOUNDS.write(filters.bounds)],
    ["area", AREA.write(filters.area)],
  ];
}
