import { agencyNameTag, agentTag } from "@/lib/agencies/freshness";
import { isBandStart, priceBand } from "@/lib/listings/price-band";
import { type PricePart, type PriceSpan, partsOfSpan } from "@/lib/listings/price-span";
import type { ListingSearch, NumberRange } from "@/lib/listings/search";
import { searchSquares } from "@/lib/listings/search-squares";
import { localityTag, regionPlacesTag, regionTag } from "@/lib/localities/freshness";

/** Which of the names in a search exist, by their ids. */
export type FoundNames = {
  readonly region: number | null;
  readonly localities: readonly { readonly key: string; readonly id: number; readonly region: number }[];
  /** The places around them, when those are asked for too: all, unless they are very many, and the regions that they lie in. */
  readonly around: {
    readonly localities: readonly number[] | null;
    readonly regions: readonly number[];
  } | null;
  readonly agency: number | null;
  readonly agent: number | null;
};

/**
 * What of a listing an answer can turn on: its row of listing_search but its words, features and prices; its words and features; its
 * inspections; its price, whatever it is. Of prices more narrowly: whether one comes into or goes out of a range which begins with the least
 * of a band (price-band.ts), ends with it, or does either within one; whether one of some part of all prices (price-span.ts) comes or goes;
 * and for all of these, whether one moves far, or is there at all.
 */
export type Aspect =
  | "search"
  | "search-text"
  | "search-open"
  | "search-price"
  | `search-price-${"from-" | "past-" | ""}${number}`
  | `search-price-${PricePart}`
  | "search-price-far";

/** What the conditions of a search turn on. */
export function aspectsOf({ keywords, features, open, price }: ListingSearch): readonly Aspect[] {
  const aspects: Aspect[] = ["search"];
  if (keywords.length > 0 || features.length > 0) aspects.push("search-text");
  if (open !== null) aspects.push("search-open");
  if (price !== null) aspects.push("search-price-far", ...endsOf(price));
  return aspects;
}

/** What an answer turns on that shows prices of these spans, and would show any other listing's that came into them. */
export function spanAspects(spans: readonly PriceSpan[]): readonly Aspect[] {
  if (spans.length === 0) return [];
  const parts = new Set(spans.flatMap(spanParts));
  return ["search-price-far", ...[...parts].map((part) => `search-price-${part}` as const)];
}

/** A span of few bands by its bands, which are narrower. */
function spanParts(span: PriceSpan): readonly (PricePart | number)[] {
  const first = priceBand(span.from);
  const bands = span.to === null ? Number.POSITIVE_INFINITY : 1 + priceBand(span.to) - first;
  return bands > SPAN_BANDS_MAX ? partsOfSpan(span) : Array.from({ length: bands }, (_, at) => first + at);
}

const SPAN_BANDS_MAX = 12;

/**
 * What an answer depends on that turns on these aspects of the listings that a search looks through: the narrowest sets that hold them
 * all, and the rows that its names stand for.
 */
export function searchTags(
  search: ListingSearch,
  found: FoundNames,
  aspects: readonly Aspect[] = aspectsOf(search),
): readonly string[] {
  const tags = found.localities.flatMap(({ id, region }) => [localityTag(id), regionTag(region)]);
  if (found.region !== null) tags.push(regionTag(found.region), regionPlacesTag(found.region));
  if (found.agency !== null) tags.push(agencyNameTag(found.agency));
  if (found.agent !== null) tags.push(agentTag(found.agent), `agent-listings:${found.agent}`);
  if (turnsOnPlaces(search, aspects)) tags.push("localities:any");
  if (aspects.includes("search-open")) tags.push("regions:any");
  const scopes = scopesOf(search, found);
  const isWide = scopes.length * aspects.length > SCOPED_MAX;
  for (const aspect of aspects) {
    const told = isWide && aspect.startsWith("search-price-") ? [""] : scopes;
    tags.push(...told.map((scope) => `${aspect}:${search.channel}${scope}`));
  }
  return tags;
}

/** An entry is kept with a thousand tags at most: of prices in more places than these leave room for, those of the whole channel are told. */
const SCOPED_MAX = 400;

function endsOf({ min, max }: NumberRange): readonly Aspect[] {
  const aspect = (end: number, crossed: "from-" | "past-"): Aspect =>
    `search-price-${isBandStart(end) ? crossed : ""}${priceBand(end)}`;
  return [...(min === null ? [] : [aspect(min, "from-")]), ...(max === null ? [] : [aspect(max, "past-")])];
}

/** Where places lie, what they are called (a word of their listings), and what time it is there. */
function turnsOnPlaces(search: ListingSearch, aspects: readonly Aspect[]): boolean {
  const { bounds, area, aroundKm, sort, keywords } = search;
  const turnsOnPoints = bounds !== null || area !== null || aroundKm !== null || sort === "nearest";
  return turnsOnPoints || keywords.length > 0 || aspects.includes("search-open");
}

function scopesOf(
  search: ListingSearch,
  { localities, around, agency, region }: FoundNames,
): readonly string[] {
  const squares = searchSquares(search);
  if (around?.localities) return around.localities.map((id) => `:locality:${id}`);
  if (around) return around.regions.map((id) => `:region:${id}`);
  if (localities.length > 0) return localities.map(({ id }) => `:locality:${id}`);
  if (agency !== null) return [`:agency:${agency}`];
  if (squares !== null) return squares.map((square) => `:${square}`);
  return region === null ? [""] : [`:region:${region}`];
}
