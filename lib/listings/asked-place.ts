import "server-only";
import type { Bounds, ListingSearch, Point } from "@/lib/listings/search";
import { boundsOf } from "@/lib/listings/search-area";
import { Prisma } from "@/prisma/generated/client";

/** A degree of latitude is never less than this on the sphere of distance_km(). */
const KM_PER_DEGREE = 111.19;

/** The named localities that exist, as the common table expression asked_locality (id, region, key, latitude, longitude). */
export function askedLocality({ localities }: ListingSearch): Prisma.Sql {
  const regions = localities.map((key) => key.split("/")[0] ?? "");
  const slugs = localities.map((key) => key.split("/")[1] ?? "");
  return Prisma.sql`asked_locality AS MATERIALIZED (
    SELECT p.id, p.region_id AS region, region.slug || '/' || p.slug AS key, p.latitude, p.longitude
    FROM unnest(${regions}::text[], ${slugs}::text[]) AS asked (region, locality)
    JOIN region ON region.slug = asked.region
    JOIN locality p ON p.region_id = region.id AND p.slug = asked.locality)`;
}

/** The places around them, as the common table expression place_around (id); null when they are not asked for. Needs asked_locality. */
export function placeAround({ aroundKm }: ListingSearch): Prisma.Sql | null {
  return aroundKm === null ? null : Prisma.sql`place_around AS MATERIALIZED (${placesWithin(aroundKm)})`;
}

/** The ids of the localities that a search looks in; null: of all. Needs asked_locality, and place_around where that is asked for. */
export function searchedPlaces({ region, localities, aroundKm }: ListingSearch): Prisma.Sql | null {
  if (localities.length > 0 && aroundKm !== null) return Prisma.sql`SELECT id FROM place_around`;
  if (localities.length > 0) return Prisma.sql`SELECT id FROM asked_locality`;
  if (region === null) return null;
  return Prisma.sql`SELECT p.id FROM locality p WHERE p.region_id = (SELECT id FROM region WHERE slug = ${region})`;
}

/** A strip of latitude first: to work out the distance of each place from each would cost more than the search. */
function placesWithin(km: number): Prisma.Sql {
  const strip = km / KM_PER_DEGREE;
  return Prisma.sql`
    SELECT p.id FROM locality p WHERE EXISTS (
      SELECT FROM asked_locality asked
      WHERE p.latitude BETWEEN asked.latitude - ${strip}::float8 AND asked.latitude + ${strip}::float8
        AND (p.id = asked.id OR distance_km(asked.latitude, asked.longitude, p.latitude, p.longitude) <= ${km}::float8))`;
}

/** Whether the listing of `s` stands in a map's window. */
export function isInBounds({ west, south, east, north }: Bounds): Prisma.Sql {
  return Prisma.sql`s.latitude BETWEEN ${south}::float8 AND ${north}::float8 AND s.longitude BETWEEN ${west}::float8 AND ${east}::float8`;
}

/** Whether the listing of `s` stands in an outline, its line included. The window around it is what an index can find. */
export function isInArea(area: readonly Point[]): Prisma.Sql {
  const outline = area.map(({ lng, lat }) => `(${lng},${lat})`).join(",");
  return Prisma.sql`${isInBounds(boundsOf(area))} AND (${`(${outline})`}::polygon @> point(s.longitude, s.latitude))`;
}
