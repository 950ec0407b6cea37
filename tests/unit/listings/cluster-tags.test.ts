import { expect, test } from "vitest";
import { extremeTags, namedTags } from "@/lib/listings/cluster-tags";
import type { ClusterRow } from "@/lib/listings/map-statement";

function cluster(parts: Partial<ClusterRow>): ClusterRow {
  return {
    ...{ count: 50, lat: 0, lng: 0, west: 150, south: -34, east: 151, north: -33 },
    ...{ low: 300_000, high: 3_000_000, firstKey: 0, lastKey: 0, ids: null },
    ...parts,
  };
}

test("clusters whose listings are named depend on their cards, and on no price of their block", () => {
  const clusters = [cluster({ count: 2, ids: [7, 9] })];
  expect(namedTags(clusters)).toEqual(["card:7", "card:9"]);
  expect(extremeTags("buy", clusters, { most: 100 })).toEqual([]);
});

test("in each block the prices count that can be a new extreme of a cluster there", () => {
  const clusters = [cluster({}), cluster({ low: 90_000, high: 900_000, west: 116, east: 117 })];
  const tags = extremeTags("buy", clusters, { most: 100 });
  const of = (block: string) => tags.filter((tag) => tag.endsWith(block)).map((tag) => tag.split(":")[0]);
  expect(of(":buy:block:-9:37")).toContain("search-price-step-63");
  expect(of(":buy:block:-9:37")).not.toContain("search-price-step-64");
  expect(of(":buy:block:-9:29")).not.toContain("search-price-step-61");
  expect(of(":buy:block:-9:29")).toContain("search-price-step-69");
  expect(of(":buy:block:-9:29")).toContain("search-price-far");
});

test("a cluster without prices depends on none but those that come", () => {
  const tags = extremeTags("rent", [cluster({ low: null, high: null })], { most: 100 });
  expect(tags).toContain("search-price-far:rent:block:-9:37");
  expect(tags).not.toContain("search-price-step-41:rent:block:-9:37");
});

test("where blocks would be too many to tell, the whole channel is told", () => {
  const clusters = Array.from({ length: 20 }, (_, at) => cluster({ west: 4 * at, east: 4 * at + 1 }));
  const tags = extremeTags("buy", clusters, { most: 100 });
  expect(tags).toContain("search-price-step-63:buy");
  expect(tags.length).toBeLessThan(40);
});
