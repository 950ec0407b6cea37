import { expect, test } from "vitest";
import { placeByKey } from "@/app/(portal)/_listing/gallery-keys";

test.for([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 4, 4],
  ["ArrowLeft", 4, 3],
  ["ArrowLeft", 0, 0],
  ["Home", 3, 0],
  ["End", 0, 4],
  ["Enter", 2, null],
  ["toString", 2, null],
] as const)("%s from picture %i of five leads to %s", ([key, from, to]) => {
  expect(placeByKey(key, from, 5)).toBe(to);
});
