import "server-only";
import type { Mapping } from "@/lib/feeds/mapping";
import { LISTING_COLUMNS } from "@/lib/feeds/staged-columns";
import type { PostgresClient } from "@/lib/platform/postgres-client";

/** Remembers which stored listings a run changed. */
const CHANGES = "CREATE TEMPORARY TABLE staged_change (listing_id integer) ON COMMIT DROP";

/** Writes the staged listings: changed columns of those that are stored, and new ones. What is the same is not touched. */
export async function applyListings(
  client: PostgresClient,
  mapping: Mapping,
  sourceId: number,
): Promise<void> {
  const mapped = LISTING_COLUMNS.filter(({ isMapped }) => isMapped?.(mapping) ?? true);
  const names = ["locality_id", ...mapped.map(({ column }) => column)];
  const list = (table: string) => names.map((name) => `${table}.${name}`).join(", ");
  await client.query(CHANGES);
  await client.query(
    `WITH changed AS (
       UPDATE listing SET ${names.map((name) => `${name} = staged_listing.${name}`).join(", ")}
       FROM staged_listing
       WHERE listing.id = staged_listing.listing_id AND NOT is_superseded
         AND (${list("listing")}) IS DISTINCT FROM (${list("staged_listing")})
       RETURNING listing.id
     ) INSERT INTO staged_change SELECT id FROM changed`,
  );
  await client.query(
    `WITH created AS (
       INSERT INTO listing (source_id, external_id, ${names.join(", ")})
       SELECT $1, external_id, ${names.join(", ")} FROM staged_listing WHERE listing_id IS NULL ORDER BY line
       RETURNING id, external_id
     )
     UPDATE staged_listing SET listing_id = created.id, is_created = true
     FROM created WHERE staged_listing.external_id = created.external_id`,
    [sourceId],
  );
}
