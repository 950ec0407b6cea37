import { expect, test } from "vitest";
import { mixUrls } from "@/bench/load/urls";
import { mixWorld } from "@/tests/unit/bench/mix-world";

const pathOf = (id: number) => `/listing/home-${id}`;
const world = mixWorld();

test("the same world and seed give the same addresses, another seed others", () => {
  const asked = (seed: number) => mixUrls(world, pathOf, { distinct: 300, seed }).asked;
  expect(asked(1)).toEqual(asked(1));
  expect(asked(1)).not.toEqual(asked(2));
});

test("as many different addresses are asked for as were wanted, the usual ones many times", () => {
  const { asked, distinct } = mixUrls(world, pathOf, { distinct: 500 });
  expect(new Set(asked.map(({ path }) => path)).size).toBe(500);
  expect(distinct).toHaveLength(500);
  expect(asked.length).toBeGreaterThan(600);
});

test("pages, searches, maps, listings, the search box and the API are all asked for", () => {
  const { asked } = mixUrls(world, pathOf, { distinct: 2_000 });
  const shares = new Map<string, number>();
  for (const { kind } of asked) shares.set(kind, (shares.get(kind) ?? 0) + 1 / asked.length);
  const wanted = {
    ...{ front: 0.04, search: 0.3, "search API": 0.13, map: 0.1 },
    ...{ autocomplete: 0.115, listing: 0.27, "listing API": 0.05 },
  };
  expect([...shares.keys()].sort()).toEqual(Object.keys(wanted).sort());
  for (const [kind, share] of Object.entries(wanted))
    expect(Math.abs((shares.get(kind) ?? 0) - share)).toBeLessThan(0.02);
});
