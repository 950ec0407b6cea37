import "server-only";
import type { Mapping } from "@/lib/feeds/mapping";
import type { PostgresClient } from "@/lib/platform/postgres-client";

/**
 * Refuses rows that repeat an id. Only sales may: each on another day is a sale more of the same home. What else repeats an id is either
 * said twice or contradicts the first.
 */
export async function refuseRepeats(client: PostgresClient, mapping: Mapping): Promise<void> {
  await client.query(
    `WITH counted AS (
       SELECT line, external_id,
              bool_and(status = 'sold') OVER one_home AS is_history,
              min(line) OVER one_home AS first_line,
              min(line) OVER (PARTITION BY external_id, sold_on) AS first_of_day
       FROM staged_row WINDOW one_home AS (PARTITION BY external_id)
     ), repeated AS (
       DELETE FROM staged_row USING counted
       WHERE staged_row.line = counted.line
         AND counted.line <> CASE WHEN is_history THEN first_of_day ELSE first_line END
       RETURNING counted.line, counted.external_id, is_history,
                 CASE WHEN is_history THEN first_of_day ELSE first_line END AS first_line
     )
     INSERT INTO staged_issue
     SELECT line, $1, external_id,
            CASE WHEN is_history THEN 'is sold on the same day as in line ' ELSE 'was already given in line ' END || first_line
     FROM repeated`,
    [mapping.id.column],
  );
}

/**
 * One staged listing for each id, beside what is stored of it: of several sales the latest, whatever their order. An older sale than the one
 * that is stored adds to the history and leaves the listing alone (is_superseded).
 */
export async function foldRows(client: PostgresClient, sourceId: number): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE staged_listing (
       LIKE staged_row,
       listing_id integer,
       is_created boolean NOT NULL DEFAULT false,
       is_superseded boolean NOT NULL,
       prior_status listing_status,
       prior_price_display text,
       prior_price_low bigint,
       prior_price_high bigint
     ) ON COMMIT DROP`,
  );
  await client.query(
    `INSERT INTO staged_listing
     SELECT DISTINCT ON (staged_row.external_id)
            staged_row.*, listing.id, false,
            coalesce(listing.status = 'sold' AND staged_row.status = 'sold' AND listing.sold_on > staged_row.sold_on, false),
            listing.status, listing.price_display, listing.price_low, listing.price_high
     FROM staged_row LEFT JOIN listing ON listing.source_id = $1 AND listing.external_id = staged_row.external_id
     ORDER BY staged_row.external_id, staged_row.sold_on DESC NULLS LAST`,
    [sourceId],
  );
  await client.query(
    `UPDATE staged_listing SET published_at = coalesce(staged_listing.published_at, listing.published_at, now())
     FROM staged_listing AS same LEFT JOIN listing ON listing.id = same.listing_id
     WHERE same.line = staged_listing.line AND staged_listing.published_at IS NULL AND staged_listing.status <> 'draft'`,
  );
  await client.query("ANALYZE staged_listing");
}
