import fc from "fast-check";
import { expect, test } from "vitest";
import { countIn, extentOf, mapKey, worldKey } from "@/app/(portal)/_map/map-view";
import { outlineShapes } from "@/app/(portal)/_map/outline-shapes";
import { mappedSearch } from "@/app/(portal)/_results/mapped-search";
import { canonicalMapQuery, mapQuery, parseMapQuery } from "@/lib/listings/map-query";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed } from "@/tests/unit/listings/parsed";

const anyView = fc.record({
  zoom: fc.integer({ min: 0, max: 20 }),
  bounds: fc
    .tuple(fc.double({ min: -180, max: 170, noNaN: true }), fc.double({ min: -85, max: 80, noNaN: true }))
    .map(([west, south]) => ({ west, south, east: west + 10, north: south + 5 })),
});

test("what a map asks for is spelt as the API spells it, with every filter of the search but its own window", () => {
  fc.assert(
    fc.property(anySearch, anyView, (search, view) => {
      const { filters } = mappedSearch(search);
      const expected = canonicalMapQuery(mapQuery(search, view));
      expect(mapKey(filters, view)).toBe(`/api/map?${expected}`);
      expect(parseMapQuery(new URLSearchParams(worldKey(filters).split("?")[1])).ok).toBe(true);
    }),
  );
});

test("a map is turned to all that is found, and says how many of it are in sight", () => {
  const bounds = { west: 150, south: -35, east: 151, north: -34 };
  const cluster = { count: 2, position: { lng: 150.5, lat: -34.5 }, bounds, price: null };
  const home = {
    ...{ id: 1, slug: "a", propertyType: "house" as const, beds: null, street: null, isExact: true },
    price: { display: "", low: null, high: null, currency: "AUD" },
    position: { lng: 152, lat: -36 },
  };
  expect(extentOf({ clusters: [cluster], listings: [home] })).toEqual({
    ...{ west: 150, south: -36, east: 152, north: -34 },
  });
  expect(extentOf({ clusters: [], listings: [] })).toBeNull();
  expect(
    countIn({ west: 150, south: -35, east: 151, north: -34 }, { clusters: [cluster], listings: [home] }),
  ).toBe(2);
  expect(
    countIn({ west: 149, south: -37, east: 153, north: -34 }, { clusters: [cluster], listings: [home] }),
  ).toBe(3);
});

test("an area in the making is a line of two corners, then a closed outline; the one that is searched makes way for it", () => {
  const [a, b, c] = [
    { lng: 1, lat: 1 },
    { lng: 2, lat: 1 },
    { lng: 2, lat: 2 },
  ] as const;
  const typesOf = (...given: Parameters<typeof outlineShapes>) =>
    outlineShapes(...given).features.map(({ geometry }) => geometry.type);
  expect(typesOf([a, b, c], null)).toEqual(["Polygon"]);
  expect(typesOf([a, b, c], [a])).toEqual(["Point"]);
  expect(typesOf(null, [a, b])).toEqual(["LineString", "Point", "Point"]);
  const [outline] = outlineShapes(null, [a, b, c]).features;
  expect(outline?.geometry).toEqual({
    ...{
      type: "Polygon",
      coordinates: [
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    },
  });
});

test("an area that is searched is part of what the map asks", () => {
  const search = parsed("channel=buy&bounds=151,-34,152,-33&area=151.1,-33.9;151.3,-33.9;151.2,-33.8");
  expect(mappedSearch(search).filters).toBe("channel=buy&area=151.1,-33.9;151.3,-33.9;151.2,-33.8");
});
