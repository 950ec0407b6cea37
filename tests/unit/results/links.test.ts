import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { FilterChips } from "@/app/(portal)/_results/filter-chips";
import { SortLinks } from "@/app/(portal)/_results/sort-links";
import { type ListingSearch, searchPath } from "@/lib/listings/search";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed, parsedPage } from "@/tests/unit/listings/parsed";

vi.setConfig({ testTimeout: 30_000 });

const EVERYWHERE = { label: null, region: null, localities: [] };

test("every chip and sort of any search leads to another search, at its own address", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const links = linksOf(search);
      for (const href of links) expect(searchPath(parsedPage(href))).toBe(href);
      expect(new Set(links).size).toBe(links.length);
    }),
  );
});

test.each([
  ["channel=sold", ["newest", "price-up", "price-down"]],
  ["channel=buy&region=nsw", ["newest", "price-up", "price-down", "inspection"]],
  [
    "channel=sold&locality=nsw/newtown&keywords=view",
    ["newest", "price-up", "price-down", "nearest", "match"],
  ],
])("a search for %s can be sorted by %j, and by nothing else", (query, sorts) => {
  const search = parsed(query);
  const offered = hrefsOf(renderToStaticMarkup(createElement(SortLinks, { search })));
  expect(offered.map((href) => parsedPage(href).sort)).toEqual(sorts);
});

function linksOf(search: ListingSearch): readonly string[] {
  const chips = createElement(FilterChips, { search, place: EVERYWHERE });
  const sorts = createElement(SortLinks, { search });
  return [chips, sorts].flatMap((part) => hrefsOf(renderToStaticMarkup(part)));
}

function hrefsOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
}
