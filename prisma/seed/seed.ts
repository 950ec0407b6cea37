import type { Client } from "pg";
import { AppError } from "@/lib/errors";
import { dayIn } from "@/lib/listings/region-day";
import { connectClient } from "@/lib/platform/postgres-client";
import { connectDatabase } from "@/lib/platform/prisma";
import { createGenerator } from "@/prisma/seed/demo/generate";
import type { DemoPlace } from "@/prisma/seed/demo/market";
import { writeDemo } from "@/prisma/seed/demo/write-demo";
import { seedLocalities } from "@/prisma/seed/localities";
import { createPeople } from "@/prisma/seed/people";

const SEED_LOCK = 72_707_402;
const LOCK_WAIT_MS = 600_000;
const LOCALITIES_TIMEOUT_MS = 60_000;
const DEFAULT_SEED = 1;
// The day begins here first, so that "today" is over nowhere in the country.
const FIRST_TIME_ZONE = "Australia/Sydney";

const SOURCE = {
  slug: "demo",
  name: "Demonstration listings (invented)",
  credit:
    "Invented for demonstration: no such home, person or agency exists. Places and how many live there: GeoNames, CC BY 4.0.",
};

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
export async function seed(databaseUrl: string, options: SeedOptions): Promise<Seeded> {
  const log = options.log ?? (() => {});
  const client = await connectClient(databaseUrl);
  try {
    await lock(client);
    if (!(await isEmpty(client))) {
      const counts = await countAll(client);
      log(`the database is in use (${counts.listings} listings); nothing was seeded`);
      return { seeded: false, ...counts };
    }
    await addLocalities(databaseUrl, log);
    await addListings(client, options);
    const counts = await countAll(client);
    log(`${counts.listings} invented listings in ${counts.localities} localities`);
    return { seeded: true, ...counts };
  } finally {
    // The lock belongs to the session and goes with it, as does a transaction that was not committed.
    await client.end();
  }
}

async function lock(client: Client): Promise<void> {
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
  } catch (cause) {
    const minutes = LOCK_WAIT_MS / 60_000;
    const message = `Another process has been seeding this database for more than ${minutes} minutes; wait for it or end it, then try again.`;
    throw new AppError("unavailable", message, { cause });
  }
}

/** The source's row comes and goes with the listings: it says that a seed was here, also when its listings were deleted since. */
async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ is_empty: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM listing)
        AND NOT EXISTS (SELECT FROM feed_source WHERE slug = $1) AS is_empty`,
    [SOURCE.slug],
  );
  return rows[0]?.is_empty === true;
}

async function addLocalities(databaseUrl: string, log: (line: string) => void): Promise<void> {
  const database = connectDatabase({
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: 1,
    DATABASE_CONNECT_TIMEOUT_MS: LOCALITIES_TIMEOUT_MS,
    DATABASE_STATEMENT_TIMEOUT_MS: LOCALITIES_TIMEOUT_MS,
  });
  try {
    const { created } = await seedLocalities(database);
    log(`${created} localities added`);
  } finally {
    await database.$disconnect();
  }
}

async function addListings(client: Client, options: SeedOptions): Promise<void> {
  const { listings: count, seedNumber = DEFAULT_SEED, at = () => {} } = options;
  const today = options.today ?? dayIn(FIRST_TIME_ZONE, new Date());
  const generator = createGenerator(await findPlaces(client), { seed: seedNumber, today });
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ id: number }>(
      "INSERT INTO feed_source (slug, name, kind, credit) VALUES ($1, $2, 'demo', $3) RETURNING id",
      [SOURCE.slug, SOURCE.name, SOURCE.credit],
    );
    await writeDemo(client, generator, { count, sourceId: Number(rows[0]?.id), at });
    await client.query("COMMIT");
  } catch (thrown) {
    await client.query("ROLLBACK");
    throw thrown;
  }
}

async function findPlaces(client: Client): Promise<DemoPlace[]> {
  const peopleOf = createPeople();
  const { rows } = await client.query<Omit<DemoPlace, "people">>(
    `SELECT locality.id, locality.slug, locality.name, latitude, longitude,
            region.slug AS "regionSlug", time_zone AS "timeZone", currency
       FROM locality JOIN region ON region.id = region_id JOIN country ON country.code = country_code
      WHERE country_code = 'au'`,
  );
  return rows.map((place) => ({ ...place, people: peopleOf(place) }));
}

async function countAll(client: Client): Promise<{ localities: number; listings: number }> {
  const { rows } = await client.query<{ localities: number; listings: number }>(
    `SELECT (SELECT count(*) FROM locality)::int AS localities, (SELECT count(*) FROM listing)::int AS listings`,
  );
  return rows[0] ?? { localities: 0, listings: 0 };
}
