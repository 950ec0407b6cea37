import fc from "fast-check";
import { expect, test } from "vitest";
import { cellRanges } from "@/lib/listings/map-cells";

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const WINDOW = fc
  .record({ lngs: fc.tuple(degrees(180), degrees(180)), lats: fc.tuple(degrees(90), degrees(90)) })
  .map(({ lngs, lats }) => ({
    west: Math.min(...lngs),
    east: Math.max(...lngs),
    south: Math.min(...lats),
    north: Math.max(...lats),
  }));

/** As map_cell() in the database. */
function cellAt(lat: number, lng: number): bigint {
  const [x, y] = [lng, lat].map((degree) => BigInt(Math.floor(degree * 16384) + 4194304));
  let cell = 0n;
  for (let bit = 0n; bit < 24n; bit++)
    cell |= ((((x ?? 0n) >> bit) & 1n) << (2n * bit)) | ((((y ?? 0n) >> bit) & 1n) << (2n * bit + 1n));
  return cell;
}

test("every point of a window lies in one of its ranges, its corners included", () => {
  fc.assert(
    fc.property(
      WINDOW,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (window, x, y) => {
        const ranges = cellRanges(window);
        const between = (from: number, to: number, share: number) => Math.min(to, from + (to - from) * share);
        for (const [lat, lng] of [
          [window.south, window.west],
          [window.north, window.east],
          [between(window.south, window.north, y), between(window.west, window.east, x)],
        ] as const) {
          const cell = cellAt(lat, lng);
          expect(ranges.some(({ first, beyond }) => cell >= first && cell < beyond)).toBe(true);
        }
      },
    ),
  );
});

test("the ranges are few, in order and apart, and hold little that is far from the window", () => {
  fc.assert(
    fc.property(WINDOW, (window) => {
      const ranges = cellRanges(window);
      expect(ranges.length).toBeLessThanOrEqual(16);
      for (const [at, { first, beyond }] of ranges.entries()) {
        expect(beyond).toBeGreaterThan(first);
        if (at > 0) expect(first).toBeGreaterThan(ranges[at - 1]?.beyond ?? 0n);
      }
    }),
  );
  const [only, ...others] = cellRanges({ west: 151, south: -34, east: 151.2, north: -33.8 });
  expect(others.length).toBeLessThan(16);
  // A window of a fifth of a degree, in squares of a sixteenth: at most four by four of them.
  const cells = [only, ...others].reduce(
    (sum, range) => sum + Number((range?.beyond ?? 0n) - (range?.first ?? 0n)),
    0,
  );
  expect(cells / 16384 ** 2).toBeLessThanOrEqual(16 * (1 / 16) ** 2);
});
