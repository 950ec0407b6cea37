import type { Point } from "@/lib/listings/search";
import { accept, type Reading, refuse } from "@/lib/listings/search-reading";

const CORNERS_MAX = 40;

/**
 * The one spelling of a closed outline, its corners in whole steps of a grid, so that all of this is exact: anticlockwise from the
 * westernmost corner (of several the southernmost), and only corners where it turns. Refused: what has no inside, or meets itself.
 */
export function plainOutline(drawn: readonly Point[]): Reading<readonly Point[]> {
  const corners = turningCorners(drawn);
  if (corners.length < 3)
    return refuse(
      "There is nothing inside this outline: give at least three corners that are not on one line.",
    );
  if (corners.length > CORNERS_MAX)
    return refuse(
      `An outline has at most ${CORNERS_MAX} corners; there are ${corners.length}: draw it with fewer.`,
    );
  if (meetsItself(corners))
    return refuse("This outline crosses or touches itself: draw it round one piece of ground.");
  return accept(fromTheWest(anticlockwise(corners)));
}

/** Leaves out repeated corners, corners on a straight side, and the tips of sides that run back on themselves. In one walk, then where its ends meet. */
function turningCorners(drawn: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const corner of drawn) {
    while (isStraight(kept.at(-2), kept.at(-1), corner)) kept.pop();
    kept.push(corner);
  }
  for (;;) {
    if (isStraight(kept.at(-2), kept.at(-1), kept[0])) kept.pop();
    else if (isStraight(kept.at(-1), kept[0], kept[1])) kept.shift();
    else return kept;
  }
}

function isStraight(before?: Point, corner?: Point, after?: Point): boolean {
  return (
    before !== undefined && corner !== undefined && after !== undefined && turn(before, corner, after) === 0
  );
}

/** Above zero where the way from a over b to c turns left, below where it turns right. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.lng - a.lng) * (c.lat - b.lat) - (b.lat - a.lat) * (c.lng - b.lng);
}

type Side = { readonly from: Point; readonly to: Point };

function sidesOf(corners: readonly Point[]): readonly Side[] {
  return corners.map((from, index) => ({ from, to: corners[(index + 1) % corners.length] ?? from }));
}

/** Neighbouring sides share their corner and, where it turns, nothing else. */
function meetsItself(corners: readonly Point[]): boolean {
  const sides = sidesOf(corners);
  return sides.some((side, index) =>
    sides.slice(index + 2, index === 0 ? -1 : sides.length).some((other) => meet(side, other)),
  );
}

/** Whether two sides have a point in common: neither lies wholly to one side of the other, and their boxes overlap. */
function meet(a: Side, b: Side): boolean {
  const isParted = (side: Side, other: Side) =>
    Math.sign(turn(side.from, side.to, other.from)) * Math.sign(turn(side.from, side.to, other.to)) > 0;
  return !isParted(a, b) && !isParted(b, a) && overlap(a, b, "lng") && overlap(a, b, "lat");
}

function overlap(a: Side, b: Side, axis: keyof Point): boolean {
  return (
    Math.min(a.from[axis], a.to[axis]) <= Math.max(b.from[axis], b.to[axis]) &&
    Math.min(b.from[axis], b.to[axis]) <= Math.max(a.from[axis], a.to[axis])
  );
}

function anticlockwise(corners: readonly Point[]): readonly Point[] {
  const doubleArea = sidesOf(corners).reduce(
    (sum, { from, to }) => sum + from.lng * to.lat - to.lng * from.lat,
    0,
  );
  return doubleArea > 0 ? corners : corners.toReversed();
}

function fromTheWest(corners: readonly Point[]): readonly Point[] {
  const start = corners.reduce((west, corner, at) => (isWestOf(corner, corners[west]) ? at : west), 0);
  return [...corners.slice(start), ...corners.slice(0, start)];
}

function isWestOf(a: Point, b: Point | undefined): boolean {
  return b !== undefined && (a.lng < b.lng || (a.lng === b.lng && a.lat < b.lat));
}
