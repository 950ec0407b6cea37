import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalMapQuery,
  type MapQuery,
  mapQuery,
  mapSearch,
  parseMapQuery,
} from "@/lib/listings/map-query";
import type { Bounds } from "@/lib/listings/search";
import { anySearch } from "@/tests/unit/listings/any-search";
import { respelt } from "@/tests/unit/listings/respelt";

// Properties are many small checks: a busy machine takes them past the runner's five seconds.
const SLOW = 60_000;

const anyZoom = fc.integer({ min: 0, max: 20 });

/** Degrees as people's maps have them, and as grids have them: on a line. */
function degrees(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.double({ min: -most, max: most, noNaN: true }).map((value) => Number(value.toFixed(6)) + 0),
    fc.integer({ min: -most * 512, max: most * 512 }).map((steps) => steps / 512 + 0),
  );
}

const anyWindow = fc.tuple(degrees(180), degrees(90), degrees(180), degrees(90)).map(
  ([a, b, c, d]): Bounds => ({
    west: Math.min(a, c),
    south: Math.min(b, d),
    east: Math.max(a, c),
    north: Math.max(b, d),
  }),
);

const anyMapQuery = fc
  .tuple(anySearch, anyWindow, anyZoom)
  .map(([search, bounds, zoom]) => mapQuery(search, { bounds, zoom }));

test(
  "the canonical form of a map's question reads back as that question, and is the form of no other",
  () => {
    fc.assert(
      fc.property(anyMapQuery, anyMapQuery, (query, other) => {
        const canonical = canonicalMapQuery(query);
        expect(asked(canonical)).toEqual(query);
        expect(canonical).toMatch(/^[\w.,;:/=&+-]+$/);
        expect(canonicalMapQuery(other) === canonical).toBe(isSame(query, other));
      }),
    );
  },
  SLOW,
);

test(
  "any spelling of a map's question has its canonical form",
  () => {
    fc.assert(
      fc.property(anyMapQuery, fc.infiniteStream(fc.nat()), (query, chance) => {
        const canonical = canonicalMapQuery(query);
        expect(canonicalMapQuery(asked(respelt(canonical, chance)))).toBe(canonical);
      }),
    );
  },
  SLOW,
);

test(
  "nothing of the window that is asked for is cut off, and less than a step is added to each side",
  () => {
    fc.assert(
      fc.property(anyWindow, anyZoom, (window, zoom) => {
        const { bounds } = asked(`bounds=${spelt(window)}&zoom=${zoom}`);
        const step = stepOf(zoom);
        const added = [
          window.west - bounds.west,
          window.south - bounds.south,
          bounds.east - window.east,
          bounds.north - window.north,
        ];
        for (const more of added) {
          expect(more).toBeGreaterThanOrEqual(0);
          expect(more).toBeLessThan(step);
        }
        expect(Math.max(-bounds.west, bounds.east)).toBeLessThanOrEqual(180);
        expect(Math.max(-bounds.south, bounds.north)).toBeLessThanOrEqual(90);
      }),
    );
  },
  SLOW,
);

test("no grid is finer than a thousandth of a degree, and each lies on the next", () => {
  for (let zoom = 0; zoom <= 20; zoom++) {
    expect(stepOf(zoom)).toBeGreaterThanOrEqual(0.001);
    if (zoom > 0) expect([1, 2]).toContain(stepOf(zoom - 1) / stepOf(zoom));
  }
});

test(
  "a map that moves without crossing a line of the grid asks the same",
  () => {
    const within = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const sides = fc.tuple(within, within, within, within);
    const cell = fc.record({
      column: fc.integer({ min: -40, max: 40 }),
      row: fc.integer({ min: -20, max: 20 }),
      columns: fc.integer({ min: 1, max: 8 }),
      rows: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(cell, fc.integer({ min: 6, max: 20 }), sides, sides, (at, zoom, before, after) => {
        const step = stepOf(zoom);
        const moved = ([west, south, east, north]: readonly number[]): string =>
          canonicalMapQuery(
            asked(
              `bounds=${spelt({
                west: (at.column + (west ?? 0)) * step,
                south: (at.row + (south ?? 0)) * step,
                east: (at.column + at.columns + (east ?? 0)) * step,
                north: (at.row + at.rows + (north ?? 0)) * step,
              })}&zoom=${zoom}`,
            ),
          );
        expect(moved(after)).toBe(moved(before));
      }),
    );
  },
  SLOW,
);

test(
  "panning by less than a step of the grid asks at most three questions: as it was, and after each side has crossed a line",
  () => {
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        anyZoom.filter((zoom) => zoom >= 3),
        share,
        share,
        (zoom, from, width) => {
          const step = stepOf(zoom);
          const keys = new Set<string>();
          for (let moved = 0; moved < 1; moved += 1 / 64) {
            const west = (from + moved) * step;
            keys.add(
              canonicalMapQuery(
                asked(
                  `bounds=${spelt({ west, south: 0, east: west + (3 + width) * step, north: step })}&zoom=${zoom}`,
                ),
              ),
            );
          }
          expect(keys.size).toBeLessThanOrEqual(3);
        },
      ),
    );
  },
  SLOW,
);

test(
  "any text is answered with a question or with issues that name a field and a reason, never with an exception",
  () => {
    const name = fc.oneof(fc.constantFrom("bounds", "zoom", "sort", "beds", "channel", "area"), fc.string());
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9.,;/a-z-]{0,20}$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text), { maxLength: 6 }), (pairs) => {
        const parse = parseMapQuery(new URLSearchParams(pairs));
        if (parse.ok) expect(asked(canonicalMapQuery(parse.query))).toEqual(parse.query);
        else {
          expect(parse.issues.length).toBeGreaterThan(0);
          for (const { field, reason } of parse.issues)
            expect([typeof field, reason.length > 0]).toEqual(["string", true]);
        }
      }),
    );
  },
  SLOW,
);

test(
  "the search of a map has its filters and its window, from the first page on",
  () => {
    fc.assert(
      fc.property(anySearch, anyWindow, anyZoom, (search, bounds, zoom) => {
        const query = mapQuery(search, { bounds, zoom });
        expect(mapSearch(query)).toEqual({
          ...search,
          bounds: query.bounds,
          sort: "newest",
          limit: 24,
          after: null,
        });
      }),
    );
  },
  SLOW,
);

function asked(query: string): MapQuery {
  const parse = parseMapQuery(new URLSearchParams(query));
  if (!parse.ok) throw new Error(`${query}: ${JSON.stringify(parse.issues)}`);
  return parse.query;
}

/** The step that a zoom's grid has, as it shows: by the window that a point a little above a line is given. */
function stepOf(zoom: number): number {
  const { bounds } = asked(`bounds=0,0,0.00001,0.00001&zoom=${zoom}`);
  return zoom === 0 ? 128 : bounds.east;
}

/** Without exponents: a window may be a hair wide. */
function spelt({ west, south, east, north }: Bounds): string {
  return [west, south, east, north]
    .map((side) =>
      side
        .toFixed(15)
        .replace(/\.?0+$/, "")
        .replace(/^-0$/, "0"),
    )
    .join(",");
}

function isSame(query: MapQuery, other: MapQuery): boolean {
  return JSON.stringify(query) === JSON.stringify(other);
}
