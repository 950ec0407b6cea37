import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { canonicalQuery, emptySearch, type Point, parseSearch } from "@/lib/listings/search";
import { anyOutline } from "@/tests/unit/listings/any-outline";
import { parsed, refusedFields } from "@/tests/unit/listings/parsed";

vi.setConfig({ testTimeout: 30_000 });

test.each([
  ["as it is drawn", "0,0;4,1;2,3", "0,0;4,1;2,3"],
  ["clockwise", "0,0;2,3;4,1", "0,0;4,1;2,3"],
  ["from another corner on", "4,1;2,3;0,0", "0,0;4,1;2,3"],
  ["with two corners in the west", "0,2;0,0;2,0;2,2", "0,0;2,0;2,2;0,2"],
  ["closed", "2,2;0,2;0,0;2,0;2,2", "0,0;2,0;2,2;0,2"],
  ["with a corner that is twice there on the grid", "0,0;2,0.0004;2,-0.0004;2,2", "0,0;2,0;2,2"],
  ["with a corner on a straight side", "0,0;1,0;2,0;2,2", "0,0;2,0;2,2"],
  ["which it begins at", "1,0;2,0;2,2;0,0", "0,0;2,0;2,2"],
  ["with a side that runs out and back", "0,0;2,0;2,2;3,3;5,3;3,3;2,2", "0,0;2,0;2,2"],
  ["at whose end it begins", "5,3;3,3;2,2;0,0;2,0;2,2;3,3", "0,0;2,0;2,2"],
  ["off the grid", "151.1004,-33.90049;151.3,-33.9;151.2,-33.8", "151.1,-33.9;151.3,-33.9;151.2,-33.8"],
  ["with two sides in one line", "0,0;3,0;3,2;2,2;2,1;1,1;1,2;0,2", "0,0;3,0;3,2;2,2;2,1;1,1;1,2;0,2"],
  ["with two in one line northward", "0,0;2,0;2,1;1,1;1,2;2,2;2,3;0,3", "0,0;2,0;2,1;1,1;1,2;2,2;2,3;0,3"],
  ["with zeros and spaces", "00.50, 0; 4.0,1.000 ;2,3", "0.5,0;4,1;2,3"],
])("an outline is written in one way: %s", (_, drawn, canonical) => {
  expect(canonicalQuery(parsed(`area=${drawn}`))).toBe(`channel=buy&area=${canonical}`);
});

test.each([
  ["nothing but a corner", "151,-33"],
  ["two corners", "0,0;2,2"],
  ["two corners, there and back", "0,0;2,2;0,0;2,2"],
  ["corners on one line", "0,0;1,1;3,3"],
  ["corners that are one on the grid", "0,0;0.0001,0;0,0.0001"],
  ["a bow tie", "0,0;2,2;2,0;0,2"],
  ["a corner that touches a side", "0,0;4,0;4,4;2,0;0,4"],
  ["a corner that it comes back to", "0,0;2,1;4,0;4,4;2,1;0,4"],
  ["a side that lies on another", "0,0;6,0;6,2;5,0;3,0;3,2"],
  ["no number", "0,0;2,x;2,2"],
  ["a height", "0,0,1;2,0,1;2,2,1"],
  ["an empty corner", "0,0;2,0;2,2;"],
  ["a window", "151,-34,152,-33"],
  ["latitude before longitude", "-33.9,151.1;-33.9,151.3;-33.8,151.2"],
  ["a longitude beyond 180", "179,0;180.001,0;179,1"],
])("an area of %s is refused", (_, drawn) => {
  expect(parseSearch(new URLSearchParams({ area: drawn }))).toEqual({
    ok: false,
    issues: [{ field: "area", reason: expect.stringMatching(/\.$/) }],
  });
});

test("any outline that does not meet itself is one area, wherever it begins, whichever way it runs, closed or not", () => {
  fc.assert(
    fc.property(anyOutline, fc.nat(), fc.boolean(), fc.boolean(), (outline, turned, isReversed, isClosed) => {
      const start = turned % outline.length;
      const drawn = [...outline.slice(start), ...outline.slice(0, start)];
      if (isReversed) drawn.reverse();
      if (isClosed) drawn.push(...drawn.slice(0, 1));
      expect(parsed(`area=${written(drawn)}`).area).toStrictEqual(outline);
      expect(canonicalQuery({ ...emptySearch("buy"), area: drawn })).toBe(
        `channel=buy&area=${written(outline)}`,
      );
    }),
  );
});

// Few places for many corners, so that they repeat, lie in line, and cross.
test("however corners are strewn, every way to draw them is refused, or has one form that holds the same ground", () => {
  const place = fc.record({ lng: fc.integer({ min: 0, max: 4 }), lat: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 7 }), (corners) => {
      const read = (drawn: readonly Point[]) => {
        const parse = parseSearch(new URLSearchParams({ area: written(drawn) }));
        return parse.ok ? parse.search.area : null;
      };
      const area = read(corners);
      const ways = corners.map((_, start) => [...corners.slice(start), ...corners.slice(0, start)]);
      for (const way of [...ways, ...ways.map((each) => each.toReversed())])
        expect(read(way)).toStrictEqual(area);
      if (area === null) return;
      expect(ground(area)).toBeGreaterThan(0);
      expect(ground(area)).toBe(Math.abs(ground(corners)));
    }),
    { numRuns: 500 },
  );
});

// Corners on a parabola are those of a convex outline; two neighbours that change places make two sides cross.
test("an outline with two neighbouring corners exchanged crosses itself and is refused, wherever they are", () => {
  const convex = Array.from({ length: 40 }, (_, at) => ({ lng: at / 1000, lat: (at * at) / 1000 }));
  expect(parsed(`area=${written(convex)}`).area).toStrictEqual(convex);
  for (let at = 0; at < convex.length; at++) {
    const turned = [...convex.slice(at), ...convex.slice(0, at)];
    const [first, second, ...others] = turned;
    if (!first || !second) throw new Error("There are forty corners.");
    expect(refusedFields(`area=${written([second, first, ...others])}`)).toEqual(["area"]);
  }
});

test("an outline has at most forty corners, of which one that closes it is none", () => {
  const corners = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ lng: at / 1000, lat: (at * at) / 1000 }));
  const [first, ...others] = corners(40);
  if (!first) throw new Error("There are forty corners.");
  expect(parsed(`area=${written([first, ...others, first])}`).area).toHaveLength(40);
  expect(refusedFields(`area=${written(corners(41))}`)).toEqual(["area"]);
});

test("a corner is snapped to the nearest thousandth of a degree, and a corner on the grid stays where it is", () => {
  const degrees = fc.double({ min: -90, max: 89, noNaN: true });
  const thousandths = fc.integer({ min: -90_000, max: 89_000 }).map((steps) => steps / 1000 + 0);
  const cornerOf = (lng: number) => {
    const area = [
      { lng, lat: 0 },
      { lng: 91, lat: -1 },
      { lng: 91, lat: 1 },
    ];
    return parsed(canonicalQuery({ ...emptySearch("buy"), area })).area?.[0]?.lng;
  };
  fc.assert(
    fc.property(degrees, thousandths, (free, onGrid) => {
      expect(Math.abs((cornerOf(free) ?? Number.NaN) - free)).toBeLessThan(0.000_500_001);
      expect(cornerOf(onGrid)).toBe(onGrid);
    }),
  );
});

test("there is no negative zero in an outline", () => {
  expect(parsed("area=-0,-0.0004;4,1;2,3").area?.[0]).toStrictEqual({ lng: 0, lat: 0 });
});

function written(corners: readonly Point[]): string {
  return corners.map(({ lng, lat }) => `${lng},${lat}`).join(";");
}

/** Twice what an outline holds; below zero when it runs clockwise. */
function ground(corners: readonly Point[]): number {
  return corners.reduce((sum, { lng, lat }, at) => {
    const next = corners[(at + 1) % corners.length] ?? { lng, lat };
    return sum + lng * next.lat - next.lng * lat;
  }, 0);
}
