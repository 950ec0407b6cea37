import type { Client } from "pg";
import { dayIn } from "@/lib/listings/region-day";
import { createGenerator } from "@/prisma/seed/demo/generate";
import type { DemoPlace } from "@/prisma/seed/demo/market";
import { createDemoSource, externalIdOf, findDemoSource } from "@/prisma/seed/demo-source";
import { writeDemo } from "@/prisma/seed/load/write-demo";
import { createPeople } from "@/prisma/seed/people";

// The day begins here first, so that "today" is over nowhere in the country.
const FIRST_TIME_ZONE = "Australia/Sydney";
const SET_ASIDE_FROM = 50_000;

export type AddDemoOptions = {
  /** How many there are to be in the end. */
  readonly listings: number;
  readonly seedNumber: number;
  /** YYYY-MM-DD; histories end before it and inspections follow it. */
  readonly today?: string | undefined;
  /** From how many at a time on the indexes are set aside meanwhile; 50,000 when not given. */
  readonly setAsideFrom?: number | undefined;
  readonly at: (done: number) => void;
  readonly log: (line: string) => void;
};

/** Adds the demonstration listings that are missing, in one transaction: interrupted, it has added none. Answers how many. */
export async function addDemo(client: Client, options: AddDemoOptions): Promise<number> {
  const { listings, seedNumber, setAsideFrom = SET_ASIDE_FROM, at, log } = options;
  const today = options.today ?? dayIn(FIRST_TIME_ZONE, new Date());
  const generator = createGenerator(await findPlaces(client), { seed: seedNumber, today });
  await client.query("BEGIN");
  try {
    const source = (await findDemoSource(client)) ?? (await createDemoSource(client));
    await writeDemo(client, generator, {
      ...{ sourceId: source.id, start: source.next, end: listings, setAsideFrom, at, log },
      externalIdOf: (n) => externalIdOf(seedNumber, n),
    });
    await client.query("COMMIT");
    await makeReadable(client, log);
    return listings - source.next;
  } catch (thrown) {
    // A connection that broke has rolled back by itself, and what broke it is what to tell.
    await client.query("ROLLBACK").catch(() => {});
    throw thrown;
  }
}

/** Until pages are known to be visible to everybody, searches look into the tables for what their indexes say. */
async function makeReadable(client: Client, log: (line: string) => void): Promise<void> {
  await client.query("VACUUM (ANALYZE) listing_search, inspection").catch(() => {
    log(
      "searches are slower until Postgres has been through their tables (autovacuum): this could not wait for it",
    );
  });
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
