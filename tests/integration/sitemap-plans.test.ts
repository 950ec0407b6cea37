import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  SITEMAP_PARTS,
  sitemapPartStatement,
  sitemapRegionsStatement,
} from "@/lib/listings/sitemap-statement";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertManyListings } from "@/tests/support/many-listings";
import { planOf } from "@/tests/support/plan-of";

const LISTINGS = 40_000;

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

test.each(
  Object.entries({ "a part": sitemapPartStatement("nsw", 1), "its regions": sitemapRegionsStatement([1]) }),
)("of a sitemap, %s: the listings of its ids are read and no others", async (_name, statement) => {
  const plan = await planOf(psql, statement);
  const looks = plan.filter(({ table }) => table === "listing");
  expect(looks.map(({ kind, index }) => `${kind} ${index}`)).toEqual(["Index Scan listing_pkey"]);
});

test("the last part is found at the end of an index", async () => {
  const plan = await planOf(psql, SITEMAP_PARTS);
  const looks = plan.filter(({ table }) => table !== null);
  expect(looks).toEqual([{ kind: "Index Only Scan", table: "listing_search", index: "listing_search_pkey" }]);
});
