import { expect, test } from "vitest";
import { readFacetKey } from "@/lib/listings/facet-key";
import { emptySearch, searchWith } from "@/lib/listings/search";
import { type CountGroup, countSearch, isToldByKey } from "@/lib/listings/search-counts";

const AUD = (0 * 26 + 20) * 26 + 3;

/** As listing_facet_key: digits are one more than the rooms, 0 for unknown. */
function key({ type = 0, beds = 0, baths = 0, parking = 0 }): number {
  return (((AUD * 8 + type) * 7 + beds) * 7 + baths) * 7 + parking;
}

function group(of: Parameters<typeof key>[0], count: number, passes: Partial<CountGroup> = []): CountGroup {
  const [, inBeds = null, inBaths = null, inParking = null, isNew = null] = passes;
  return [key(of), inBeds, inBaths, inParking, isNew, count, 0];
}

test("a facet key is read back digit by digit", () => {
  expect(readFacetKey(key({ type: 7, beds: 6, baths: 1, parking: 0 }))).toEqual({
    ...{ currency: "AUD", type: "land", beds: 5, baths: 0, parking: null },
  });
});

test("the key tells who passes a filter on rooms, unless its border runs through those that are alike", () => {
  expect(isToldByKey("beds", null)).toBe(true);
  expect(isToldByKey("beds", { min: 3, max: null })).toBe(true);
  expect(isToldByKey("beds", { min: 2, max: 4 })).toBe(true);
  expect(isToldByKey("beds", { min: 5, max: null })).toBe(true);
  expect(isToldByKey("beds", { min: 6, max: null })).toBe(false);
  expect(isToldByKey("beds", { min: 2, max: 5 })).toBe(false);
  expect(isToldByKey("baths", { min: 2, max: null })).toBe(true);
  expect(isToldByKey("baths", { min: 2.5, max: null })).toBe(false);
  expect(isToldByKey("baths", { min: 2, max: 2 })).toBe(false);
});

test("each facet counts what passes every other filter, and the total what passes all", () => {
  const search = searchWith(emptySearch("buy"), { beds: { min: 3, max: null }, types: ["house"] });
  const { total, facets } = countSearch(search, [
    group({ type: 0, beds: 4 }, 10),
    group({ type: 0, beds: 2 }, 5),
    group({ type: 4, beds: 6 }, 7),
    group({ type: 4, beds: 2 }, 100),
    group({ type: 0, beds: 0 }, 1),
  ]);
  expect(total).toBe(10);
  expect(facets.type).toMatchObject({ house: 10, unit: 7, land: 0 });
  expect(facets.beds).toEqual([15, 10, 10, 0, 0].map((count, at) => ({ min: at + 1, count })));
});

test("counts end at 10,000 and say so; how many were found is known all the same", () => {
  const counted = countSearch(emptySearch("buy"), [
    group({ beds: 4 }, 9_000),
    group({ type: 1, beds: 4 }, 9_000),
  ]);
  expect(counted).toMatchObject({ found: 18_000, total: 10_000, totalIsExact: false });
  expect(counted.facets.type.house).toBe(9_000);
  expect(counted.facets.beds[2]).toEqual({ min: 3, count: 10_000 });
});
