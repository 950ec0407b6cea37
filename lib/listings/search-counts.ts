import { PROPERTY_TYPES, type PropertyType } from "@/lib/listings/listing";
import type { CountFromMin, Facets } from "@/lib/listings/queries";
import { COUNT_MAX } from "@/lib/listings/search";

/** How many listings are alike in all that facets ask, and which of the search's facet filters they pass. Rooms above five count as five. */
export type CountGroup = {
  readonly type: PropertyType;
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  readonly currency: string;
  readonly inType: boolean;
  readonly inBeds: boolean;
  readonly inBaths: boolean;
  readonly inParking: boolean;
  readonly count: number;
};

type FacetName = "type" | "beds" | "baths" | "parking";

const MINIMA = [1, 2, 3, 4, 5];

/** How many listings pass every filter: exact up to COUNT_MAX, then that. */
export function countTotal(groups: readonly CountGroup[]): { total: number; totalIsExact: boolean } {
  const total = sum(groups.filter((group) => passesAllBut(null, group)));
  return { total: Math.min(total, COUNT_MAX), totalIsExact: total <= COUNT_MAX };
}

export function countFacets(groups: readonly CountGroup[]): Facets {
  const ofType = groups.filter((group) => passesAllBut("type", group));
  return {
    type: countTypes(ofType),
    beds: countFromMin(groups, "beds"),
    baths: countFromMin(groups, "baths"),
    parking: countFromMin(groups, "parking"),
  };
}

/** The currencies among the listings that pass every filter. */
export function currenciesFound(groups: readonly CountGroup[]): ReadonlySet<string> {
  return new Set(groups.filter((group) => passesAllBut(null, group)).map(({ currency }) => currency));
}

function passesAllBut(facet: FacetName | null, { inType, inBeds, inBaths, inParking }: CountGroup): boolean {
  return (
    (inType || facet === "type") &&
    (inBeds || facet === "beds") &&
    (inBaths || facet === "baths") &&
    (inParking || facet === "parking")
  );
}

function countTypes(groups: readonly CountGroup[]): Facets["type"] {
  const counts = Object.fromEntries(PROPERTY_TYPES.map((type) => [type, 0])) as Record<PropertyType, number>;
  for (const { type, count } of groups) counts[type] = Math.min(counts[type] + count, COUNT_MAX);
  return counts;
}

function countFromMin(
  groups: readonly CountGroup[],
  facet: Exclude<FacetName, "type">,
): readonly CountFromMin[] {
  const others = groups.filter((group) => passesAllBut(facet, group));
  return MINIMA.map((min) => {
    const enough = others.filter((group) => (group[facet] ?? 0) >= min);
    return { min, count: Math.min(sum(enough), COUNT_MAX) };
  });
}

function sum(groups: readonly CountGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}
