import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAskedWords, type Premises } from "@/lib/listings/asked-words";
import { countsStatement } from "@/lib/listings/search-counts-statement";
import { inspectionStep } from "@/lib/listings/search-moments";
import { optionsStatement } from "@/lib/listings/search-options-statement";
import { pageStatement } from "@/lib/listings/search-page-statement";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertManyListings } from "@/tests/support/many-listings";
import { search } from "@/tests/support/searching";

const LISTINGS = 100_000;
const NOW = new Date();

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let psql: Client;
beforeAll(async () => {
  held = await createTestDatabase();
  psql = await connectClient(held.url);
  await insertManyListings(psql, LISTINGS);
}, 180_000);
afterAll(async () => {
  await psql.end();
  await held.close();
});

const PLACES = [
  ...[
    "",
    "region=nsw",
    "locality=nsw/place-1",
    "locality=nsw/place-1,nsw/place-2&around=50",
    "agency=agency-1",
  ],
  ...["agent=agent-1", "bounds=151,-34,151.1,-33.9", "area=151,-34;151.2,-34;151.1,-33.8"],
];
const FILTERS = [
  ...[
    "",
    "price=500000-900000",
    "price=-500000",
    "beds=3-",
    "baths=2&parking=1-",
    "type=house,unit",
    "land=400-",
  ],
  ...[
    "keywords=garden",
    "keywords=garden+pool",
    "keywords=xyzzy",
    "feature=swimming-pool",
    "new=3",
    "open=weekend",
  ],
  ...["price=500000-900000&beds=3-&type=house&feature=swimming-pool&keywords=garden&open=weekend&new=14"],
];
const SORTS = ["newest", "price-up", "price-down", "inspection", "nearest", "match"];

const QUERIES = ["buy", "sold"]
  .flatMap((channel) =>
    PLACES.flatMap((place) => FILTERS.map((filter) => [`channel=${channel}`, place, filter])),
  )
  .map((parts) => parts.filter((part) => part !== "").join("&"))
  .filter((query) => !(query.startsWith("channel=sold") && query.includes("open=")));

test.each(["custom", "generic"] as const)(
  "no search reads the whole of listing or of what is searched: counts and options (%s plans)",
  async (kind) => {
    for (const query of QUERIES) {
      await expectIndexed(`counts of ${query}`, countsStatement(search(query), await premises(query)), kind);
      await expectIndexed(
        `options of ${query}`,
        optionsStatement(search(query), await premises(query)),
        kind,
      );
    }
  },
  120_000,
);

test.each(["custom", "generic"] as const)(
  "no search reads the whole of listing or of what is searched: pages in every order, of few and of many (%s plans)",
  async (kind) => {
    for (const query of QUERIES)
      for (const sort of SORTS.filter((each) => hasGround(each, query)))
        for (const found of [1, LISTINGS]) {
          const asked = {
            ...(await premises(query)),
            cursor: null,
            inspectedFrom: inspectionStep(NOW),
            found,
          };
          const statement = pageStatement(search(`${query}&sort=${sort}`), asked);
          await expectIndexed(`a page of ${found} of ${query} by ${sort}`, statement, kind);
        }
  },
  240_000,
);

async function premises(query: string): Promise<Premises> {
  return { now: NOW, words: await findAskedWords(search(query)) };
}

test("what is open is told by what is read anyway: inspections are looked at for their own order alone, and whole channels from an index", async () => {
  const today = NOW.toISOString().slice(0, 10);
  for (const place of PLACES)
    for (const open of ["weekend", today]) {
      const asked = search(`${place}&open=${open}`);
      const premises = { now: NOW, words: [] };
      const page = { ...premises, cursor: null, inspectedFrom: NOW, found: LISTINGS };
      const statements = [
        countsStatement(asked, premises),
        optionsStatement(asked, premises),
        pageStatement(asked, page),
      ];
      for (const statement of statements)
        for (const kind of ["custom", "generic"] as const) {
          const nodes = await planOf(statement, kind);
          expect(
            nodes.filter((node) => node["Relation Name"] === "inspection"),
            place,
          ).toEqual([]);
        }
      if (!["", "region=nsw"].includes(place)) continue;
      const counted = await planOf(countsStatement(asked, premises), "custom");
      const reads = counted.filter((node) => node["Relation Name"] === "listing_search");
      expect(
        reads.map((node) => node["Node Type"]),
        place,
      ).toEqual(["Index Only Scan"]);
    }
});

function hasGround(sort: string, query: string): boolean {
  if (sort === "inspection") return !query.includes("channel=sold");
  if (sort === "nearest") return /locality|bounds|area/.test(query);
  return sort !== "match" || query.includes("keywords");
}

type Node = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Node[];
};

type Statement = { readonly text: string; readonly values: readonly unknown[] };

async function planOf({ text, values }: Statement, kind: "custom" | "generic"): Promise<readonly Node[]> {
  const options = kind === "custom" ? "FORMAT JSON" : "FORMAT JSON, GENERIC_PLAN";
  const { rows } = await psql.query<{ "QUERY PLAN": readonly { readonly Plan: Node }[] }>(
    `EXPLAIN (${options}) ${text}`,
    kind === "custom" ? [...values] : [],
  );
  return nodesOf(rows[0]?.["QUERY PLAN"][0]?.Plan);
}

async function expectIndexed(what: string, statement: Statement, kind: "custom" | "generic"): Promise<void> {
  const nodes = await planOf(statement, kind);
  const whole = nodes.filter(
    (node) => node["Node Type"].includes("Seq Scan") && LISTING_TABLES.has(node["Relation Name"] ?? ""),
  );
  expect(
    whole.map((node) => `${node["Node Type"]} on ${node["Relation Name"]}`),
    what,
  ).toEqual([]);
}

const LISTING_TABLES: ReadonlySet<string> = new Set([
  "listing",
  "listing_search",
  "inspection",
  "listing_agent",
]);

function nodesOf(node: Node | undefined): readonly Node[] {
  return node === undefined ? [] : [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
