import { expect, test } from "vitest";
import { fieldConflicts } from "@/lib/listings/field-conflicts";

const CURRENT = { headline: "Now", beds: 4, parking: 1 };
const CHANGES = [
  { headline: { from: "Begun", to: "Between" } },
  { headline: { from: "Between", to: "Now" }, beds: { from: 3, to: 4 } },
];

test("the base of a field is what it was before the first of the others' changes, and what nobody touched is what it was", () => {
  const sides = { current: CURRENT, changes: CHANGES, wanted: { headline: "Mine", parking: 2 } };
  expect(fieldConflicts({ ...sides, isComplete: true })).toEqual([
    { field: "beds", base: 3, theirs: 4, mine: 3 },
    { field: "headline", base: "Begun", theirs: "Now", mine: "Mine" },
    { field: "parking", base: 1, theirs: 1, mine: 2 },
  ]);
});

test("where not every change is known no base is claimed, of no field", () => {
  const sides = { current: CURRENT, changes: CHANGES.slice(1), wanted: { parking: 2 } };
  expect(fieldConflicts({ ...sides, isComplete: false })).toEqual([
    { field: "beds", theirs: 4 },
    { field: "headline", theirs: "Now" },
    { field: "parking", theirs: 1, mine: 2 },
  ]);
});

test("null is a value like any other, on every side", () => {
  const change = { beds: { from: null, to: 4 } };
  expect(
    fieldConflicts({ current: { beds: 4 }, changes: [change], wanted: { beds: null }, isComplete: true }),
  ).toEqual([{ field: "beds", base: null, theirs: 4, mine: null }]);
});
