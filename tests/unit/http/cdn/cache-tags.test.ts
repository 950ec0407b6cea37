import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cacheTagsOf, isCacheTag } from "@/lib/http/cdn/cache-tags";

test("every tag that docs/caching.md lists can be told to a CDN", () => {
  const page = readFileSync("docs/caching.md", "utf8");
  const rows = page.slice(page.indexOf("### Tags"), page.indexOf("### Lifetimes")).split("\n");
  const tags = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, tag]) => tag),
  );
  expect(tags.length).toBeGreaterThan(20);
  for (const tag of tags) expect(isCacheTag(tag ?? ""), tag).toBe(true);
});

test("an answer's tags are told as they are, with commas between", () => {
  expect(cacheTagsOf(["listing:1", "search:buy:square:-136:604"])).toBe(
    "listing:1,search:buy:square:-136:604",
  );
});

test("an answer that a CDN could not find by each of its tags says none", () => {
  const many = Array.from({ length: 900 }, (_, n) => `listing:${n}`);
  expect(cacheTagsOf(many)).toBeNull();
  for (const odd of ["a b", "a,b", "a.b", "*", "", "é"])
    expect(cacheTagsOf(["listing:1", odd]), odd).toBeNull();
});
