import type { FieldIssue } from "@/lib/errors";
import { CHANNELS, type Channel, type PropertyType } from "@/lib/listings/listing";
import { CURSOR_FIELD, choiceField, wholeField } from "@/lib/listings/search-fields";
import { NO_FILTERS, readFilters, type Take, writeFilters } from "@/lib/listings/search-filters";
import { pageParameters } from "@/lib/listings/search-page-form";
import {
  isParameter,
  isTrackingParameter,
  lengthIssue,
  readParameter,
  unknownParameter,
  type Written,
  writeParameters,
} from "@/lib/listings/search-parameters";
import { readLocalities, SLUG_FIELD, sortedSet } from "@/lib/listings/search-place";
import { keepRules, ruleIssues } from "@/lib/listings/search-rules";
import type { LocalityKey } from "@/lib/localities/locality";

/** At least one end is given, and both belong to the range; exactly one number is `min === max`. */
export type NumberRange = { readonly min: number | null; readonly max: number | null };

export const LISTING_SORTS = ["newest", "price-up", "price-down", "inspection", "nearest", "match"] as const;
/** "newest" is by the day of sale among the sold; "inspection" by the next one; "nearest" to what is asked for; "match" of the keywords. */
export type ListingSort = (typeof LISTING_SORTS)[number];

/** A map's window in decimal degrees; `west <= east`. */
export type Bounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** In decimal degrees. */
export type Point = { readonly lng: number; readonly lat: number };

/** When a listing is open for inspection, in days (YYYY-MM-DD) where it stands; `from <= to`, and both belong to it. */
export type OpenWindow =
  | { readonly kind: "weekend" }
  | { readonly kind: "days"; readonly from: string; readonly to: string };

/** What can be asked of listings. Sets are sorted and unique; `null` and an empty set ask for nothing in particular. */
export type ListingSearch = {
  readonly channel: Channel;
  /** Slug of a region; null whenever localities are given. */
  readonly region: string | null;
  readonly localities: readonly LocalityKey[];
  /** Also in what lies around the localities; null whenever there are none. */
  readonly aroundKm: number | null;
  /** Words of a-z and 0-9; all must be there. */
  readonly keywords: readonly string[];
  readonly beds: NumberRange | null;
  /** In steps of a hundredth: half and quarter baths are counted in some countries. */
  readonly baths: NumberRange | null;
  readonly parking: NumberRange | null;
  /** Whole units of the listing's own currency; per week for rent. */
  readonly price: NumberRange | null;
  readonly types: readonly PropertyType[];
  /** Square metres. */
  readonly land: NumberRange | null;
  /** Slugs; all must be there. */
  readonly features: readonly string[];
  readonly newWithinDays: number | null;
  /** Null among the sold. */
  readonly open: OpenWindow | null;
  readonly agency: string | null;
  readonly agent: string | null;
  readonly bounds: Bounds | null;
  /** An outline of at least three corners that does not meet itself, anticlockwise from its westernmost. */
  readonly area: readonly Point[] | null;
  readonly sort: ListingSort;
  readonly limit: number;
  /** Where the page begins: `next` of the page before. */
  readonly after: string | null;
};

export type SearchParse =
  | { readonly ok: true; readonly search: ListingSearch }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] };

export const PAGE_SIZE = 24;
const PAGE_SIZE_MAX = 60;

const CHANNEL = choiceField(CHANNELS, "buy");
const SORT = choiceField(LISTING_SORTS, "newest");
const LIMIT = wholeField({ absent: PAGE_SIZE, least: 1, most: PAGE_SIZE_MAX });

/**
 * A search from the parameters of the API. Any spelling of one question gives one search (order, case, repeated members of a set,
 * percent-encoding, leading zeros, defaults written out); tracking parameters are passed over. Whatever is malformed, repeated, empty,
 * inverted, out of bounds, unknown or without what it needs beside it is an issue that names its parameter. Never throws.
 */
export function parseSearch(params: URLSearchParams): SearchParse {
  const issues: FieldIssue[] = [];
  const tooLong = lengthIssue(params);
  if (tooLong) return { ok: false, issues: [tooLong] };
  for (const name of new Set(params.keys())) {
    if (!isParameter(name) && !isTrackingParameter(name)) issues.push(unknownParameter(name));
  }
  const take: Take = (name, field) => {
    const reading = readParameter(params.getAll(name), field);
    if (reading.ok) return reading.value;
    issues.push({ field: name, reason: reading.reason });
    return field.absent;
  };
  const region = take("region", SLUG_FIELD);
  const localities = take("locality", { absent: [], read: (text) => readLocalities(text, region) });
  const search: ListingSearch = {
    channel: take("channel", CHANNEL),
    region: localities.length > 0 ? null : region,
    localities,
    ...readFilters(take),
    sort: take("sort", SORT),
    limit: take("limit", LIMIT),
    after: take("after", CURSOR_FIELD),
  };
  issues.push(...ruleIssues(search, issues));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, search };
}

/**
 * A search from the address of a page: `/buy/nsw/newtown?beds=3-` is `("buy", ["nsw", "newtown"], beds=3-)`. As parseSearch, but parameters
 * that are not known are passed over, and so is what an untouched form sends (see pageParameters). The page whose address
 * is not `searchPath(search)` redirects there.
 */
export function parseSearchPage(
  channel: Channel,
  place: readonly string[],
  params: URLSearchParams,
): SearchParse {
  const asked = pageParameters(channel, place, params);
  for (const name of new Set(asked.keys())) if (!isParameter(name)) asked.delete(name);
  return parseSearch(asked);
}

/** The one spelling of a search: key of the cache, of SWR, and the query of `/api/listings`. Nothing in it needs percent-encoding. */
export function canonicalQuery(search: ListingSearch): string {
  return writeParameters([["channel", search.channel], ...place(search), ...beyondPlace(search)]);
}

/** The one address of a search's page: "/buy/nsw/newtown?beds=3-&price=-1500000"; several localities stand in the query. */
export function searchPath(search: ListingSearch): string {
  const [only, ...others] = search.localities;
  const stands = others.length === 0 ? (only ?? search.region) : null;
  const path = stands === null ? `/${search.channel}` : `/${search.channel}/${stands}`;
  const asked = writeParameters([...(stands === null ? place(search) : []), ...beyondPlace(search)]);
  return asked === "" ? path : `${path}?${asked}`;
}

/**
 * The search with something changed, from its first page on unless `after` is given. A region replaces localities, localities a region.
 * What the change leaves without ground falls away: "around" without localities, "open" among the sold, a sort without what it sorts by.
 */
export function searchWith(search: ListingSearch, change: Partial<ListingSearch>): ListingSearch {
  const merged = { ...search, after: null, ...change };
  const localities = change.region ? [] : sortedSet(merged.localities);
  return keepRules({
    ...merged,
    localities,
    region: localities.length > 0 ? null : merged.region,
    keywords: sortedSet(merged.keywords),
    types: sortedSet(merged.types),
    features: sortedSet(merged.features),
  });
}

/** Everything in a channel, newest first. */
export function emptySearch(channel: Channel): ListingSearch {
  return {
    channel,
    region: null,
    localities: [],
    ...NO_FILTERS,
    sort: "newest",
    limit: PAGE_SIZE,
    after: null,
  };
}

function place({ region, localities }: ListingSearch): readonly Written[] {
  return localities.length > 0
    ? [["locality", sortedSet(localities).join(",")]]
    : [["region", SLUG_FIELD.write(region)]];
}

function beyondPlace(search: ListingSearch): readonly Written[] {
  return [
    ...writeFilters(search),
    ["sort", SORT.write(search.sort)],
    ["limit", LIMIT.write(search.limit)],
    ["after", CURSOR_FIELD.write(search.after)],
  ];
}
