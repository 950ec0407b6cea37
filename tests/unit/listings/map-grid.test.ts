import fc from "fast-check";
import { expect, test } from "vitest";
import { FEATURES_MAX, mapGrid } from "@/lib/listings/map-grid";
import { mapQuery } from "@/lib/listings/map-query";
import { emptySearch } from "@/lib/listings/search";

const anyMap = fc
  .tuple(
    fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
    ),
    fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
    fc.integer({ min: 0, max: 20 }),
  )
  .map(([lngs, lats, zoom]) => {
    const bounds = {
      west: Math.min(...lngs),
      south: Math.min(...lats),
      east: Math.max(...lngs),
      north: Math.max(...lats),
    };
    return mapQuery(emptySearch("buy"), { bounds, zoom });
  });

test("whatever the window and the zoom, the cells of the grid cover the window and are no more than a map can hold", () => {
  fc.assert(
    fc.property(anyMap, (query) => {
      const { cellDegrees, columns, rows } = mapGrid(query);
      const { west, south, east, north } = query.bounds;
      expect(columns[0] * cellDegrees).toBeLessThanOrEqual(west);
      expect(rows[0] * cellDegrees).toBeLessThanOrEqual(south);
      // A listing on the very line belongs to the cell that begins there.
      expect((columns[1] + 1) * cellDegrees).toBeGreaterThan(east);
      expect((rows[1] + 1) * cellDegrees).toBeGreaterThan(north);
      expect((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1)).toBeLessThanOrEqual(FEATURES_MAX);
    }),
  );
});

test("each cell is a whole number of cells of the finest grid, which listings are found by", () => {
  fc.assert(
    fc.property(anyMap, (query) => {
      expect(Number.isInteger(Math.log2(mapGrid(query).cellDegrees))).toBe(true);
      expect(mapGrid(query).cellDegrees).toBeGreaterThanOrEqual(2 ** -14);
    }),
  );
});

test("a window as large as a screen is told apart to a finger's breadth, and a larger one no coarser than it must be", () => {
  const screen = (zoom: number) => {
    const [width, height] = [(1440 / 512) * 2 ** -zoom * 360, (900 / 512) * 2 ** -zoom * 300];
    return mapQuery(emptySearch("buy"), {
      bounds: { west: 151, south: -34, east: 151 + width, north: -34 + height },
      zoom,
    });
  };
  for (let zoom = 5; zoom <= 16; zoom++) expect(mapGrid(screen(zoom)).cellDegrees).toBe(2 ** (6 - zoom));
  const { cellDegrees } = mapGrid({ bounds: screen(5).bounds, zoom: 16 });
  expect(countWith(screen(5).bounds, cellDegrees / 2)).toBeGreaterThan(FEATURES_MAX);
});

function countWith(
  { west, south, east, north }: { west: number; south: number; east: number; north: number },
  cell: number,
) {
  const across = (from: number, to: number) => Math.floor(to / cell) - Math.floor(from / cell) + 1;
  return across(west, east) * across(south, north);
}
