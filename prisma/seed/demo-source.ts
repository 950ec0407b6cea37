import type { Client } from "pg";
import { AppError } from "@/lib/errors";

const SOURCE = {
  slug: "demo",
  name: "Demonstration listings (invented)",
  credit:
    "Invented for demonstration: no such home, person or agency exists. Places and how many live there: GeoNames, CC BY 4.0.",
};

/** The demonstration listings of a portal. `next` is the number of the first that was never made; `seed` made the others. */
export type DemoSource = { readonly id: number; readonly next: number; readonly seed: number | null };

/** What the feed calls the n-th listing of a seed: says both, so that more can be added another day. */
export function externalIdOf(seed: number, n: number): string {
  return `${seed}-${n}`;
}

/** The portal's demonstration listings, or null if it never had any. AppError conflict when they are of several seeds. */
export async function findDemoSource(client: Client): Promise<DemoSource | null> {
  const { rows: sources } = await client.query<{ id: number }>("SELECT id FROM feed_source WHERE slug = $1", [
    SOURCE.slug,
  ]);
  const [source] = sources;
  if (!source) return null;
  const { rows } = await client.query<{ seed: string; last: number | null }>(
    `SELECT split_part(external_id, '-', 1) AS seed, max(nullif(split_part(external_id, '-', 2), '')::int) AS last
       FROM listing WHERE source_id = $1 GROUP BY 1`,
    [source.id],
  );
  const [made] = rows;
  if (!made) return { ...source, next: 0, seed: null };
  if (rows.length > 1 || made.last === null) {
    throw new AppError(
      "conflict",
      "The demonstration listings of this portal were made by another version of Verandah, which more cannot be added to; begin with an empty portal: bin/up --reset.",
    );
  }
  return { ...source, next: made.last + 1, seed: Number(made.seed) };
}

/** The source's row comes and goes with the listings: it says that a seed was here, also when its listings were deleted since. */
export async function createDemoSource(client: Client): Promise<DemoSource> {
  const { rows } = await client.query<{ id: number }>(
    "INSERT INTO feed_source (slug, name, kind, credit) VALUES ($1, $2, 'demo', $3) RETURNING id",
    [SOURCE.slug, SOURCE.name, SOURCE.credit],
  );
  return { id: Number(rows[0]?.id), next: 0, seed: null };
}
