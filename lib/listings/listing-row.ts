import "server-only";
import type { ListingCard } from "@/lib/listings/listing";
import { listingSlug } from "@/lib/listings/listing-path";
import { mainPictureOf } from "@/lib/media/media";
import { Prisma } from "@/prisma/generated/client";

/** A card as Postgres puts it together; its slug and its picture are made here. */
export type CardRow = Omit<ListingCard, "slug" | "image">;

/** What a card shows, as JSON, of `l` with the tables of CARD_TABLES. The one place that hides a street. */
export const CARD_JSON = Prisma.sql`json_build_object(
  'id', l.id,
  'channel', l.channel,
  'status', l.status,
  'offer', l.offer,
  'propertyType', l.property_type,
  'headline', l.headline,
  'price', json_build_object(
    'display', l.price_display, 'low', l.price_low, 'high', l.price_high, 'currency', l.price_currency),
  'beds', l.bedrooms,
  'baths', trim_scale(l.bathrooms),
  'parking', l.parking,
  'landAreaM2', l.land_area_m2,
  'floorAreaM2', l.floor_area_m2,
  'street', CASE WHEN NOT l.hide_street THEN l.street END,
  'locality', json_build_object(
    'slug', p.slug, 'name', p.name, 'postcode', p.postcode,
    'region', json_build_object('slug', r.slug, 'code', r.code, 'name', r.name)),
  'agency', CASE WHEN a.id IS NOT NULL THEN json_build_object('slug', a.slug, 'name', a.name) END,
  'publishedAt', to_char(l.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'soldOn', to_char(l.sold_on, 'YYYY-MM-DD'),
  'source', CASE WHEN f.id IS NOT NULL
    THEN json_build_object('slug', f.slug, 'name', f.name, 'isDemo', f.kind = 'demo') END
)`;

/** The ids of the rows that a card is made of, for the tags of whatever shows it (CardIds in freshness.ts). */
export const CARD_IDS_JSON = Prisma.sql`json_build_object(
  'locality', l.locality_id, 'region', p.region_id, 'agency', l.agency_id, 'source', l.source_id)`;

export const CARD_TABLES = Prisma.sql`listing l
  JOIN locality p ON p.id = l.locality_id
  JOIN region r ON r.id = p.region_id
  LEFT JOIN agency a ON a.id = l.agency_id
  LEFT JOIN feed_source f ON f.id = l.source_id`;

export function toCard(row: CardRow): ListingCard {
  return { ...row, slug: listingSlug(row), image: mainPictureOf(row) };
}
