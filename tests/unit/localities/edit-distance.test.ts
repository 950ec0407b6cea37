import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "@/lib/localities/edit-distance";

test.each([
  ["sydney", "sydney", 0],
  ["syndey", "sydney", 1],
  ["melborne", "melbourne", 1],
  ["parramata", "parramatta", 1],
  ["bondy", "bondi", 1],
  ["newtwon", "newton", 1],
  ["", "perth", 5],
])("from %j to %j it takes %i slips", (a, b, slips) => {
  expect(editDistance(a, b)).toBe(slips);
});

test("it is the same both ways, nothing only from a text to itself, and at most the longer text", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab]{0,6}$/), fc.stringMatching(/^[ab]{0,6}$/), (a, b) => {
      const slips = editDistance(a, b);
      expect(editDistance(b, a)).toBe(slips);
      expect(slips === 0).toBe(a === b);
      expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
