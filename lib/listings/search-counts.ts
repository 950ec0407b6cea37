import { COUNT_MAX } from "@/lib/listings/count-max";
import { CLASS_MOST, type FacetClass, readFacetKey } from "@/lib/listings/facet-key";
import { PROPERTY_TYPES, type PropertyType } from "@/lib/listings/listing";
import type { ListingSearch, NumberRange } from "@/lib/listings/search";
import type { CountFromMin, SearchCounts } from "@/lib/listings/search-answers";

/**
 * Listings that are alike: their facet key, which of the search's filters they pass as far as the key does not tell (null: it does, or
 * nothing is asked), how many they are, and how many of them were published within NEW_DAYS.
 */
export type CountGroup = readonly [
  key: number,
  inBeds: boolean | null,
  inBaths: boolean | null,
  inParking: boolean | null,
  isNew: boolean | null,
  count: number,
  countNew: number,
];

type Rooms = "beds" | "baths" | "parking";
type FacetName = "type" | Rooms | "new";

/** A group as it is counted: what its listings are, how many, and which facets' filters they fail. */
type Counted = {
  readonly of: FacetClass;
  readonly count: number;
  readonly countNew: number;
  readonly fails: readonly FacetName[];
};

const MINIMA = [1, 2, 3, 4, 5];

/**
 * Whether the facet key tells who passes a filter on rooms: only where its border does not run through a class. Baths come in fractions,
 * so that 2.5 is of the class of 2.
 */
export function isToldByKey(rooms: Rooms, range: NumberRange | null): boolean {
  if (range === null) return true;
  const { min, max } = range;
  const beginsClass = min === null || (Number.isInteger(min) && min <= CLASS_MOST);
  const endsClass = max === null || (max < CLASS_MOST && rooms !== "baths");
  return beginsClass && endsClass;
}

/** What is counted, but for what only the database knows of the search. */
export function countSearch(
  search: ListingSearch,
  groups: readonly CountGroup[],
): Omit<SearchCounts, "corrections"> {
  const counted = groups.map((group) => read(search, group));
  const passing = counted.filter(({ fails }) => fails.length === 0);
  const found = sum(passing);
  return {
    found,
    total: Math.min(found, COUNT_MAX),
    totalIsExact: found <= COUNT_MAX,
    currencies: [...new Set(passing.map(({ of }) => of.currency))].sort(),
    facets: {
      type: countTypes(passingAllBut("type", counted)),
      beds: countFromMin(counted, "beds"),
      baths: countFromMin(counted, "baths"),
      parking: countFromMin(counted, "parking"),
      new: atMost(passingAllBut("new", counted).reduce((total, { countNew }) => total + countNew, 0)),
    },
  };
}

function read(search: ListingSearch, group: CountGroup): Counted {
  const [key, inBeds, inBaths, inParking, isNew, count, countNew] = group;
  const of = readFacetKey(key);
  const passes: Readonly<Record<FacetName, boolean>> = {
    type: search.types.length === 0 || search.types.includes(of.type),
    beds: inBeds ?? isIn(of.beds, search.beds),
    baths: inBaths ?? isIn(of.baths, search.baths),
    parking: inParking ?? isIn(of.parking, search.parking),
    new: isNew ?? true,
  };
  const names = ["type", "beds", "baths", "parking", "new"] as const;
  return { of, count, countNew, fails: names.filter((name) => !passes[name]) };
}

function isIn(rooms: number | null, range: NumberRange | null): boolean {
  if (range === null) return true;
  return rooms !== null && rooms >= (range.min ?? 0) && rooms <= (range.max ?? Number.POSITIVE_INFINITY);
}

function passingAllBut(facet: FacetName, counted: readonly Counted[]): readonly Counted[] {
  return counted.filter(({ fails }) => fails.every((name) => name === facet));
}

function countTypes(counted: readonly Counted[]): Readonly<Record<PropertyType, number>> {
  const counts = Object.fromEntries(PROPERTY_TYPES.map((type) => [type, 0])) as Record<PropertyType, number>;
  for (const { of, count } of counted) counts[of.type] = atMost(counts[of.type] + count);
  return counts;
}

function countFromMin(counted: readonly Counted[], facet: Rooms): readonly CountFromMin[] {
  const others = passingAllBut(facet, counted);
  return MINIMA.map((min) => ({
    min,
    count: atMost(sum(others.filter(({ of }) => (of[facet] ?? 0) >= min))),
  }));
}

function sum(counted: readonly Counted[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

function atMost(count: number): number {
  return Math.min(count, COUNT_MAX);
}
