import "server-only";
import type { Mapping } from "@/lib/feeds/mapping";
import type { ResolveLocalities, WantedLocality } from "@/lib/localities/resolve-localities";
import type { PostgresClient } from "@/lib/platform/postgres-client";

/** Gives each staged row its locality; rows whose locality is not to be had move to the issues. Returns how many localities were made. */
export async function placeRows(
  client: PostgresClient,
  mapping: Mapping,
  resolve: ResolveLocalities,
): Promise<number> {
  const { rows: wanted } = await client.query<WantedLocality>(
    `SELECT locality_name AS name, locality_postcode AS postcode, avg(latitude) AS latitude, avg(longitude) AS longitude
     FROM staged_row GROUP BY locality_name, locality_postcode ORDER BY min(line)`,
  );
  const { create } = mapping.locality;
  const { found, createdCount } = await resolve(client, { region: mapping.region, create }, wanted);
  const answers = JSON.stringify(wanted.map((place, index) => ({ ...place, ...found[index] })));
  await client.query(
    `UPDATE staged_row SET locality_id = answer.id
     FROM jsonb_to_recordset($1::jsonb) AS answer (name text, postcode text, id integer)
     WHERE locality_name = answer.name AND locality_postcode IS NOT DISTINCT FROM answer.postcode`,
    [answers],
  );
  await client.query(
    `INSERT INTO staged_issue
     SELECT line, $2, locality_name, answer.reason
     FROM staged_row
     JOIN jsonb_to_recordset($1::jsonb) AS answer (name text, postcode text, reason text)
       ON locality_name = answer.name AND locality_postcode IS NOT DISTINCT FROM answer.postcode
     WHERE locality_id IS NULL`,
    [answers, mapping.locality.name.column],
  );
  await client.query("DELETE FROM staged_row WHERE locality_id IS NULL");
  return createdCount;
}
