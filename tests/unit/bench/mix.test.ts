import { expect, test } from "vitest";
import {
  CHANNEL_SHARES,
  createMix,
  KEYWORD_SORTS,
  type MixKind,
  QUESTIONS,
  SORTS,
  TRAFFIC,
  take,
} from "@/bench/mix";
import { FILTERS, UNFILTERED } from "@/bench/mix/filters";
import { KEYWORD_SEARCHES } from "@/bench/mix/keywords";
import { PLACES, placeKind } from "@/bench/mix/places";
import { drawWindow, ZOOMS } from "@/bench/mix/windows";
import { canonicalMapQuery, parseMapQuery } from "@/lib/listings/map-query";
import { canonicalQuery, parseSearch } from "@/lib/listings/search";
import { Random } from "@/prisma/seed/demo/random";
import { mixWorld } from "@/tests/unit/bench/mix-world";

const SAMPLE = 20_000;

const world = mixWorld();
const searches = take(SAMPLE, createMix(world).search).map(({ search }) => search);

test.for(["search", "map", "prefix", "listing"] as const)(
  "the same seed asks the same of kind %s, and another seed asks something else",
  (kind) => {
    const asked = (seed?: number) => {
      const mix = createMix(world, seed);
      return take(50, () => mix[kind]());
    };
    expect(asked()).toEqual(asked());
    expect(asked(1)).toEqual(asked(1));
    expect(asked(1)).not.toEqual(asked(2));
  },
);

test("how many of one kind are drawn changes nothing of another kind", () => {
  const [alone, among] = [createMix(world), createMix(world)];
  const expected = take(50, alone.search);
  const drawn = take(50, () => {
    among.map();
    among.prefix();
    among.listing();
    return among.search();
  });
  expect(drawn).toEqual(expected);
});

test("whatever is drawn is what the API reads when it is asked so", () => {
  for (const { search } of take(2_000, createMix(world).search)) {
    const parse = parseSearch(new URLSearchParams(canonicalQuery(search)));
    expect(parse).toEqual({ ok: true, search });
  }
  for (const { query } of take(500, createMix(world).map)) {
    const parse = parseMapQuery(new URLSearchParams(canonicalMapQuery(query)));
    expect(parse).toEqual({ ok: true, query });
  }
});

test("the channels are asked for as often as is written", () => {
  for (const [channel, share] of Object.entries(CHANNEL_SHARES))
    expectShare(searches, (search) => search.channel === channel, share / 100);
});

test("the kinds of place are asked for as often as is written", () => {
  for (const [kind, share] of Object.entries(PLACES))
    expectShare(searches, (search) => placeKind(search) === kind, share / 100);
});

test("keywords are asked for as often as is written, and then sorted by match as often as is written", () => {
  const withKeywords = searches.filter(({ keywords }) => keywords.length > 0);
  expectShare(searches, ({ keywords }) => keywords.length > 0, KEYWORD_SEARCHES / 100);
  expectShare(withKeywords, ({ sort }) => sort === "match", KEYWORD_SORTS.match / 100, 0.05);
});

test("what stands in no other order is newest first, and the sorts are asked for as often as is written", () => {
  const plain = searches.filter(({ keywords }) => keywords.length === 0);
  expectShare(plain, ({ sort }) => sort === "price-up", SORTS["price-up"] / 100);
  expectShare(plain, ({ sort }) => sort === "price-down", SORTS["price-down"] / 100);
  const inspected = plain.filter(({ channel }) => channel !== "sold");
  expectShare(inspected, ({ sort }) => sort === "inspection", SORTS.inspection / 100);
  const placed = plain.filter(({ localities }) => localities.length > 0);
  expectShare(placed, ({ sort }) => sort === "nearest", SORTS.nearest / 100);
});

test("filters are asked for as often as is written", () => {
  const filtered = 1 - UNFILTERED / 100;
  const notLand = 1 - (FILTERS.types / 100) * 0.06;
  const forSaleOrRent = 1 - CHANNEL_SHARES.sold / 100;
  const share = (name: keyof typeof FILTERS) => (filtered * FILTERS[name]) / 100;
  expectShare(searches, ({ price }) => price !== null, share("price"));
  expectShare(searches, ({ types }) => types.length > 0, share("types"));
  expectShare(searches, ({ beds }) => beds !== null, share("beds") * notLand);
  expectShare(searches, ({ baths }) => baths !== null, share("baths") * notLand);
  expectShare(searches, ({ parking }) => parking !== null, share("parking") * notLand);
  expectShare(searches, ({ features }) => features.length > 0, share("features") * notLand);
  expectShare(searches, ({ newWithinDays }) => newWithinDays !== null, share("newWithinDays"));
  expectShare(searches, ({ open }) => open !== null, share("open") * forSaleOrRent);
  expectShare(searches, ({ land }) => land !== null, share("land"));
});

test("suburbs are asked for by Zipf's law, the one with most listings first", () => {
  const suburbs = searches.filter(({ localities, aroundKm }) => localities.length === 1 && aroundKm === null);
  const harmonic = world.localities.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  for (const rank of [1, 2, 10]) {
    const key = world.localities[rank - 1]?.key;
    expectShare(suburbs, ({ localities }) => localities[0] === key, 1 / rank / harmonic);
  }
});

test("what has no listing of a channel is not asked for in it", () => {
  const [only, ...others] = world.localities;
  if (only === undefined) throw new Error("There is a locality.");
  const empty = others.map((locality) => ({ ...locality, listings: { buy: 0, rent: 0, sold: 0 } }));
  const mix = createMix({ ...world, localities: [only, ...empty] });
  const asked = take(500, mix.search).flatMap(({ search }) =>
    search.localities.length === 1 ? search.localities : [],
  );
  expect(new Set(asked)).toEqual(new Set([only.key]));
});

test("maps are looked at from as far as is written", () => {
  const maps = take(SAMPLE, createMix(world).map);
  for (const [zoom, weight] of Object.entries(ZOOMS))
    expectShare(maps, ({ query }) => query.zoom === Number(zoom), weight / 100);
});

test("the windows of maps hold about the same at every zoom: each is half as wide as the one before", () => {
  const place = { latitude: -30, longitude: 140 };
  const widthAt = (zoom: 4 | 6 | 16) => {
    const { west, east } = drawWindow(place, zoom, new Random(1));
    return east - west;
  };
  expect(widthAt(4) / widthAt(6)).toBeCloseTo(4);
  expect(widthAt(4) / widthAt(16)).toBeCloseTo(4_096);
});

test("requests are of each kind as often as is asked", () => {
  for (const shares of [QUESTIONS, TRAFFIC]) {
    const mix = createMix(world);
    const requests = take(SAMPLE, () => mix.request(shares));
    for (const [kind, share] of Object.entries(shares))
      expectShare(requests, (request) => request.kind === (kind as MixKind), share / 100);
  }
});

test("what stands in a search box is the beginning of a name, or so near to one that people can be understood", () => {
  const prefixes = take(1_000, createMix(world).prefix).map(({ q }) => q.toLowerCase());
  expect(prefixes.every((q) => q.length >= 2 && q.startsWith("p"))).toBe(true);
  expectShare(prefixes, (q) => "placeville".startsWith(q), 0.7, 0.05);
});

function expectShare<T>(
  all: readonly T[],
  isOf: (each: T) => boolean,
  share: number,
  tolerance = 0.015,
): void {
  const found = all.filter(isOf).length / all.length;
  expect(Math.abs(found - share), `${(100 * found).toFixed(1)} % instead of ${100 * share} %`).toBeLessThan(
    tolerance,
  );
}
