import { finished } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import type { DemoGenerator } from "@/prisma/seed/demo/generate";
import { DEMO_TABLES, type DemoTable, demoLines } from "@/prisma/seed/load/demo-lines";
import { setAside } from "@/prisma/seed/load/set-aside";
import { writeOffices } from "@/prisma/seed/load/write-offices";

/** Enough for a COPY to be worth its way, few enough to be no burden in memory. */
const BATCH_LISTINGS = 1000;
/** Between two of these the socket gets its turn, so that Postgres writes one batch while the next is made. */
const SLICE_LISTINGS = 50;
// Of few beside many it is quicker to keep the indexes.
const SET_ASIDE_SHARE = 0.25;
const INDEX_MEMORY = "128MB";
/** For what the search's triggers sort of one batch: with less, each goes by way of a file. */
const BATCH_MEMORY = "32MB";

const TABLES = ["listing", "listing_agent", "listing_event", "inspection"] as const satisfies DemoTable[];
/** Without foreign keys, inspections can come first: what is searched is then written once, with the days on which a listing is open. */
const INSPECTIONS_FIRST = [
  "inspection",
  "listing",
  "listing_agent",
  "listing_event",
] as const satisfies DemoTable[];
/** What triggers write along with them. */
const SEARCH_TABLES = ["listing_search", "search_word", "search_feature"] as const;

export type DemoLoad = {
  readonly sourceId: number;
  /** The first listing to write and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** So many at a time are quicker written without indexes, which are made anew afterwards. */
  readonly setAsideFrom: number;
  readonly externalIdOf: (n: number) => string;
  readonly at: (written: number) => void;
  readonly log: (line: string) => void;
};

/**
 * Writes listings of the generator with offices, agents, histories and inspections, inside the caller's transaction: everything or
 * nothing. Memory holds two batches however many there are. While many are written the tables' indexes and foreign keys are set
 * aside, and nobody else can read the tables.
 */
export async function writeDemo(client: Client, generator: DemoGenerator, load: DemoLoad): Promise<void> {
  const { start, end, setAsideFrom, log } = load;
  const isLarge = end - start >= setAsideFrom && end - start > SET_ASIDE_SHARE * start;
  const offices = await writeOffices(client, generator.offices);
  const firstId = await reserveIds(client, end - start);
  const restore = isLarge
    ? await setAside(client, [...TABLES, "listing_search"], { kept: ["inspection_listing"] })
    : async () => {};
  await client.query(`SET LOCAL work_mem = '${BATCH_MEMORY}'`);
  await writeListings(client, { ...load, tables: isLarge ? INSPECTIONS_FIRST : TABLES }, (n) =>
    demoLines(generator.listing(n), {
      id: firstId + n - start,
      externalId: load.externalIdOf(n),
      sourceId: load.sourceId,
      offices,
    }),
  );
  if (isLarge) log("making the indexes and checking the foreign keys");
  await client.query(`SET LOCAL maintenance_work_mem = '${INDEX_MEMORY}'`);
  await restore();
  await client.query(`ANALYZE ${[...TABLES, ...SEARCH_TABLES].join(", ")}, agency, agent`);
}

type Lines = Readonly<Record<DemoTable, string>>;

async function writeListings(
  client: Client,
  { start, end, at, tables }: DemoLoad & { readonly tables: readonly DemoTable[] },
  linesOf: (n: number) => Lines,
) {
  let writing = Promise.resolve();
  for (let first = start; first < end; first += BATCH_LISTINGS) {
    const batch = await makeBatch(first, Math.min(first + BATCH_LISTINGS, end), linesOf);
    await writing;
    at(first - start);
    writing = copyBatch(client, batch, tables);
    // Should making the next batch throw, nobody would wait for this one, and its failure would end the process.
    writing.catch(() => {});
  }
  await writing;
  at(end - start);
}

async function makeBatch(first: number, end: number, linesOf: (n: number) => Lines): Promise<Lines> {
  const batch = { listing: "", listing_agent: "", listing_event: "", inspection: "" };
  for (let n = first; n < end; n += 1) {
    const lines = linesOf(n);
    for (const table of TABLES) batch[table] += lines[table];
    if (n % SLICE_LISTINGS === 0) await setImmediate();
  }
  return batch;
}

async function copyBatch(client: Client, batch: Lines, tables: readonly DemoTable[]): Promise<void> {
  for (const table of tables) {
    const copy = client.query(from(`COPY ${table} (${DEMO_TABLES[table]}) FROM STDIN`));
    copy.end(batch[table]);
    await finished(copy);
  }
}

/** The first of `count` ids in a row. The lock keeps others from taking an id between the two calls. */
async function reserveIds(client: Client, count: number): Promise<number> {
  await client.query("LOCK TABLE listing IN SHARE ROW EXCLUSIVE MODE");
  const { rows } = await client.query<{ id: string }>("SELECT nextval('listing_id_seq') AS id");
  const firstId = Number(rows[0]?.id);
  await client.query("SELECT setval('listing_id_seq', $1)", [firstId + Math.max(count, 1) - 1]);
  return firstId;
}
