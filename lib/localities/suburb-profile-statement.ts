import "server-only";
import type { Channel, PropertyType } from "@/lib/listings/listing";
import type { LocalityKey } from "@/lib/localities/locality";
import type { Locality } from "@/lib/localities/place";
import { Prisma } from "@/prisma/generated/client";

/** One group of what is counted; `type` is null for all types together. Middle values as Postgres gives them, a half between two. */
type Group = {
  readonly type: PropertyType | null;
  readonly count: number;
  readonly prices: number;
  readonly price: number | null;
};

/** The one row that the statement answers; none when there is no such locality. */
export type SuburbProfileRow = {
  readonly ids: { readonly locality: number; readonly region: number };
  readonly locality: Locality;
  readonly currency: string;
  readonly asOf: string;
  /** When the next day begins in the region, in milliseconds since 1970. */
  readonly endsAtMs: number;
  readonly stock: readonly (Group & { readonly channel: Channel })[];
  /** Oldest first. */
  readonly quarters: readonly string[];
  readonly sold: readonly (Group & { readonly startsOn: string })[];
  readonly lastYear: readonly (Group & { readonly timed: number; readonly days: number | null })[];
};

const QUARTERS = 12;

/** The figures of a locality as they are at an instant, as one statement. */
export function suburbProfileStatement(key: LocalityKey, now: Date): Prisma.Sql {
  const [region = "", slug = ""] = key.split("/");
  return Prisma.sql`
    WITH place AS MATERIALIZED (
      SELECT p.*, r.time_zone, c.currency, listing_facet_key(c.currency, 'house', NULL, NULL, NULL) / 2744 AS currency_code,
        json_build_object('slug', r.slug, 'code', r.code, 'name', r.name) AS region, today,
        (date_trunc('quarter', today::timestamp) - make_interval(months => ${3 * (QUARTERS - 1)}::int))::date AS first_quarter,
        (today - interval '1 year')::date AS year_ago
      FROM region r JOIN locality p ON p.region_id = r.id JOIN country c ON c.code = r.country_code,
        LATERAL (SELECT (${now.toISOString()}::timestamptz AT TIME ZONE r.time_zone)::date AS today) calendar
      WHERE r.slug = ${region} AND p.slug = ${slug}
    ), stock AS (${STOCK}), sale AS MATERIALIZED (${SALES}), marketed AS (${MARKETED})
    SELECT json_build_object('locality', id, 'region', region_id) AS ids,
      json_build_object('slug', slug, 'name', name, 'postcode', postcode, 'region', region,
        'latitude', latitude, 'longitude', longitude) AS locality,
      currency, today::text AS "asOf", extract(epoch FROM (today + 1)::timestamp AT TIME ZONE time_zone)::float8 * 1000 AS "endsAtMs",
      (SELECT coalesce(json_agg(stock), '[]') FROM stock) AS stock,
      ARRAY(SELECT day::date::text FROM generate_series(first_quarter::timestamp, today, interval '3 months') day) AS quarters,
      (SELECT coalesce(json_agg(counted), '[]') FROM (${SOLD}) counted) AS sold,
      (SELECT coalesce(json_agg(counted), '[]') FROM (${LAST_YEAR}) counted) AS "lastYear"
    FROM place`;
}

// OFFSET 0 keeps each of these a look-up by what is known already, whatever the planner estimates.

const STOCK = Prisma.sql`
  SELECT s.channel, s.property_type AS type, count(*), count(s.price) AS prices,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY s.price) AS price
  FROM place CROSS JOIN unnest(enum_range(NULL::channel)) shown (channel) CROSS JOIN LATERAL (
    SELECT s.channel, s.property_type,
      CASE WHEN s.facet_key / 2744 = place.currency_code THEN (s.price_low + s.price_high) / 2::float8 END AS price
    FROM listing_search s WHERE s.channel = shown.channel AND s.locality_id = place.id OFFSET 0
  ) s
  GROUP BY GROUPING SETS ((s.channel), (s.channel, s.property_type))`;

/** Every sale of the last quarters on record, whatever became of the listing since: a home that was sold again was sold twice. */
const SALES = Prisma.sql`
  SELECT e.id, l.id AS listing_id, l.property_type AS type, e.occurred_on,
    CASE WHEN l.price_currency = place.currency AND e.price_low = e.price_high THEN e.price_low::float8 END AS price
  FROM place CROSS JOIN LATERAL (
    SELECT id, property_type, price_currency FROM listing WHERE locality_id = place.id OFFSET 0
  ) l CROSS JOIN LATERAL (
    SELECT id, occurred_on, price_low, price_high FROM listing_event
    WHERE listing_id = l.id AND kind = 'sold' AND occurred_on BETWEEN place.first_quarter AND place.today OFFSET 0
  ) e`;

/**
 * For each event of the homes sold in the last year: the day on which the home was first listed since it was last taken off show, and the
 * day on which an offer was accepted since it was last listed, or listed again because an offer fell through.
 */
const MARKETED = Prisma.sql`
  SELECT id,
    min(occurred_on) FILTER (WHERE kind IN ('listed', 'relisted')) OVER (PARTITION BY listing_id, campaign) AS listed_on,
    min(occurred_on) FILTER (WHERE kind = 'under_offer') OVER (PARTITION BY listing_id, campaign, listings) AS offered_on
  FROM (
    SELECT *, count(*) FILTER (WHERE kind IN ('listed', 'relisted')) OVER (
      PARTITION BY listing_id, campaign ORDER BY occurred_on, id) AS listings
    FROM (
      SELECT e.*, count(*) FILTER (WHERE kind IN ('sold', 'leased', 'withdrawn')) OVER (
        PARTITION BY e.listing_id ORDER BY e.occurred_on, e.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS campaign
      FROM (SELECT DISTINCT listing_id FROM sale, place WHERE occurred_on > year_ago) recent CROSS JOIN LATERAL (
        SELECT id, listing_id, kind, occurred_on FROM listing_event WHERE listing_id = recent.listing_id OFFSET 0
      ) e
    ) campaigns
  ) listed`;

const SOLD = Prisma.sql`
  SELECT quarter::text AS "startsOn", type, count(*), count(price) AS prices,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS price
  FROM (SELECT *, date_trunc('quarter', occurred_on::timestamp)::date AS quarter FROM sale) sold
  GROUP BY GROUPING SETS ((quarter), (quarter, type))`;

const LAST_YEAR = Prisma.sql`
  SELECT type, count(*), count(price) AS prices, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS price,
    count(days) AS timed, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS days
  FROM (
    SELECT type, price, (coalesce(offered_on, occurred_on) - listed_on)::float8 AS days
    FROM sale JOIN marketed USING (id) WHERE occurred_on > (SELECT year_ago FROM place)
  ) recent
  GROUP BY GROUPING SETS ((), (type))`;
