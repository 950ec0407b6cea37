import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { LOOSENINGS_MAX, loosenings } from "@/lib/listings/loosen-search";
import { canonicalQuery, type ListingSearch, type NumberRange, searchWith } from "@/lib/listings/search";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed } from "@/tests/unit/listings/parsed";

vi.setConfig({ testTimeout: 30_000 });

test("looser searches are few, each another one, and each can be asked for in an address", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const found = loosenings(search).map((each) => canonicalQuery(each.search));
      expect(found.length).toBeLessThanOrEqual(LOOSENINGS_MAX);
      expect(new Set([canonicalQuery(searchWith(search, {})), ...found]).size).toBe(found.length + 1);
      for (const query of found) expect(canonicalQuery(parsed(query))).toBe(query);
    }),
  );
});

test("a looser search differs in one filter alone, which finds all that it did before", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      for (const { filter, kind, search: looser } of loosenings(search)) {
        const same = searchWith(looser, { [filter]: search[filter], sort: search.sort });
        expect(canonicalQuery(same)).toBe(canonicalQuery(searchWith(search, {})));
        const [before, after] = [search[filter], looser[filter]];
        if (kind === "widened" && isRange(before)) expect(isRange(after) && holds(after, before)).toBe(true);
      }
    }),
  );
});

test("ranges are widened before anything is left out, and what matters least is left out first", () => {
  const told = loosenings(
    parsed("channel=buy&locality=nsw/newtown&beds=3-&price=-1000000&feature=pool&new=7"),
  );
  expect(told.map(({ filter, kind, search }) => [kind, filter, search[filter]])).toEqual([
    ["widened", "aroundKm", 5],
    ["widened", "beds", { min: 2, max: null }],
    ["widened", "price", { min: null, max: 1_100_000 }],
    ["dropped", "newWithinDays", null],
    ["dropped", "features", []],
  ]);
});

function isRange(value: ListingSearch[keyof ListingSearch]): value is NumberRange {
  return typeof value === "object" && value !== null && "min" in value;
}

function holds(outer: NumberRange, inner: NumberRange): boolean {
  const isLow = (outer.min ?? Number.NEGATIVE_INFINITY) <= (inner.min ?? Number.NEGATIVE_INFINITY);
  return isLow && (outer.max ?? Number.POSITIVE_INFINITY) >= (inner.max ?? Number.POSITIVE_INFINITY);
}
