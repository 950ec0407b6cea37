import "server-only";
import type { ListingCard } from "@/lib/listings/listing";
import { SITEMAP_SPAN } from "@/lib/listings/sitemap-part";
import { Prisma } from "@/prisma/generated/client";

/** What the path of a listing is made of, and when it was last changed. */
export type SitemapRow = Pick<ListingCard, "id" | "street" | "propertyType"> & {
  readonly name: string;
  readonly changedAt: string;
};

/** The number of the last part that holds something; 0 where there is nothing. */
export const SITEMAP_PARTS: Prisma.Sql = Prisma.sql`
  SELECT coalesce((max(id) - 1) / ${Prisma.raw(String(SITEMAP_SPAN))} + 1, 0) AS parts FROM listing_search`;

/** Of each of these parts the regions that have something in it, by name. */
export function sitemapRegionsStatement(parts: readonly number[]): Prisma.Sql {
  return Prisma.sql`
    SELECT part, ARRAY(
      SELECT DISTINCT r.slug FROM (
        SELECT DISTINCT locality_id FROM listing
        WHERE id > (part - 1) * ${SITEMAP_SPAN}::bigint AND id <= part * ${SITEMAP_SPAN}::bigint AND channel IS NOT NULL) l
      JOIN locality p ON p.id = l.locality_id JOIN region r ON r.id = p.region_id ORDER BY r.slug) AS regions
    FROM unnest(${[...parts]}::integer[]) part`;
}

/** The public listings of a region whose ids are of a part: one row with the region's id, or none where there is no such region. */
export function sitemapPartStatement(region: string, part: number): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id AS "regionId", coalesce((
      SELECT json_agg(json_build_object(
        'id', l.id,
        'street', CASE WHEN NOT l.hide_street THEN l.street END,
        'propertyType', l.property_type,
        'name', p.name,
        'changedAt', to_char(l.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY l.id)
      FROM listing l JOIN locality p ON p.id = l.locality_id
      WHERE l.id > ${(part - 1) * SITEMAP_SPAN}::bigint AND l.id <= ${part * SITEMAP_SPAN}::bigint
        AND l.channel IS NOT NULL AND p.region_id = r.id), '[]') AS rows
    FROM region r WHERE r.slug = ${region}`;
}
