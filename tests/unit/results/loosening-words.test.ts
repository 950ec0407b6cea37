import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { looseningWords } from "@/app/(portal)/_results/loosening-words";
import { loosenings } from "@/lib/listings/loosen-search";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed } from "@/tests/unit/listings/parsed";

vi.setConfig({ testTimeout: 30_000 });

test("what an empty search can be loosened to is said in the words of its chips", () => {
  const search = parsed(
    "channel=buy&locality=nsw/newtown&beds=3-&price=-1000000&type=house,unit&keywords=view",
  );
  expect(loosenings(search).map((each) => looseningWords(each, search))).toEqual([
    "within 5 km",
    "with “2+ beds”",
    "with “Up to $1,100,000”",
    "without “view”",
    "without “House” and “Unit”",
  ]);
});

test("every loosening of any search is said, and no two alike", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const words = loosenings(search).map((each) => looseningWords(each, search));
      expect(new Set(words).size).toBe(words.length);
      for (const each of words) expect(each).toMatch(/^(within \d+ km|with “.+”|without “.+”)$/s);
    }),
  );
});
