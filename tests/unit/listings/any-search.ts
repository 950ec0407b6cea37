import fc from "fast-check";
import { CHANNELS, PROPERTY_TYPES } from "@/lib/listings/listing";
import {
  type Bounds,
  LISTING_SORTS,
  type ListingSearch,
  type ListingSort,
  type NumberRange,
  type OpenWindow,
} from "@/lib/listings/search";
import type { LocalityKey } from "@/lib/localities/locality";
import { anyOutline } from "@/tests/unit/listings/any-outline";

const slug = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 3 })
  .map((words) => words.join("-"));

const key = fc.tuple(slug, slug).map(([region, locality]): LocalityKey => `${region}/${locality}`);

const place = fc.oneof(
  fc.record({
    region: fc.constant(null),
    localities: fc.uniqueArray(key, { maxLength: 6 }).map((keys) => keys.sort()),
  }),
  fc.record({ region: slug, localities: fc.constant<LocalityKey[]>([]) }),
);

/** Ranges as a search holds them: with at least one end, upright, and "0 to 5" as "at most 5". */
function range(number: fc.Arbitrary<number>): fc.Arbitrary<NumberRange | null> {
  return fc
    .tuple(fc.option(number), fc.option(number))
    .filter(
      ([min, max]) =>
        (min === null || max === null || min <= max) && !(min === 0 && max !== 0 && max !== null),
    )
    .filter(([min, max]) => !(min === null && max === 0))
    .map(([min, max]) => (min === null && max === null ? null : { min, max }));
}

const hundredths = (most: number) =>
  fc.integer({ min: -most * 100, max: most * 100 }).map((steps) => steps / 100 + 0);

const bounds = fc.tuple(hundredths(180), hundredths(90), hundredths(180), hundredths(90)).map(
  ([a, b, c, d]): Bounds => ({
    west: Math.min(a, c),
    south: Math.min(b, d),
    east: Math.max(a, c),
    north: Math.max(b, d),
  }),
);

const day = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
const LAST_DAY_INDEX = 36_889;

const days = fc
  .tuple(fc.integer({ min: 0, max: LAST_DAY_INDEX }), fc.integer({ min: 0, max: 31 }))
  .map(([from, more]): OpenWindow => {
    return { kind: "days", from: day(from), to: day(Math.min(from + more, LAST_DAY_INDEX)) };
  });

function sortedSetOf(member: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(member, { maxLength: 10 }).map((members) => members.sort());
}

/** Whether there is something to put in this order, and to do it by. */
function canSort(sort: ListingSort, search: Omit<ListingSearch, "sort">): boolean {
  const { channel, localities, bounds, area, keywords } = search;
  if (sort === "inspection") return channel !== "sold";
  if (sort === "nearest") return localities.length > 0 || bounds !== null || area !== null;
  return sort !== "match" || keywords.length > 0;
}

/** Any search that can be asked. */
export const anySearch: fc.Arbitrary<ListingSearch> = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    place,
    aroundKm: fc.option(fc.integer({ min: 1, max: 50 })),
    keywords: sortedSetOf(fc.stringMatching(/^[a-z0-9]{1,12}$/)),
    beds: range(fc.integer({ min: 0, max: 99 })),
    baths: range(fc.integer({ min: 0, max: 9900 }).map((hundredth) => hundredth / 100)),
    parking: range(fc.integer({ min: 0, max: 999 })),
    price: range(fc.integer({ min: 0, max: 1_000_000_000_000 })),
    types: fc.subarray([...PROPERTY_TYPES]).map((types) => types.sort()),
    land: range(fc.integer({ min: 0, max: 1_000_000_000_000 })),
    features: sortedSetOf(slug),
    newWithinDays: fc.option(fc.integer({ min: 1, max: 90 })),
    open: fc.option(fc.oneof(fc.constant<OpenWindow>({ kind: "weekend" }), days)),
    agency: fc.option(slug),
    agent: fc.option(slug),
    bounds: fc.option(bounds),
    area: fc.option(anyOutline),
    sorts: fc.shuffledSubarray([...LISTING_SORTS], { minLength: LISTING_SORTS.length }),
    limit: fc.integer({ min: 1, max: 60 }),
    after: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/)),
  })
  .map(({ place, sorts, aroundKm, open, ...rest }) => {
    const search = {
      ...rest,
      ...place,
      aroundKm: place.localities.length > 0 ? aroundKm : null,
      open: rest.channel === "sold" ? null : open,
    };
    return { ...search, sort: sorts.find((sort) => canSort(sort, search)) ?? "newest" };
  });
