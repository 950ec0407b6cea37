import type { Client } from "pg";
import { addDemo } from "@/prisma/seed/add-demo";
import { findDemoSource } from "@/prisma/seed/demo-source";
import { withSeedSession } from "@/prisma/seed/seed-session";

export const DEFAULT_SEED = 1;

export type SeedOptions = {
  /** How many demonstration listings. */
  readonly listings: number;
  readonly log?: (line: string) => void;
  /** Told how many listings are written; for a progress bar. */
  readonly at?: (done: number) => void;
  /** Another number makes other listings. */
  readonly seedNumber?: number;
  /** YYYY-MM-DD; histories end before it and inspections follow it. */
  readonly today?: string;
};

export type Seeded = {
  readonly seeded: boolean;
  /** How many there are now. */
  readonly localities: number;
  readonly listings: number;
};

/**
 * Fills an empty portal with the localities of Australia and invented listings; a database that has listings, or had this seed,
 * is left as it is. Processes that start together seed once. The listings come in one transaction: a seed that was interrupted
 * leaves none, and the next call makes them. AppError unavailable without a database or while another seeds for minutes.
 */
export function seed(databaseUrl: string, options: SeedOptions): Promise<Seeded> {
  const { seedNumber = DEFAULT_SEED, at = () => {}, log = () => {}, listings, today } = options;
  return withSeedSession(databaseUrl, async ({ client, addLocalities }) => {
    if ((await hasListings(client)) || (await findDemoSource(client))) {
      const counts = await countAll(client);
      log(`the database is in use (${counts.listings} listings); nothing was seeded`);
      return { seeded: false, ...counts };
    }
    log(`${await addLocalities()} localities added`);
    await addDemo(client, { listings, seedNumber, today, at, log });
    const counts = await countAll(client);
    log(`${counts.listings} invented listings in ${counts.localities} localities`);
    return { seeded: true, ...counts };
  });
}

export async function hasListings(client: Client): Promise<boolean> {
  const { rows } = await client.query("SELECT FROM listing LIMIT 1");
  return rows.length > 0;
}

async function countAll(client: Client): Promise<{ localities: number; listings: number }> {
  const { rows } = await client.query<{ localities: number; listings: number }>(
    `SELECT (SELECT count(*) FROM locality)::int AS localities, (SELECT count(*) FROM listing)::int AS listings`,
  );
  return rows[0] ?? { localities: 0, listings: 0 };
}
