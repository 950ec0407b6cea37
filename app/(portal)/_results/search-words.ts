import { grouped, typeName } from "@/app/(portal)/_listing/listing-words";
import type { Channel } from "@/lib/listings/listing";
import { type ListingSearch, type ListingSort, type NumberRange, searchWith } from "@/lib/listings/search";
import { CHANNEL_WORDS } from "./channel-words";
import { featureWords, newWords, openWords, rangeWords } from "./filter-words";

export const SORT_NAMES: Readonly<Record<ListingSort, string>> = {
  newest: "Newest",
  "price-up": "Lowest price",
  "price-down": "Highest price",
  inspection: "Next inspection",
  nearest: "Nearest",
  match: "Best match",
};

/** One thing that a search asks for beyond its place, in words, and the search without it. */
export type ActiveFilter = {
  readonly filter: keyof ListingSearch;
  readonly label: string;
  readonly without: ListingSearch;
};

export function activeFilters(search: ListingSearch): readonly ActiveFilter[] {
  const { aroundKm, keywords, types, price, beds, baths, parking, land, features, newWithinDays } = search;
  const { open, agency, agent, bounds, area, channel } = search;
  const found: ActiveFilter[] = [];
  const add = <Name extends keyof ListingSearch>(label: string, filter: Name, left: ListingSearch[Name]) =>
    found.push({ filter, label, without: searchWith(search, { [filter]: left }) });
  if (aroundKm) add(`Within ${aroundKm} km`, "aroundKm", null);
  if (keywords.length > 0) add(`“${keywords.join(" ")}”`, "keywords", []);
  for (const type of types) add(typeName(type), "types", without(types, type));
  if (price) add(priceWords(price, channel), "price", null);
  if (beds) add(rangeWords(beds, "bed"), "beds", null);
  if (baths) add(rangeWords(baths, "bath"), "baths", null);
  if (parking) add(rangeWords(parking, "car space"), "parking", null);
  if (land) add(`Land ${boundWords(land, (m2) => `${grouped(m2)} m²`)}`, "land", null);
  for (const feature of features) add(featureWords(feature), "features", without(features, feature));
  if (newWithinDays) add(newWords(newWithinDays), "newWithinDays", null);
  if (open) add(openWords(open), "open", null);
  if (agency) add(`Agency: ${agency}`, "agency", null);
  if (agent) add(`Agent: ${agent}`, "agent", null);
  if (bounds) add("On this part of the map", "bounds", null);
  if (area) add("In the drawn area", "area", null);
  return found;
}

function without<T>(all: readonly T[], one: T): readonly T[] {
  return all.filter((other) => other !== one);
}

/** "$500,000 to $800,000". The sign stands for the listing's own currency. */
function priceWords(price: NumberRange, channel: Channel): string {
  const unit = CHANNEL_WORDS[channel].priceUnit;
  const words = boundWords(price, (amount) => `$${grouped(amount)}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${unit}`;
}

function boundWords({ min, max }: NumberRange, write: (number: number) => string): string {
  if (min !== null && max === null) return `from ${write(min)}`;
  if (max !== null && min === null) return `up to ${write(max)}`;
  if (min !== null && min === max) return `exactly ${write(min)}`;
  return `${write(min ?? 0)} to ${write(max ?? 0)}`;
}
