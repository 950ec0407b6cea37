import { drawFilters } from "@/bench/mix/filters";
import { drawKeywords, KEYWORD_SEARCHES } from "@/bench/mix/keywords";
import { createLocalityDraw, createPlaceDraw } from "@/bench/mix/places";
import { drawPrefix } from "@/bench/mix/prefixes";
import { drawWindow, drawZoom, type Zoom } from "@/bench/mix/windows";
import type { MixWorld } from "@/bench/mix/world";
import { createZipf } from "@/bench/mix/zipf";
import type { Channel } from "@/lib/listings/listing";
import { type MapQuery, mapQuery } from "@/lib/listings/map-query";
import {
  canonicalQuery,
  emptySearch,
  type ListingSearch,
  parseSearch,
  searchWith,
} from "@/lib/listings/search";
import { mixText, Random } from "@/prisma/seed/demo/random";

/*
 * What people ask of a portal, written down: what the benches measure with. Shares are in hundredths, here and in bench/mix/. They are
 * suppositions of what is usual among portals, fixed so that figures can be compared; nobody has measured them.
 */

const SEED = 5;

export const CHANNEL_SHARES = { buy: 65, rent: 25, sold: 10 } as const;

/** Newest first is what nobody has to choose. Whoever writes keywords mostly has the best match first. */
export const SORTS = { newest: 82, "price-up": 8, "price-down": 4, inspection: 3, nearest: 3 } as const;
export const KEYWORD_SORTS = { match: 60, newest: 40 } as const;

/** Of what is searched: results beside it as a list, or on a map. */
export const QUESTIONS = { search: 90, map: 10 } as const;
/** Of everything that is asked of a portal. */
export const TRAFFIC = { search: 45, map: 10, prefix: 12, listing: 33 } as const;

export type MixRequest =
  | { readonly kind: "search"; readonly search: ListingSearch }
  | { readonly kind: "map"; readonly query: MapQuery }
  | { readonly kind: "prefix"; readonly q: string }
  | { readonly kind: "listing"; readonly id: number };

export type MixKind = MixRequest["kind"];
type RequestOf<Kind extends MixKind> = Extract<MixRequest, { readonly kind: Kind }>;

/** Endless requests of each kind. Each kind has chance of its own: how many of one are drawn changes nothing of another. */
export type Mix = {
  search(): RequestOf<"search">;
  /** At one zoom, or at those that people use. */
  map(zoom?: Zoom): RequestOf<"map">;
  prefix(): RequestOf<"prefix">;
  listing(): RequestOf<"listing">;
  /** One of any kind, as often as the shares say: QUESTIONS, TRAFFIC, or others. */
  request(shares: Readonly<Partial<Record<MixKind, number>>>): MixRequest;
};

/** The mix of a portal with these listings; the same world and seed give the same requests. */
export function createMix(world: MixWorld, seed = SEED): Mix {
  const drawLocality = createLocalityDraw(world);
  const drawPlace = createPlaceDraw(world, drawLocality);
  const drawListing = createZipf(world.listings, () => 1);
  const chances = {
    search: new Random(seed, mixText("search")),
    map: new Random(seed, mixText("map")),
    prefix: new Random(seed, mixText("prefix")),
    listing: new Random(seed, mixText("listing")),
    kind: new Random(seed, mixText("kind")),
  };
  const draws = {
    search: () => ({ kind: "search", search: drawSearch(chances.search) }) as const,
    map(zoom = drawZoom(chances.map)) {
      const { channel, ...filters } = drawAsked(chances.map);
      const locality = drawLocality(channel, chances.map);
      const bounds = drawWindow(locality, zoom, chances.map);
      return { kind: "map", query: mapQuery(asked(channel, filters), { bounds, zoom }) } as const;
    },
    prefix() {
      const locality = drawLocality(chances.prefix.weighted(CHANNEL_SHARES), chances.prefix);
      return { kind: "prefix", q: drawPrefix(locality, chances.prefix) } as const;
    },
    listing: () => ({ kind: "listing", id: drawListing(chances.listing) }) as const,
  };

  function drawAsked(random: Random) {
    const channel = random.weighted(CHANNEL_SHARES);
    const keywords = random.chance(KEYWORD_SEARCHES / 100) ? drawKeywords(random) : [];
    return { channel, keywords, ...drawFilters(channel, world.today, random) };
  }

  function drawSearch(random: Random): ListingSearch {
    const { channel, ...filters } = drawAsked(random);
    const sort = random.weighted(filters.keywords.length > 0 ? KEYWORD_SORTS : SORTS);
    return asked(channel, { ...drawPlace(channel, random), ...filters, sort });
  }

  return { ...draws, request: (shares) => draws[chances.kind.weighted(shares)]() };
}

/** The search as the API reads it, without what has no ground (the next inspection of the sold, near to nothing). */
function asked(channel: Channel, change: Partial<ListingSearch>): ListingSearch {
  const query = canonicalQuery(searchWith(emptySearch(channel), change));
  const parse = parseSearch(new URLSearchParams(query));
  if (!parse.ok)
    throw new Error(`The mix asks what cannot be asked: ${query} ${JSON.stringify(parse.issues)}`);
  return parse.search;
}

/** So many draws, in a row. */
export function take<T>(count: number, draw: () => T): readonly T[] {
  return Array.from({ length: count }, () => draw());
}
