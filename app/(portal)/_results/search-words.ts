import { dayText, grouped, typeName } from "@/app/(portal)/_listing/listing-words";
import type { Channel } from "@/lib/listings/listing";
import {
  COUNT_MAX,
  type ListingSearch,
  type ListingSort,
  type NumberRange,
  type OpenWindow,
  searchWith,
} from "@/lib/listings/search";
import { CHANNEL_WORDS } from "./channel-words";

export const SORT_NAMES: Readonly<Record<ListingSort, string>> = {
  newest: "Newest",
  "price-up": "Lowest price",
  "price-down": "Highest price",
  inspection: "Next inspection",
  nearest: "Nearest",
  match: "Best match",
};

/** One thing that a search asks for beyond its place, in words, and the search without it. */
export type ActiveFilter = { readonly label: string; readonly without: ListingSearch };

export function activeFilters(search: ListingSearch): readonly ActiveFilter[] {
  const { aroundKm, keywords, types, price, beds, baths, parking, land, features, newWithinDays } = search;
  const { open, agency, agent, bounds, area, channel } = search;
  const found: ActiveFilter[] = [];
  const add = (label: string, change: Partial<ListingSearch>) =>
    found.push({ label, without: searchWith(search, change) });
  if (aroundKm) add(`Within ${aroundKm} km`, { aroundKm: null });
  if (keywords.length > 0) add(`“${keywords.join(" ")}”`, { keywords: [] });
  for (const type of types) add(typeName(type), { types: types.filter((other) => other !== type) });
  if (price) add(priceWords(price, channel), { price: null });
  if (beds) add(rangeWords(beds, "bed"), { beds: null });
  if (baths) add(rangeWords(baths, "bath"), { baths: null });
  if (parking) add(rangeWords(parking, "car space"), { parking: null });
  if (land) add(`Land ${boundWords(land, (m2) => `${grouped(m2)} m²`)}`, { land: null });
  for (const feature of features)
    add(featureWords(feature), { features: features.filter((other) => other !== feature) });
  if (newWithinDays) add(newWords(newWithinDays), { newWithinDays: null });
  if (open) add(openWords(open), { open: null });
  if (agency) add(`Agency: ${agency}`, { agency: null });
  if (agent) add(`Agent: ${agent}`, { agent: null });
  if (bounds) add("On this part of the map", { bounds: null });
  if (area) add("In the drawn area", { area: null });
  return found;
}

/** "swimming-pool" as "Swimming pool". */
function featureWords(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function newWords(days: number): string {
  if (days === 7) return "New this week";
  return `New in ${days} ${days === 1 ? "day" : "days"}`;
}

/** "Open this weekend", "Open 28 Nov 2026", "Open 28 Nov 2026 to 29 Nov 2026". */
function openWords(open: OpenWindow): string {
  if (open.kind === "weekend") return "Open this weekend";
  const { from, to } = open;
  return from === to ? `Open ${dayText(from)}` : `Open ${dayText(from)} to ${dayText(to)}`;
}

/** "$500,000 to $800,000". The sign stands for the listing's own currency. */
function priceWords(price: NumberRange, channel: Channel): string {
  const unit = CHANNEL_WORDS[channel].priceUnit;
  const words = boundWords(price, (amount) => `$${grouped(amount)}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${unit}`;
}

/** "394", or "10,000+" from where on counts are not exact. */
export function countWords(count: number): string {
  return count < COUNT_MAX ? grouped(count) : `${grouped(COUNT_MAX)}+`;
}

/** "3+ beds", "2 baths", "up to 5 beds", "3 to 5 beds". */
export function rangeWords({ min, max }: NumberRange, word: string): string {
  const plural = `${word}s`;
  if (min !== null && max === null) return `${min}+ ${plural}`;
  if (min === max) return `${min} ${min === 1 ? word : plural}`;
  if (min === null) return `Up to ${max} ${max === 1 ? word : plural}`;
  return `${min} to ${max} ${plural}`;
}

function boundWords({ min, max }: NumberRange, write: (number: number) => string): string {
  if (min !== null && max === null) return `from ${write(min)}`;
  if (max !== null && min === null) return `up to ${write(max)}`;
  if (min !== null && min === max) return `exactly ${write(min)}`;
  return `${write(min ?? 0)} to ${write(max ?? 0)}`;
}
