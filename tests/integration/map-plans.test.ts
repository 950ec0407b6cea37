import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { findAskedWords } from "@/lib/listings/asked-words";
import { mapSearch, parseMapQuery } from "@/lib/listings/map-query";
import { mapStatement } from "@/lib/listings/map-statement";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertAgency, insertLocality } from "@/tests/support/listings";

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string | undefined;
  readonly "Index Name"?: string | undefined;
  readonly "Index Cond"?: string | undefined;
  readonly Plans?: readonly Plan[] | undefined;
};
const PLAN: z.ZodType<Plan> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Index Name": z.string().optional(),
    "Index Cond": z.string().optional(),
    Plans: z.array(PLAN).optional(),
  }),
);
const EXPLAINED = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: PLAN })]) })]);

const WINDOWS = [
  "bounds=112,-44,154,-10&zoom=4",
  "bounds=147,-36,155,-31&zoom=7",
  "bounds=150.9,-34,151.35,-33.7&zoom=11",
  "bounds=151.17,-33.91,151.19,-33.89&zoom=15",
];
/** What the index of cells has. */
const COVERED = [
  "channel=buy",
  "price=500000-1500000&beds=3-",
  "channel=sold&type=villa&baths=2-&parking=1&land=300-",
  "new=7",
  "open=weekend",
  // Which days are left of it depends on where a listing stands.
  `open=${new Date().toISOString().slice(0, 10)}&beds=2-`,
];
const OTHERS = [
  "region=nsw",
  "locality=nsw/place-7&around=20",
  "keywords=orchard",
  "feature=orchard",
  "agency=harbour",
  "agent=harbour-agent",
];

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let psql: Client;
beforeAll(async () => {
  held = await createTestDatabase();
  psql = await connectClient(held.url);
  await insertAgency(held.database, "harbour");
  for (let place = 0; place < 50; place++)
    await insertLocality(held.database, { name: `Place ${place}`, region: place < 25 ? "nsw" : "vic" });
  await psql.query(LISTINGS);
  await psql.query("VACUUM ANALYZE");
}, 120_000);
afterAll(async () => {
  await psql.end();
  await held.close();
});

/** Straight into both tables: writing twenty thousand through the triggers takes longer than all the rest. */
const LISTINGS = `
  ALTER TABLE listing DISABLE TRIGGER USER;
  INSERT INTO listing (offer, status, property_type, headline, price_display, price_low, price_high, price_currency, bedrooms,
    locality_id, latitude, longitude, published_at, sold_on)
  SELECT 'sale', CASE WHEN n % 5 = 0 THEN 'sold' ELSE 'active' END::listing_status, 'house', 'House', 'On request', 900000, 1000000, 'AUD', n % 6,
    (SELECT min(id) FROM locality WHERE name LIKE 'Place %') + n % 50, -10 - random() * 34, 112 + random() * 42, now(), CASE WHEN n % 5 = 0 THEN current_date END
  FROM generate_series(1, 20000) n;
  INSERT INTO listing_search (id, channel, locality_id, agency_id, facet_key, property_type, bedrooms, sold_on, price_low, price_high, published_at,
    latitude, longitude, features, words)
  SELECT id, channel, locality_id, agency_id, listing_facet_key(price_currency, property_type, bedrooms, bathrooms, parking), property_type, bedrooms,
    sold_on, price_low, price_high, published_at, latitude, longitude, ARRAY[hashtext('feature:' || id % 1000)], ARRAY[id % 1000, id % 7]
  FROM listing`;

test("no map reads a table of listings from end to end, whatever it asks and however near it is, planned for its values or for any", async () => {
  for (const filters of [...COVERED, ...OTHERS])
    for (const window of WINDOWS)
      for (const plan of await plansOf(`${filters}&${window}`)) {
        const scanned = nodes(plan).filter((node) => node["Node Type"] === "Seq Scan");
        const tables = scanned.map((node) => node["Relation Name"]);
        expect(tables, `${filters}&${window}`).not.toContain("listing");
        expect(tables, `${filters}&${window}`).not.toContain("listing_search");
      }
});

test("what an index of cells has, a map counts from that index alone", async () => {
  for (const filters of COVERED)
    for (const window of WINDOWS)
      for (const plan of await plansOf(`${filters}&${window}`)) {
        const reads = nodes(plan).filter((node) => node["Relation Name"] === "listing_search");
        // To look whether they are few, to count them, and to name those of cells that have few.
        const counting = reads.filter((node) => node["Index Name"] !== "listing_search_pkey");
        expect(counting, `${filters}&${window}`).toHaveLength(3);
        for (const node of counting)
          expect(node, `${filters}&${window}`).toMatchObject({
            "Node Type": "Index Only Scan",
            "Index Name": expect.stringMatching(/^listing_search_cell(_narrow)?$/),
            // One cell at a time, not the whole channel for each.
            "Index Cond": expect.stringMatching(/cell >= .*cell < /),
          });
      }
});

test("a map of everything, of which there is most to count, is counted from the narrow index of cells", async () => {
  for (const window of WINDOWS)
    for (const plan of await plansOf(`channel=buy&${window}`)) {
      const names = nodes(plan).map((node) => node["Index Name"]);
      expect(names, window).toContain("listing_search_cell_narrow");
      expect(names, window).not.toContain("listing_search_cell");
    }
});

/** For the values that are asked, and for any: after a few executions Postgres may settle on the latter. */
async function plansOf(query: string): Promise<readonly Plan[]> {
  const parse = parseMapQuery(new URLSearchParams(query));
  if (!parse.ok) throw new Error(`${query}: ${JSON.stringify(parse.issues)}`);
  const { text, values } = mapStatement(parse.query, {
    now: new Date(),
    words: await findAskedWords(mapSearch(parse.query)),
  });
  const answers = [
    await psql.query({ text: `EXPLAIN (FORMAT JSON) ${text}`, values }),
    await psql.query(`EXPLAIN (FORMAT JSON, GENERIC_PLAN) ${text}`),
  ];
  return answers.map(({ rows }) => EXPLAINED.parse(rows)[0]["QUERY PLAN"][0].Plan);
}

function nodes(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}
