import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { searchPath, searchWith } from "@/lib/listings/search";
import { elsewhere } from "@/lib/listings/search-address";
import { anySearch } from "@/tests/unit/listings/any-search";

vi.setConfig({ testTimeout: 30_000 });

const NOWHERE = { region: null, localities: [], aroundKm: null };

const anyBounds = fc
  .tuple(fc.integer({ min: -17_000, max: 16_000 }), fc.integer({ min: -8_000, max: 7_000 }))
  .map(([west, south]) => ({
    ...{ west: west / 100, south: south / 100, east: (west + 321) / 100, north: (south + 123) / 100 },
  }));

test("a search that follows a map keeps all but its place, and stands at its canonical address", () => {
  fc.assert(
    fc.property(anySearch, anyBounds, (search, bounds) => {
      const moved = searchWith(search, { ...NOWHERE, bounds });
      expect(elsewhere(searchPath(search), { bounds })).toBe(searchPath(moved));
    }),
  );
});

test("a search in a drawn area looks nowhere else, and stands at its canonical address", () => {
  const area = [
    { lng: 151.1, lat: -33.9 },
    { lng: 151.3, lat: -33.9 },
    { lng: 151.2, lat: -33.8 },
  ];
  fc.assert(
    fc.property(anySearch, (search) => {
      const drawn = searchWith(search, { ...NOWHERE, bounds: null, area });
      expect(elsewhere(searchPath(search), { area: area.toReversed() })).toBe(searchPath(drawn));
    }),
  );
});
