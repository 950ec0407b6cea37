import fc from "fast-check";
import type { Point } from "@/lib/listings/search";

const CORNERS_MAX = 40;

/** A corner on the way from west to east, and how far it lies from the straight line between the two ends; below it when negative. */
const corner = fc.record({
  east: fc.integer({ min: 1, max: 2_000 }),
  north: fc.oneof(fc.integer({ min: -900, max: -1 }), fc.integer({ min: 1, max: 900 })),
});

/**
 * Any outline that can be asked for, as its canonical form has it: from its western end along its south side to the eastern end, and back
 * along its north side. No side meets another, because each has its own piece of the way.
 */
export const anyOutline: fc.Arbitrary<readonly Point[]> = fc
  .record({
    west: fc.integer({ min: -90_000, max: 90_000 }),
    lat: fc.integer({ min: -89_000, max: 89_000 }),
    between: fc.array(corner, { minLength: 1, maxLength: CORNERS_MAX - 2 }),
    last: fc.integer({ min: 1, max: 2_000 }),
  })
  .map(({ west, lat, between, last }) => {
    let lng = west;
    const south: Point[] = [{ lng, lat }];
    const north: Point[] = [];
    for (const step of between) {
      lng += step.east;
      (step.north < 0 ? south : north).push({ lng, lat: lat + step.north });
    }
    return [...south, { lng: lng + last, lat }, ...north.toReversed()];
  })
  .filter((outline) => outline.every((_, at) => turns(outline, at)))
  .map((outline) => outline.map(({ lng, lat }) => ({ lng: lng / 1000 + 0, lat: lat / 1000 + 0 })));

/** Whether there is a corner: the slopes of its two sides differ. */
function turns(outline: readonly Point[], at: number): boolean {
  const [before, here, after] = [at - 1, at, (at + 1) % outline.length].map((index) => outline.at(index));
  if (!before || !here || !after) return false;
  return (
    (here.lat - before.lat) * (after.lng - here.lng) !== (after.lat - here.lat) * (here.lng - before.lng)
  );
}
