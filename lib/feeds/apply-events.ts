import "server-only";
import type { PostgresClient } from "@/lib/platform/postgres-client";

/**
 * Writes the history: every sale on its day, and for the rest what this run changed (listed, relisted, under offer, leased, withdrawn, another price),
 * on the day that it is in the region. Returns how many sales were added.
 */
export async function applyEvents(client: PostgresClient, region: string): Promise<number> {
  await client.query(STATUS_CHANGES, [region]);
  await client.query(PRICE_CHANGES, [region]);
  const { rows } = await client.query<{ added: number }>(SALES);
  return rows[0]?.added ?? 0;
}

const TODAY = "(SELECT (now() AT TIME ZONE time_zone)::date FROM region WHERE slug = $1)";

const STATUS_CHANGES = `
  INSERT INTO listing_event (listing_id, kind, occurred_on, price_display, price_low, price_high)
  SELECT listing_id,
         CASE status
           WHEN 'active' THEN CASE WHEN coalesce(prior_status, 'draft') = 'draft' THEN 'listed' ELSE 'relisted' END
           ELSE status::text
         END::listing_event_kind,
         CASE
           WHEN status = 'leased' THEN leased_on
           WHEN prior_status IS NULL THEN (published_at AT TIME ZONE 'UTC')::date
           ELSE ${TODAY}
         END,
         price_display, price_low, price_high
  FROM staged_listing
  WHERE NOT is_superseded AND status NOT IN ('draft', 'sold') AND prior_status IS DISTINCT FROM status
  ORDER BY line`;

const PRICE_CHANGES = `
  INSERT INTO listing_event (listing_id, kind, occurred_on, price_display, price_low, price_high)
  SELECT listing_id, 'price_changed', ${TODAY}, price_display, price_low, price_high
  FROM staged_listing
  WHERE status IN ('active', 'under_offer') AND prior_status IN ('active', 'under_offer')
    AND (CASE WHEN price_low IS NULL AND prior_price_low IS NULL THEN price_display <> prior_price_display
         ELSE (price_low, price_high) IS DISTINCT FROM (prior_price_low, prior_price_high) END)
  ORDER BY line`;

// A sale that is stored as it is given is left out, rather than left to ON CONFLICT: that would lock every row and burn an id for each.
const SALES = `
  WITH sale AS (
    SELECT staged_listing.listing_id, is_created, staged_row.line, staged_row.sold_on, staged_row.price_display,
           coalesce(staged_row.sold_price, staged_row.price_low) AS price_low,
           coalesce(staged_row.sold_price, staged_row.price_high) AS price_high
    FROM staged_row JOIN staged_listing USING (external_id)
    WHERE staged_row.status = 'sold'
  ), written AS (
    INSERT INTO listing_event (listing_id, kind, occurred_on, price_display, price_low, price_high)
    SELECT sale.listing_id, 'sold', sale.sold_on, sale.price_display, sale.price_low, sale.price_high
    FROM sale LEFT JOIN listing_event AS stored
      ON stored.listing_id = sale.listing_id AND stored.kind = 'sold' AND stored.occurred_on = sale.sold_on
    WHERE stored.id IS NULL
       OR (stored.price_display, stored.price_low, stored.price_high)
          IS DISTINCT FROM (sale.price_display, sale.price_low, sale.price_high)
    ORDER BY sale.sold_on, sale.line
    ON CONFLICT (listing_id, occurred_on) WHERE kind = 'sold'
      DO UPDATE SET price_display = excluded.price_display, price_low = excluded.price_low, price_high = excluded.price_high
    RETURNING listing_id, xmax = 0 AS is_added
  ), noted AS (
    INSERT INTO staged_change SELECT listing_id FROM written
  )
  SELECT (count(*) FILTER (WHERE is_added))::integer AS added FROM written`;
