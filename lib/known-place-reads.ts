import "server-only";
import type { KnownRead } from "@/lib/known-reads";
import {
  busyLocalitiesRead,
  localitiesAroundRead,
  localityRead,
  placesRead,
  regionRead,
  regionsRead,
  stockedLocalitiesRead,
  suburbProfileRead,
} from "@/lib/localities/freshness";
import type { LocalityKey } from "@/lib/localities/locality";
import { getSuburbProfile } from "@/lib/localities/profile-queries";
import {
  findLocalities,
  getLocality,
  getRegion,
  listLocalitiesAround,
  listRegions,
} from "@/lib/localities/queries";
import { listBusyLocalities, listStockedLocalities } from "@/lib/localities/stock-queries";

export const REGIONS: KnownRead = { read: regionsRead(), ask: listRegions };

const PLACE_READS = {
  regions: () => REGIONS,
  region: (slug: string) => ({ read: regionRead(slug), ask: () => getRegion(slug) }),
  locality: (region: string, slug: string) => {
    const key: LocalityKey = `${region}/${slug}`;
    return { read: localityRead(key), ask: () => getLocality(key) };
  },
  "suburb-profile": (region: string, slug: string) => suburbProfile(`${region}/${slug}`),
  "localities-around": (km: string, list: string) => {
    const keys = list.split(",").map(keyIn);
    return {
      read: localitiesAroundRead(keys, Number(km)),
      ask: () => listLocalitiesAround(keys, Number(km)),
    };
  },
  "busy-localities": () => ({ read: busyLocalitiesRead(), ask: listBusyLocalities }),
  "stocked-localities": (region: string) => ({
    read: stockedLocalitiesRead(region),
    ask: () => listStockedLocalities(region),
  }),
  places: (limit: string, words: string) => ({
    read: placesRead(words.split(" "), Number(limit)),
    ask: () => findLocalities(words, Number(limit)),
  }),
} as const satisfies Readonly<Record<string, (first: string, rest: string) => KnownRead>>;

export type PlaceKind = keyof typeof PLACE_READS;

export function isPlaceKind(kind: string): kind is PlaceKind {
  return Object.hasOwn(PLACE_READS, kind);
}

/** A read of places, by what its key begins with and the two parts that follow there. */
export function placeRead(kind: PlaceKind, first = "", rest = ""): KnownRead {
  return PLACE_READS[kind](first, rest);
}

export function suburbProfile(key: LocalityKey): KnownRead {
  return { read: suburbProfileRead(key), ask: () => getSuburbProfile(key) };
}

function keyIn(text: string): LocalityKey {
  const [region = "", slug = ""] = text.split("/");
  return `${region}/${slug}`;
}
