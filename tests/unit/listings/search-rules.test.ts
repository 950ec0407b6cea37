import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { canonicalQuery, emptySearch, type ListingSearch, searchWith } from "@/lib/listings/search";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed, refusedFields } from "@/tests/unit/listings/parsed";

vi.setConfig({ testTimeout: 30_000 });

const AREA = "151.1,-33.9;151.3,-33.9;151.2,-33.8";

test.each([
  ["around=5", ["around"]],
  ["around=5&region=nsw", ["around"]],
  ["channel=sold&open=weekend", ["open"]],
  ["channel=sold&sort=inspection", ["sort"]],
  ["sort=nearest", ["sort"]],
  ["sort=nearest&region=nsw", ["sort"]],
  ["sort=match", ["sort"]],
  ["channel=sold&open=weekend&around=5&sort=nearest", ["around", "open", "sort"]],
])("%s is refused, naming %s, for want of what it needs", (query, fields) => {
  expect(refusedFields(query)).toEqual(fields);
});

test.each([
  "around=5&locality=nsw/newtown",
  "channel=rent&open=weekend&sort=inspection",
  "sort=nearest&locality=nsw/newtown",
  "sort=nearest&bounds=151.1,-33.9,151.3,-33.8",
  `channel=sold&sort=nearest&area=${AREA}`,
  "channel=sold&sort=match&keywords=view",
])("%s has what it needs", (query) => {
  expect(refusedFields(query)).toEqual([]);
});

test.each([
  ["locality=newtown&around=5&sort=nearest", ["locality"]],
  ["area=151,-33&sort=nearest", ["area"]],
  ["bounds=151&sort=nearest", ["bounds"]],
  ["keywords=海&sort=match", ["keywords"]],
  ["beds=x&sort=match", ["beds", "sort"]],
])("%s is not also refused for want of what is there and cannot be read", (query, fields) => {
  expect(refusedFields(query)).toEqual(fields);
});

test.each<[string, Partial<ListingSearch>, Partial<ListingSearch>]>([
  ["locality=nsw/newtown&around=5", { localities: [] }, { aroundKm: null }],
  ["locality=nsw/newtown&around=5", { region: "nsw" }, { aroundKm: null }],
  ["locality=nsw/newtown&around=5", { localities: ["nsw/enmore"] }, { aroundKm: 5 }],
  ["open=weekend&sort=inspection", { channel: "sold" }, { open: null, sort: "newest" }],
  ["open=weekend&sort=inspection", { channel: "rent" }, { sort: "inspection" }],
  ["locality=nsw/newtown&sort=nearest", { region: "nsw" }, { sort: "newest" }],
  [`area=${AREA}&sort=nearest`, { area: null }, { sort: "newest" }],
  [`area=${AREA}&sort=nearest`, { area: null, localities: ["nsw/enmore"] }, { sort: "nearest" }],
  ["bounds=151.1,-33.9,151.3,-33.8&sort=nearest", { bounds: null }, { sort: "newest" }],
  ["keywords=view&sort=match", { keywords: [] }, { sort: "newest" }],
  ["keywords=view", { sort: "nearest" }, { sort: "newest" }],
])("%s with %j falls back to %j", (query, change, expected) => {
  expect(searchWith(parsed(query), change)).toMatchObject(expected);
});

test("a search with anything of another is a search that can be asked", () => {
  const names = Object.keys(emptySearch("buy")) as (keyof ListingSearch)[];
  fc.assert(
    fc.property(anySearch, anySearch, fc.subarray(names), (search, other, changed) => {
      const change = Object.fromEntries(changed.map((name) => [name, other[name]]));
      const together = searchWith(search, change);
      expect(parsed(canonicalQuery(together))).toStrictEqual(together);
    }),
    { numRuns: 300 },
  );
});
