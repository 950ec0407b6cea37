import "server-only";
import type { SalesFigures, Seller } from "@/lib/agencies/sales-figures";
import { Prisma } from "@/prisma/generated/client";

export type SalesRow = {
  readonly ids: { readonly agency: number; readonly agent: number | null };
  readonly figures: SalesFigures;
};

/** Of fewer a middle value says more of one home than of the seller. */
const MEDIAN_OF_MIN = Prisma.raw("3");

/** What a seller sold in the year before a day (YYYY-MM-DD); no row when there is no such seller. */
export function salesStatement(seller: Seller, day: string): Prisma.Sql {
  return Prisma.sql`
    WITH seller AS MATERIALIZED (${sellerNamed(seller)}),
    sale AS MATERIALIZED (
      SELECT l.price_currency AS currency, s.sold_on - (s.published_at AT TIME ZONE r.time_zone)::date AS days,
        l.sold_price::float8 AS price
      FROM seller JOIN listing_search s ON s.agency_id = seller.agency AND s.channel = 'sold'
        JOIN listing l ON l.id = s.id JOIN locality p ON p.id = s.locality_id JOIN region r ON r.id = p.region_id
      WHERE s.sold_on > (${day}::date - interval '1 year')::date AND ${soldBy(seller)}
    ), usual AS (SELECT mode() WITHIN GROUP (ORDER BY currency) AS currency FROM sale)
    SELECT json_build_object('agency', seller.agency, 'agent', seller.agent) AS ids, (
      SELECT json_build_object(
        'since', (${day}::date - interval '1 year')::date::text,
        'sales', count(*),
        'currency', max(usual.currency),
        'price', ${medianOf(Prisma.sql`CASE WHEN sale.currency = usual.currency THEN sale.price END`)},
        'daysOnMarket', ${medianOf(Prisma.sql`CASE WHEN days >= 0 THEN days::float8 END`)})
      FROM sale, usual
    ) AS figures
    FROM seller`;
}

function sellerNamed({ kind, slug }: Seller): Prisma.Sql {
  return kind === "agency"
    ? Prisma.sql`SELECT id AS agency, NULL::integer AS agent FROM agency WHERE slug = ${slug}`
    : Prisma.sql`SELECT agency_id AS agency, id AS agent FROM agent WHERE slug = ${slug}`;
}

function soldBy({ kind }: Seller): Prisma.Sql {
  return kind === "agency"
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT FROM listing_agent la WHERE la.listing_id = s.id AND la.agent_id = seller.agent)`;
}

function medianOf(value: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`json_build_object('count', count(${value}), 'median', CASE WHEN count(${value}) >= ${MEDIAN_OF_MIN}
    THEN round((percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value}))::numeric) END)`;
}
