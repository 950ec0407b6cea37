import {
  canonicalQuery,
  type ListingSearch,
  type NumberRange,
  parseSearch,
  searchWith,
} from "@/lib/listings/search";

/** A search that asks for a little less than another in one thing: a filter widened, or dropped. */
export type Loosening = {
  readonly filter: keyof ListingSearch;
  readonly kind: "widened" | "dropped";
  readonly search: ListingSearch;
};

/** Each is a search that somebody waits for. */
export const LOOSENINGS_MAX = 5;

const AROUND_KM = { first: 5, most: 50 };
const PRICE_SHARE = 0.1;
const LAND_SHARE = 0.2;
const RANGES = ["beds", "baths", "parking", "land", "price"] as const;

/** Filters without which the rest is still what somebody looks for, the least of a loss first. */
const DROPPED = {
  ...{ newWithinDays: null, open: null, keywords: [], features: [], agent: null, agency: null },
  ...{ land: null, parking: null, baths: null, types: [], beds: null, price: null, area: null, bounds: null },
} as const satisfies Partial<ListingSearch>;

/**
 * The nearest searches that can find more than this one, at most LOOSENINGS_MAX: first each range by a step and the place by what lies
 * around, then each filter left out. Each differs in one filter and finds all that the search does.
 */
export function loosenings(search: ListingSearch): readonly Loosening[] {
  const seen = new Set([canonicalQuery(searchWith(search, {}))]);
  return [...widened(search), ...dropped(search)]
    .filter((each) => {
      const query = canonicalQuery(each.search);
      const isNew = !seen.has(query);
      seen.add(query);
      // A range can be widened beyond what may be asked for.
      return isNew && parseSearch(new URLSearchParams(query)).ok;
    })
    .slice(0, LOOSENINGS_MAX);
}

function widened(search: ListingSearch): readonly Loosening[] {
  const { localities, aroundKm } = search;
  const found: Loosening[] = [];
  const add = (filter: keyof ListingSearch, change: Partial<ListingSearch>) =>
    found.push({ filter, kind: "widened", search: searchWith(search, change) });
  if (localities.length > 0)
    add("aroundKm", {
      aroundKm: aroundKm === null ? AROUND_KM.first : Math.min(2 * aroundKm, AROUND_KM.most),
    });
  for (const filter of RANGES) {
    const range = search[filter];
    if (range !== null) add(filter, { [filter]: WIDER[filter](range) });
  }
  return found;
}

const WIDER: Readonly<Record<(typeof RANGES)[number], (range: NumberRange) => NumberRange>> = {
  beds: oneLess,
  baths: oneLess,
  parking: oneLess,
  land: (range) => byShare(range, LAND_SHARE),
  price: (range) => byShare(range, PRICE_SHARE),
};

/** Fewer rooms are a loss, more are not; an upper end stays where it is, but that of exactly so many. */
function oneLess({ min, max }: NumberRange): NumberRange {
  if (min === null || min < 1) return { min: null, max: max === null ? null : max + 1 };
  return { min: min - 1, max };
}

function byShare({ min, max }: NumberRange, share: number): NumberRange {
  return {
    min: min === null ? null : Math.floor(min * (1 - share)),
    max: max === null ? null : Math.ceil(max * (1 + share)),
  };
}

function dropped(search: ListingSearch): readonly Loosening[] {
  const without = Object.entries(DROPPED) as [keyof typeof DROPPED, null | readonly []][];
  return without.map(([filter, nothing]) => ({
    ...{ filter, kind: "dropped" as const },
    search: searchWith(search, { [filter]: nothing }),
  }));
}
