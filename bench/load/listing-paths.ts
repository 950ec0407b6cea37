import { listingPath, listingSlug } from "@/lib/listings/listing-path";
import { connectClient } from "@/lib/platform/postgres-client";

type Row = Parameters<typeof listingSlug>[0] & { readonly id: number };

const ROWS = `
  SELECT json_build_object('id', l.id, 'street', CASE WHEN l.hide_street THEN NULL ELSE l.street END,
    'propertyType', l.property_type,
    'locality', json_build_object('name', p.name, 'slug', p.slug,
      'region', json_build_object('slug', r.slug, 'name', r.name, 'code', r.code))) AS row
  FROM listing l JOIN locality p ON p.id = l.locality_id JOIN region r ON r.id = p.region_id
  WHERE l.id = ANY($1)`;

/** The canonical address of each listing's page. */
export async function readListingPaths(
  databaseUrl: string,
  ids: readonly number[],
): Promise<(listing: number) => string> {
  const client = await connectClient(databaseUrl);
  try {
    const { rows } = await client.query<{ row: Row }>(ROWS, [ids]);
    const paths = new Map(
      rows.map(({ row }) => [row.id, listingPath({ id: row.id, slug: listingSlug(row) })]),
    );
    return (listing) => {
      const path = paths.get(listing);
      if (path === undefined) throw new Error(`Listing ${listing} is none of those that were read.`);
      return path;
    };
  } finally {
    await client.end();
  }
}
