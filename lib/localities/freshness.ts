import { z } from "zod";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";
import type { LocalityKey, LocalityRef, RegionRef } from "@/lib/localities/locality";
import type { Locality, NearbyLocality, RegionWithCounts } from "@/lib/localities/place";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";
import { suburbProfileShape } from "@/lib/localities/suburb-profile-shape";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Names and regions of places change a few times a year. */
export const PLACE_LIFETIME: Lifetime = {
  reason: "Places hardly ever change, and every change is known.",
  freshForMs: DAY,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

/** Which of the places found is busier changes with their own listings. */
export const PLACE_RANK_LIFETIME: Lifetime = {
  reason: "Ranked by the listings of the places found, and each that comes or goes there is known.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

/** Counts of listings follow every publication, so they seldom grow old by time. */
export const PLACE_COUNT_LIFETIME: Lifetime = {
  reason: "Counted by public listings: each that comes or goes is known, and ends it.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

export const PROFILE_LIFETIME: Lifetime = {
  reason:
    "Figures of a place are read for as long as its listings, and every change of what they are made of is known.",
  freshForMs: HOUR,
  staleForMs: HOUR,
  usableForMs: DAY,
  jitter: 0.1,
};

/** What every entry that shows a locality, and so its region, depends on beside the rows' own tags. */
export const PLACE_TABLES = ["localities", "regions"] as const;
/** What an answer depends on that looked through all places, or found none by a name. */
export const ANY_PLACE = [...PLACE_TABLES, "localities:any", "regions:any"] as const;
/** Changes whenever a locality has more public listings than before, or fewer. */
export const ANY_STOCK = "stock:any";

export function localityTag(id: number): string {
  return `locality:${id}`;
}

export function regionTag(id: number): string {
  return `region:${id}`;
}

/** Changes when the locality has more public listings than before, or fewer; not when one of them is sold. */
export function stockTag(id: number): string {
  return `stock:locality:${id}`;
}

/** Changes when a locality comes into the region, leaves it, or is changed. */
export function regionPlacesTag(id: number): string {
  return `region-places:${id}`;
}

/** What a locality's figures depend on: its row and its country's currency, what is on offer in it, and the sales on record there. */
export function suburbProfileTags(ids: {
  readonly locality: number;
  readonly region: number;
}): readonly string[] {
  const place = `locality:${ids.locality}`;
  return [
    ...[localityTag(ids.locality), regionTag(ids.region), "regions:any"],
    ...["buy", "rent", "sold"].flatMap((channel) => [
      `search:${channel}:${place}`,
      `search-price:${channel}:${place}`,
    ]),
    `sales:${place}`,
  ];
}

const REGION_REF: z.ZodType<RegionRef> = z.object({
  slug: z.string(),
  code: z.string(),
  name: z.string(),
});

const LOCALITY_FIELDS = {
  slug: z.string(),
  name: z.string(),
  postcode: z.string().nullable(),
  region: REGION_REF,
};
export const LOCALITY_REF: z.ZodType<LocalityRef> = z.object(LOCALITY_FIELDS);

const PLACED_FIELDS = { ...LOCALITY_FIELDS, latitude: z.number(), longitude: z.number() };
const LOCALITY: z.ZodType<Locality> = z.object(PLACED_FIELDS);
const NEARBY_LOCALITIES: z.ZodType<readonly NearbyLocality[]> = z.array(
  z.object({ ...PLACED_FIELDS, km: z.number() }),
);

const SUBURB_PROFILE = suburbProfileShape(LOCALITY).nullable();

const COUNTED_REGION: z.ZodType<RegionWithCounts> = z.object({
  slug: z.string(),
  code: z.string(),
  name: z.string(),
  country: z.string(),
  counts: z.object({ buy: z.number(), rent: z.number(), sold: z.number() }),
});

/** What a text can mean, best first. */
export type FoundPlaces = {
  readonly regions: readonly RegionRef[];
  readonly localities: readonly LocalityRef[];
};

const FOUND_PLACES: z.ZodType<FoundPlaces> = z.object({
  regions: z.array(REGION_REF),
  localities: z.array(LOCALITY_REF),
});

/** What the keys of entries of localities begin with, before the locality's own. */
export const LOCALITY_KEYS = "locality/";

export function localityRead(key: LocalityKey): Read<Locality | null> {
  return {
    key: `${LOCALITY_KEYS}${key}`,
    tags: PLACE_TABLES,
    lifetime: PLACE_LIFETIME,
    shape: { name: "locality", version: 1, parse: (stored) => LOCALITY.nullable().parse(stored) },
  };
}

export function suburbProfileRead(key: LocalityKey): Read<SuburbProfile | null> {
  return {
    key: `suburb-profile/${key}`,
    tags: ["listings", ...PLACE_TABLES],
    lifetime: PROFILE_LIFETIME,
    shape: { name: "suburb-profile", version: 1, parse: (stored) => SUBURB_PROFILE.parse(stored) },
  };
}

export function regionRead(slug: string): Read<RegionRef | null> {
  return {
    key: `region/${slug}`,
    tags: PLACE_TABLES,
    lifetime: PLACE_LIFETIME,
    shape: { name: "region", version: 1, parse: (stored) => REGION_REF.nullable().parse(stored) },
  };
}

export function regionsRead(): Read<readonly RegionWithCounts[]> {
  return {
    key: "regions",
    tags: [...ANY_PLACE, "listings", "stock:buy", "stock:rent", "stock:sold"],
    lifetime: PLACE_COUNT_LIFETIME,
    shape: { name: "regions", version: 1, parse: (stored) => z.array(COUNTED_REGION).parse(stored) },
  };
}

/** A few places of every region, by what is for sale there. */
export function busyLocalitiesRead(): Read<readonly LocalityRef[]> {
  return {
    key: "busy-localities",
    tags: [...ANY_PLACE, "listings", "stock:buy"],
    lifetime: PLACE_COUNT_LIFETIME,
    shape: { name: "busy-localities", version: 1, parse: (stored) => z.array(LOCALITY_REF).parse(stored) },
  };
}

/** The places of a region that have something to show, for a sitemap. */
export function stockedLocalitiesRead(region: string): Read<readonly string[]> {
  return {
    key: `stocked-localities/${region}`,
    tags: [...ANY_PLACE, "listings", "stock:buy", "stock:rent", "stock:sold"],
    lifetime: PLACE_COUNT_LIFETIME,
    shape: { name: "stocked-localities", version: 1, parse: (stored) => z.array(z.string()).parse(stored) },
  };
}

/**
 * `words` as readPlaceWords gives them, so that spellings of one text share an entry. The load adds the stock of the localities whose
 * listings it counted.
 */
export function placesRead(words: readonly string[], limit: number): Read<FoundPlaces> {
  return {
    key: `places/${limit}/${words.join(" ")}`,
    tags: [...ANY_PLACE, "listings"],
    lifetime: PLACE_RANK_LIFETIME,
    shape: { name: "places", version: 2, parse: (stored) => FOUND_PLACES.parse(stored) },
  };
}

/** Which localities lie around others is known until any of them changes, comes or goes: a new one can lie anywhere. */
export function localitiesAroundRead(
  keys: readonly LocalityKey[],
  km: number,
): Read<readonly NearbyLocality[]> {
  return {
    key: `localities-around/${km}/${[...new Set(keys)].sort().join(",")}`,
    tags: ANY_PLACE,
    lifetime: PLACE_LIFETIME,
    shape: { name: "localities-around", version: 1, parse: (stored) => NEARBY_LOCALITIES.parse(stored) },
  };
}
