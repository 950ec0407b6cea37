import "server-only";
import type { LocalityKey } from "@/lib/localities/locality";
import { Prisma } from "@/prisma/generated/client";

const PLACES_MAX = 200;
/** A little less than the 111.19 km that a degree of latitude has: the strip that is looked through is never too narrow. */
const KM_PER_DEGREE = 111;

/** The localities within so many kilometres of any of those with these keys, nearest first; of each strip of latitudes only those that do are fetched. */
export function aroundStatement(keys: readonly LocalityKey[], km: number): Prisma.Sql {
  const parts = keys.map((key) => key.split("/"));
  const strip = Prisma.sql`${km / KM_PER_DEGREE}::float8`;
  return Prisma.sql`
    WITH asked AS MATERIALIZED (
      SELECT p.latitude, p.longitude
      FROM unnest((SELECT ${parts.map(([region]) => region)}::text[]), (SELECT ${parts.map(([, slug]) => slug)}::text[])) AS key (region, slug)
        JOIN region r ON r.slug = key.region JOIN locality p ON p.region_id = r.id AND p.slug = key.slug
    ), nearby AS MATERIALIZED (
      SELECT p.id, min(distance_km(asked.latitude, asked.longitude, p.latitude, p.longitude)) AS km
      FROM asked JOIN locality p ON p.latitude BETWEEN asked.latitude - ${strip} AND asked.latitude + ${strip}
      WHERE distance_km(asked.latitude, asked.longitude, p.latitude, p.longitude) <= ${km}::float8
      GROUP BY p.id ORDER BY km, p.id LIMIT ${PLACES_MAX}
    )
    SELECT p.slug, p.name, p.postcode, p.latitude, p.longitude, nearby.km,
      json_build_object('slug', r.slug, 'code', r.code, 'name', r.name) AS region
    FROM nearby JOIN locality p USING (id) JOIN region r ON r.id = p.region_id ORDER BY nearby.km, p.id`;
}
