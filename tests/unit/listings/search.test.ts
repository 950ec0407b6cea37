import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  canonicalQuery,
  emptySearch,
  type ListingSearch,
  parseSearch,
  parseSearchPage,
  searchPath,
  searchWith,
} from "@/lib/listings/search";
import { isTrackingParameter } from "@/lib/listings/search-parameters";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed, parsedPage } from "@/tests/unit/listings/parsed";
import { respelt } from "@/tests/unit/listings/respelt";

/** Every parameter, in the order of the canonical form. */
const NAMES = [
  ...["channel", "region", "locality", "around", "keywords"],
  ...["beds", "baths", "parking", "price", "type", "land", "feature", "new", "open"],
  ...["agency", "agent", "bounds", "area", "sort", "limit", "after"],
];

// Properties are many small checks: a busy machine takes them past the runner's five seconds.
vi.setConfig({ testTimeout: 30_000 });

test("a search survives its canonical form unchanged, so two searches never share one", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      expect(parsed(canonicalQuery(search))).toStrictEqual(search);
    }),
  );
});

test("a search survives the address of its page unchanged, and that address is already canonical", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const path = searchPath(search);
      const again = parsedPage(path);
      expect(again).toStrictEqual(search);
      expect(searchPath(again)).toBe(path);
    }),
  );
});

test("the canonical form needs no percent-encoding in an address", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      expect(encodeURI(searchPath(search))).toBe(searchPath(search));
    }),
  );
});

test("the parameters of the canonical form stand in one order", () => {
  fc.assert(
    fc.property(anySearch, (search) => {
      const written = [...new URLSearchParams(canonicalQuery(search)).keys()];
      expect(written).toEqual(NAMES.filter((name) => written.includes(name)));
    }),
  );
});

test("the order of parameters and of the members of a set, case, encoding, repeated members and tracking change nothing", () => {
  fc.assert(
    fc.property(anySearch, fc.infiniteStream(fc.nat()), (search, chance) => {
      const canonical = canonicalQuery(search);
      expect(canonicalQuery(parsed(respelt(canonical, chance)))).toBe(canonical);
    }),
  );
});

test("any text is answered with a search or with issues that name a field and a reason, never with an exception", () => {
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.string());
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9.,;/a-z-]{0,20}$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text), { maxLength: 6 }), (pairs) => {
      const parse = parseSearch(new URLSearchParams(pairs));
      if (parse.ok) expect(parsed(canonicalQuery(parse.search))).toStrictEqual(parse.search);
      else expect(parse.issues.every(({ reason }) => reason.endsWith("."))).toBe(true);
      expect(() => parseSearchPage("buy", pairs.flat(), new URLSearchParams(pairs))).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["channel=lease", "channel"],
  ["channel=", "channel"],
  ["region=new south wales", "region"],
  ["locality=newtown", "locality"],
  ["locality=nsw/newtown/x", "locality"],
  ["locality=nsw/newtown,,nsw/enmore", "locality"],
  ["region=vic&locality=nsw/newtown", "locality"],
  ["beds=three", "beds"],
  ["beds=", "beds"],
  ["beds=-", "beds"],
  ["beds=3+", "beds"],
  ["beds=3%2B", "beds"],
  ["beds=3.5", "beds"],
  ["beds=3-4-5", "beds"],
  ["beds=5-3", "beds"],
  ["beds=100", "beds"],
  ["beds=3&beds=3", "beds"],
  ["beds=1e1", "beds"],
  ["baths=1.005", "baths"],
  ["baths=1.00000000000000000001", "baths"],
  ["parking=--1", "parking"],
  ["price=1,500,000", "price"],
  ["price=$500000", "price"],
  ["price=-1000000000001", "price"],
  ["land=600.5-", "land"],
  ["type=castle", "type"],
  ["type=house,", "type"],
  ["agency=Smith+and+Co", "agency"],
  ["agent=a--b", "agent"],
  ["bounds=151,-34,152", "bounds"],
  ["bounds=151,-34,152,north", "bounds"],
  ["bounds=152,-34,151,-33", "bounds"],
  ["bounds=151,-33,152,-34", "bounds"],
  ["bounds=151,-34,181,-33", "bounds"],
  ["bounds=151,-91,152,-33", "bounds"],
  ["sort=cheapest", "sort"],
  ["limit=0", "limit"],
  ["limit=61", "limit"],
  ["limit=2.5", "limit"],
  ["after=a b", "after"],
  ["after=", "after"],
  ["Beds=3", "Beds"],
  ["bedrooms=3", "bedrooms"],
])("%s is refused, naming %s", (query, field) => {
  const parse = parseSearch(new URLSearchParams(query));
  expect(parse).toEqual({ ok: false, issues: [{ field, reason: expect.stringMatching(/\.$/) }] });
});

test("a question of too many localities, or too long to be read, is refused", () => {
  const many = Array.from({ length: 51 }, (_, index) => `nsw/a${index}`).join(",");
  expect(parseSearch(new URLSearchParams({ locality: many }))).toMatchObject({
    issues: [{ field: "locality" }],
  });
  const long = "a".repeat(9_000);
  expect(parseSearch(new URLSearchParams({ after: long }))).toMatchObject({ issues: [{ field: "query" }] });
});

test("every wrong parameter is named at once", () => {
  const parse = parseSearch(new URLSearchParams("beds=x&price=5-3&foo=1"));
  expect(parse.ok ? [] : parse.issues.map(({ field }) => field)).toEqual(["foo", "beds", "price"]);
});

test.each([
  ["", "channel=buy"],
  ["region=nsw&locality=newtown", "channel=buy&locality=nsw/newtown"],
  ["locality=NSW%2FNewtown", "channel=buy&locality=nsw/newtown"],
  ["locality=nsw/newtown,+nsw/enmore", "channel=buy&locality=nsw/enmore,nsw/newtown"],
  ["beds=003-&channel=RENT", "channel=rent&beds=3-"],
  ["baths=2.50-3.0", "channel=buy&baths=2.5-3"],
  ["beds=2-2", "channel=buy&beds=2"],
  ["price=0-500000", "channel=buy&price=-500000"],
  ["parking=-0", "channel=buy&parking=0"],
  ["price=-1499999", "channel=buy&price=-1499999"],
  ["sort=newest&limit=24", "channel=buy"],
  ["type=unit,House,unit", "channel=buy&type=house,unit"],
  ["utm_source=mail&gclid=1", "channel=buy"],
])("%s means %s", (query, canonical) => {
  expect(canonicalQuery(parsed(query))).toBe(canonical);
});

test("a map's window is snapped outward to a hundredth of a degree, and a window on the grid stays where it is", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
      (x, y) => {
        const raw = { west: x, south: y, east: Math.min(x + 0.3, 180), north: Math.min(y + 0.2, 90) };
        const { bounds } = parsed(canonicalQuery({ ...emptySearch("buy"), bounds: raw }));
        if (!bounds) throw new Error("The window was lost.");
        expect(bounds.west).toBeLessThanOrEqual(raw.west);
        expect(bounds.south).toBeLessThanOrEqual(raw.south);
        expect(bounds.east).toBeGreaterThanOrEqual(raw.east);
        expect(bounds.north).toBeGreaterThanOrEqual(raw.north);
        expect(bounds.east - bounds.west).toBeLessThan(raw.east - raw.west + 0.0201);
      },
    ),
  );
  const gridLines = Array.from({ length: 36_001 }, (_, line) => `${(line - 18_000) / 100}`);
  const moved = gridLines.filter((line) => {
    const { bounds } = parsed(`bounds=${line},0,${line},0`);
    return bounds?.west !== Number(line) || bounds.east !== Number(line);
  });
  expect(moved).toEqual([]);
});

test("there is no negative zero in a window", () => {
  expect(parsed("bounds=-0,-0.00,0,0").bounds).toStrictEqual({ west: 0, south: 0, east: 0, north: 0 });
});

test("the page of one place stands in the path, that of several in the query", () => {
  const search = { ...emptySearch("buy"), beds: { min: 3, max: null }, price: { min: null, max: 1_500_000 } };
  expect(searchPath(searchWith(search, { localities: ["nsw/newtown"] }))).toBe(
    "/buy/nsw/newtown?beds=3-&price=-1500000",
  );
  expect(searchPath(searchWith(search, { region: "nsw" }))).toBe("/buy/nsw?beds=3-&price=-1500000");
  expect(searchPath(searchWith(emptySearch("sold"), { localities: ["nsw/newtown", "nsw/enmore"] }))).toBe(
    "/sold?locality=nsw/enmore,nsw/newtown",
  );
});

test("what a form without JavaScript sends is understood: untouched fields, ticked boxes, two ends of a range", () => {
  const form =
    "channel=rent&beds=&type=unit&type=house&price-min=500000&price-max=&baths-min=&baths-max=2&region=nsw";
  expect(parsedPage(`/buy?${form}`)).toEqual({
    ...emptySearch("buy"),
    region: "nsw",
    baths: { min: null, max: 2 },
    price: { min: 500_000, max: null },
    types: ["house", "unit"],
  });
});

test("a page passes over parameters that it does not know, but not over malformed ones", () => {
  expect(parsedPage("/buy/nsw?view=map&fbclid=1")).toEqual({ ...emptySearch("buy"), region: "nsw" });
  expect(parseSearchPage("buy", ["nsw", "newtown", "x"], new URLSearchParams())).toMatchObject({ ok: false });
  expect(parseSearchPage("buy", [], new URLSearchParams("beds=x&price=1&price=2"))).toMatchObject({
    issues: [{ field: "beds" }, { field: "price" }],
  });
});

test("a changed search begins at its first page, and holds a region or localities but not both", () => {
  const search: ListingSearch = { ...emptySearch("buy"), region: "nsw", after: "abc" };
  expect(searchWith(search, { sort: "price-up" })).toEqual({ ...search, sort: "price-up", after: null });
  expect(searchWith(search, { after: "def" }).after).toBe("def");
  const chosen = searchWith(search, { localities: ["vic/yarra", "nsw/newtown", "vic/yarra"] });
  expect(chosen).toMatchObject({ region: null, localities: ["nsw/newtown", "vic/yarra"] });
  expect(searchWith(chosen, { region: "vic" })).toMatchObject({ region: "vic", localities: [] });
});

test("tracking parameters are known by name", () => {
  expect(["utm_source", "UTM_Medium", "gclid", "fbclid", "msclkid"].every(isTrackingParameter)).toBe(true);
  expect(["beds", "q", "utm", "xgclid"].some(isTrackingParameter)).toBe(false);
});
