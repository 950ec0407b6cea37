import "server-only";
import type { CardIds } from "@/lib/listings/freshness";
import type { Channel, ListingId } from "@/lib/listings/listing";
import { CARD_IDS_JSON, CARD_JSON, CARD_TABLES, type CardRow } from "@/lib/listings/listing-row";
import { Prisma } from "@/prisma/generated/client";

const SIMILAR_MAX = 6;
/** Between the middles of two localities. */
const NEAR_KM = 10;
/** A degree of latitude is 111.19 km. */
const NEAR_DEGREES = 0.09;
/** No place is looked at once so many listings were, or so many places: what bounds one answer, and what it depends on. */
const LOOKED_AT_MAX = 2_000;
const PLACES_MAX = 100;

/** The one row that the statement answers; none when there is no such listing, or when it is a draft. */
export type SimilarRow = {
  /** Where it is, or was, on show. */
  readonly channel: Channel;
  readonly isPublic: boolean;
  /** The localities whose listings were looked at, its own first. */
  readonly walked: readonly number[];
  /** Whether it was asked which places are near. */
  readonly hasLookedAround: boolean;
  /** Twice the middle of its price; null where it has none. */
  readonly twicePrice: number | null;
  /** Whether as many are shown as can be, each alike in everything, and then by how much, at most, twice the middles of their prices differ. */
  readonly alikeWithin: number | null;
  readonly items: readonly { readonly card: CardRow; readonly ids: CardIds }[];
};

// The price is twice the middle of its range, so that everything is compared in whole numbers.
const PRICE_DIFFERENCE = Prisma.sql`CASE WHEN s.facet_key / 2744 = g.currency
  THEN abs(s.price_low + s.price_high - g.price) END`;
const POINTS = Prisma.sql`(
  (s.property_type = g.property_type)::int
  + coalesce(abs(s.bedrooms - g.bedrooms) <= 1, s.bedrooms IS NULL AND g.bedrooms IS NULL)::int
  + coalesce(${PRICE_DIFFERENCE} * 5 <= g.price, false)::int)`;

/** The listings of one place, from listing_search_place alone; OFFSET 0 keeps it so whatever is estimated. */
const listingsOf = (place: Prisma.Sql) => Prisma.sql`LATERAL (
  SELECT * FROM (
    SELECT s.id, s.property_type, s.bedrooms, s.facet_key, s.price_low, s.price_high, s.published_at
    FROM listing_search s WHERE s.channel = g.channel AND s.locality_id = ${place} OFFSET 0
  ) s WHERE s.id <> g.id
)`;

/**
 * Listings like one that is or was public, as one statement (findSimilarListings says which). Places are gone through, the nearest first,
 * until as many listings are found as are shown that are alike in everything: those of places farther off would come after them.
 */
export function similarStatement(id: ListingId): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE given AS MATERIALIZED (${given(id)}), near AS MATERIALIZED (${near()}),
    walk AS (
      SELECT 0 AS step, g.locality_id, c.looked_at, c.alike FROM given g CROSS JOIN LATERAL (${count(Prisma.sql`g.locality_id`)}) c
      UNION ALL
      SELECT w.step + 1, near.ids[w.step + 1], w.looked_at + c.looked_at, w.alike + c.alike
      FROM walk w CROSS JOIN given g CROSS JOIN near CROSS JOIN LATERAL (${count(Prisma.sql`near.ids[w.step + 1]`)}) c
      WHERE ${goesOn(Prisma.sql`w`)} AND w.step < least(cardinality(near.ids), ${PLACES_MAX - 1}::int)
    ), best AS (
      SELECT s.id, ${POINTS} AS points, w.step, ${PRICE_DIFFERENCE} AS price_difference, s.published_at
      FROM walk w CROSS JOIN given g CROSS JOIN ${listingsOf(Prisma.sql`w.locality_id`)} s
      WHERE ${POINTS} >= 2
      ORDER BY points DESC, step, price_difference, published_at DESC, id DESC LIMIT ${SIMILAR_MAX}
    )
    SELECT g.channel, g.is_public AS "isPublic", (SELECT array_agg(locality_id ORDER BY step) FROM walk) AS walked,
      (SELECT ${goesOn(Prisma.sql`w`)} FROM walk w WHERE step = 0) AS "hasLookedAround", g.price::float8 AS "twicePrice",
      (SELECT CASE WHEN count(*) = ${SIMILAR_MAX} AND min(points) = 3 THEN max(price_difference)::float8 END FROM best) AS "alikeWithin",
      (${cards()}) AS items
    FROM given g`;
}

function given(id: ListingId): Prisma.Sql {
  return Prisma.sql`
    SELECT l.id, l.channel IS NOT NULL AS is_public,
      coalesce(l.channel, CASE l.offer WHEN 'sale' THEN 'buy'::channel ELSE 'rent'::channel END) AS channel,
      l.locality_id, p.latitude, p.longitude, l.property_type, l.bedrooms, l.price_low + l.price_high AS price,
      listing_facet_key(l.price_currency, 'house', NULL, NULL, NULL) / 2744 AS currency,
      CASE WHEN l.price_low IS NULL THEN 2 ELSE 3 END AS points_max
    FROM listing l JOIN locality p ON p.id = l.locality_id
    WHERE l.id = ${id} AND l.status <> 'draft'`;
}

/** The other places within reach, the nearest first. The height of the strip alone is cheap to ask; haversines are for what lies in it. */
function near(): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(array_agg(id ORDER BY km, id), '{}') AS ids FROM (
      SELECT p.id, distance_km(g.latitude, g.longitude, p.latitude, p.longitude) AS km
      FROM given g JOIN locality p ON abs(p.latitude - g.latitude) <= ${NEAR_DEGREES}::float8 AND p.id <> g.locality_id
    ) around WHERE km <= ${NEAR_KM}::int`;
}

function count(place: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) AS looked_at, count(*) FILTER (WHERE ${POINTS} = g.points_max) AS alike FROM ${listingsOf(place)} s`;
}

function goesOn(walk: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${walk}.alike < ${SIMILAR_MAX} AND ${walk}.looked_at < ${LOOKED_AT_MAX}`;
}

function cards(): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object('card', shown.card, 'ids', shown.ids)
      ORDER BY points DESC, step, price_difference, published_at DESC, best.id DESC), '[]')
    FROM best CROSS JOIN LATERAL (
      SELECT ${CARD_JSON} AS card, ${CARD_IDS_JSON} AS ids FROM ${CARD_TABLES} WHERE l.id = best.id
    ) shown`;
}
