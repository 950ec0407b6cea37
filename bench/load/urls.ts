import { createMix, type MixRequest, TRAFFIC } from "@/bench/mix";
import type { MixWorld } from "@/bench/mix/world";
import { canonicalMapQuery } from "@/lib/listings/map-query";
import { canonicalQuery, searchPath } from "@/lib/listings/search";
import { mixText, Random } from "@/prisma/seed/demo/random";

/** Of a hundred searches or listings so many are asked for as a page; the others by the API, which turns pages and serves programs. */
const AS_PAGES = { search: 70, listing: 85 } as const;
/** Of a hundred requests so many are for the first page of the portal, where people begin to browse. */
const FRONT_PAGES = 4;

export type UrlKind = "front" | "search" | "map" | "listing" | "autocomplete" | "search API" | "listing API";
export type MixUrl = { readonly kind: UrlKind; readonly path: string };

export type MixUrls = {
  /** As people ask, one after the other, with all that they ask again. */
  readonly asked: readonly MixUrl[];
  /** Each of them once. */
  readonly distinct: readonly MixUrl[];
};

/**
 * The written mix (bench/mix.ts) as addresses, until so many different ones were asked for. `pathOf` knows the page of each listing.
 * The same world and seed give the same addresses. It comes to an end, since no two maps are the same.
 */
export function mixUrls(
  world: MixWorld,
  pathOf: (listing: number) => string,
  { distinct, seed }: { readonly distinct: number; readonly seed?: number },
): MixUrls {
  const mix = createMix(world, seed);
  const chance = new Random(seed ?? 0, mixText("url"));
  const asked: MixUrl[] = [];
  const first = new Map<string, MixUrl>();
  while (first.size < distinct) {
    const url = chance.chance(FRONT_PAGES / 100)
      ? ({ kind: "front", path: "/" } as const)
      : urlOf(mix.request(TRAFFIC), chance, pathOf);
    asked.push(url);
    if (!first.has(url.path)) first.set(url.path, url);
  }
  return { asked, distinct: [...first.values()] };
}

function urlOf(request: MixRequest, chance: Random, pathOf: (listing: number) => string): MixUrl {
  const isPage = (kind: keyof typeof AS_PAGES) => chance.chance(AS_PAGES[kind] / 100);
  switch (request.kind) {
    case "search":
      return isPage("search")
        ? { kind: "search", path: searchPath(request.search) }
        : { kind: "search API", path: `/api/listings?${canonicalQuery(request.search)}` };
    case "map":
      return { kind: "map", path: `/api/map?${canonicalMapQuery(request.query)}` };
    case "prefix":
      return {
        kind: "autocomplete",
        path: `/api/localities?${new URLSearchParams({ q: request.q })}`,
      };
    case "listing":
      return isPage("listing")
        ? { kind: "listing", path: pathOf(request.id) }
        : { kind: "listing API", path: `/api/listings/${request.id}` };
  }
}
