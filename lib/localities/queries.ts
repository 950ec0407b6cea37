import "server-only";
import type { LoadContext } from "@/lib/cache/load-scope";
import type { Read } from "@/lib/cache/read";
import { aroundStatement } from "@/lib/localities/around-statement";
import { bestPlaces } from "@/lib/localities/best-places";
import {
  ANY_PLACE,
  ANY_STOCK,
  type FoundPlaces,
  LOCALITY_KEYS,
  localitiesAroundRead,
  localityRead,
  localityTag,
  placesRead,
  regionRead,
  regionsRead,
  regionTag,
  stockTag,
} from "@/lib/localities/freshness";
import type { LocalityKey, LocalityRef, RegionRef } from "@/lib/localities/locality";
import { localityKey } from "@/lib/localities/locality";
import type { Locality, NearbyLocality, Place, RegionWithCounts } from "@/lib/localities/place";
import { PLACES_SHOWN, readPlace, readPlaceWords } from "@/lib/localities/place-question";
import { type PlaceRow, placeStatement } from "@/lib/localities/place-statement";
import { cachedRead, cachedReads } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/**
 * Localities that a person may mean by the beginning of a name or postcode, or by a misspelt one: exact, then by prefix, by the start
 * of a later word, and by likeness; the busier first. A region or postcode beside the name narrows. One statement.
 * Throws AppError bad_request (field "q") for a text that is empty or longer than 100 characters.
 */
export async function findLocalities(q: string, limit = PLACES_SHOWN): Promise<readonly LocalityRef[]> {
  return (await findPlaces(q, limit)).localities;
}

/** What the text of a search box can mean, best first: regions that it names, then localities as findLocalities. Errors as there; one statement. */
export async function resolvePlace(text: string): Promise<readonly Place[]> {
  const { regions, localities } = await findPlaces(text, PLACES_SHOWN);
  return [
    ...regions.map((region) => ({ kind: "region", region }) as const),
    ...localities.map((locality) => ({ kind: "locality", locality }) as const),
  ];
}

/** The locality with this key, or null; one statement. */
export async function getLocality(key: LocalityKey): Promise<Locality | null> {
  const [locality = null] = await cachedReads([localityRead(key)], loadLocalities);
  return locality;
}

/** The localities with these keys that exist, in the order of the keys; one statement for those that are not held. */
export async function getLocalities(keys: readonly LocalityKey[]): Promise<readonly LocalityRef[]> {
  const found = await cachedReads(keys.map(localityRead), loadLocalities);
  return found.flatMap((locality) => {
    if (locality === null) return [];
    const { slug, name, postcode, region } = locality;
    return [{ slug, name, postcode, region }];
  });
}

async function loadLocalities(
  missing: readonly Read<Locality | null>[],
  { addTags }: LoadContext,
): Promise<readonly (Locality | null)[]> {
  const keys = missing.map(({ key }) => key.slice(LOCALITY_KEYS.length).split("/"));
  const rows = await runtime().database.locality.findMany({
    relationLoadStrategy: "join",
    where: { OR: keys.map(([region = "", slug = ""]) => ({ slug, region: { slug: region } })) },
    select: { ...LOCALITY_REF, latitude: true, longitude: true, id: true, regionId: true },
  });
  const byKey = new Map<string, Locality>();
  for (const { id, regionId, ...locality } of rows) {
    addTags(localityTag(id), regionTag(regionId));
    byKey.set(localityKey(locality), locality);
  }
  if (rows.length < missing.length) addTags(...ANY_PLACE);
  return keys.map((key) => byKey.get(key.join("/")) ?? null);
}

/** The region with this slug, or null; one statement. */
export function getRegion(slug: string): Promise<RegionRef | null> {
  return cachedRead(regionRead(slug), async ({ addTags }) => {
    const row = await runtime().database.region.findUnique({
      where: { slug },
      select: { ...REGION_REF, id: true },
    });
    if (row === null) {
      addTags(...ANY_PLACE);
      return null;
    }
    const { id, ...region } = row;
    addTags(regionTag(id));
    return region;
  });
}

/** Every region with how many public listings it has, by country and name; one statement. */
export function listRegions(): Promise<readonly RegionWithCounts[]> {
  return cachedRead(
    regionsRead(),
    () => runtime().database.$queryRaw<RegionWithCounts[]>`
    SELECT r.slug, r.code, r.name, country.name AS country, json_build_object(
      'buy', coalesce(stock.buy, 0), 'rent', coalesce(stock.rent, 0), 'sold', coalesce(stock.sold, 0)) AS counts
    FROM region r
    JOIN country ON country.code = r.country_code
    LEFT JOIN (
      SELECT p.region_id, sum(buy) AS buy, sum(rent) AS rent, sum(sold) AS sold
      FROM locality_stock JOIN locality p ON p.id = locality_id GROUP BY p.region_id
    ) stock ON stock.region_id = r.id
    ORDER BY country.name, r.name`,
  );
}

/**
 * The localities within so many kilometres of any of those with these keys: the asked ones first, then the nearest, at most 200. Keys
 * that nothing has are passed over. One statement.
 */
export function listLocalitiesAround(
  keys: readonly LocalityKey[],
  km: number,
): Promise<readonly NearbyLocality[]> {
  return cachedRead(localitiesAroundRead(keys, km), () =>
    runtime().database.$queryRaw<NearbyLocality[]>(aroundStatement(keys, km)),
  );
}

function findPlaces(text: string, limit: number): Promise<FoundPlaces> {
  const words = readPlaceWords(text);
  return cachedRead(placesRead(words, limit), async ({ addTags }) => {
    const statement = placeStatement(words.join(" "), readPlace(words), limit);
    const [row] = await runtime().database.$queryRaw<PlaceRow[]>(statement);
    if (!row) throw new Error("A statement without a FROM clause answered no row.");
    const { regions, candidates, counted } = row;
    addTags(...(counted?.map(stockTag) ?? [ANY_STOCK]));
    return { regions, localities: bestPlaces(candidates, limit) };
  });
}

const REGION_REF = { slug: true, code: true, name: true } as const;
const LOCALITY_REF = { slug: true, name: true, postcode: true, region: { select: REGION_REF } } as const;
