import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { activeFilters } from "@/app/(portal)/_results/search-words";
import { emptySearch, searchWith } from "@/lib/listings/search";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed } from "@/tests/unit/listings/parsed";

vi.setConfig({ testTimeout: 30_000 });

test.each([
  ["locality=nsw/newtown&around=5", ["Within 5 km"]],
  ["keywords=view+harbour", ["“harbour view”"]],
  ["feature=swimming-pool,study", ["Study", "Swimming pool"]],
  ["new=7", ["New this week"]],
  ["new=14", ["New in 14 days"]],
  ["new=1", ["New in 1 day"]],
  ["open=weekend", ["Open this weekend"]],
  ["open=2026-11-28", ["Open 28 Nov 2026"]],
  ["open=2026-11-28,2026-11-29", ["Open 28 Nov 2026 to 29 Nov 2026"]],
  ["area=151.1,-33.9;151.3,-33.9;151.2,-33.8", ["In the drawn area"]],
])("a search for %s says so: %j", (query, labels) => {
  expect(activeFilters(parsed(query)).map(({ label }) => label)).toEqual(labels);
});

test("whatever a search asks for beyond its place can be taken back, one thing at a time, down to the place alone", () => {
  fc.assert(
    fc.property(anySearch, fc.infiniteStream(fc.nat()), (search, chance) => {
      let left = search;
      for (let filters = activeFilters(left); filters.length > 0; filters = activeFilters(left)) {
        const { without } = filters[(chance.next().value ?? 0) % filters.length] ?? { without: left };
        expect(activeFilters(without)).toHaveLength(filters.length - 1);
        left = without;
      }
      const { channel, region, localities, limit, sort, after } = search;
      const place = searchWith(emptySearch(channel), { region, localities, limit, sort });
      expect(left).toEqual(left === search ? { ...place, after } : place);
    }),
  );
});
