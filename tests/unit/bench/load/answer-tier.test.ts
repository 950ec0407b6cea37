import { expect, test } from "vitest";
import { isMarkedStale, tierOf } from "@/bench/load/answer-tier";

test.for([
  ['Verandah; hit; ttl=90; detail="3 memory"', "memory"],
  ['Verandah; hit; ttl=90; detail="2 memory, 1 shared"', "shared"],
  ['Verandah; fwd=miss; detail="2 memory, 1 origin"', "origin"],
  ['Verandah; hit; ttl=90; detail="response memory"', "response"],
  ['Verandah; hit; ttl=90; detail="response shared"', "response"],
  ['Verandah; hit; ttl=-4; detail="1 memory; stale (database)"', "memory"],
  [undefined, "unsaid"],
  ["Other", "unsaid"],
] as const)("%s is an answer of tier %s", ([said, tier]) => {
  expect(tierOf(said)).toBe(tier);
});

test("only an answer that says so is marked stale", () => {
  expect(isMarkedStale('Verandah; hit; ttl=-4; detail="1 memory; stale (database)"')).toBe(true);
  expect(isMarkedStale('Verandah; hit; ttl=90; detail="3 memory"')).toBe(false);
  expect(isMarkedStale(undefined)).toBe(false);
});
