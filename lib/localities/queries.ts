import "server-only";
import type { LocalityKey, LocalityRef, RegionRef } from "@/lib/localities/locality";
import type { Locality, Place, RegionWithCounts } from "@/lib/localities/place";

/** Localities that a person may mean by the beginning of a name or postcode, or by a misspelt one; best first. */
export async function findLocalities(_q: string, _limit = 8): Promise<readonly LocalityRef[]> {
  throw new Error("not written yet");
}

/** The locality with this key, or null. */
export async function getLocality(_key: LocalityKey): Promise<Locality | null> {
  throw new Error("not written yet");
}

/** The localities with these keys that exist, in the order of the keys. */
export async function getLocalities(_keys: readonly LocalityKey[]): Promise<readonly LocalityRef[]> {
  throw new Error("not written yet");
}

/** The region with this slug, or null. */
export async function getRegion(_slug: string): Promise<RegionRef | null> {
  throw new Error("not written yet");
}

/** Every region with how many public listings it has, by name. */
export async function listRegions(): Promise<readonly RegionWithCounts[]> {
  throw new Error("not written yet");
}

/** What the text of a search box can mean, best first: a region by name or code, or localities as findLocalities ranks them. */
export async function resolvePlace(_text: string): Promise<readonly Place[]> {
  throw new Error("not written yet");
}
