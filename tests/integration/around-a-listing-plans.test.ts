import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ListingId } from "@/lib/listings/listing";
import { similarStatement } from "@/lib/listings/similar-statement";
import { suburbProfileStatement } from "@/lib/localities/suburb-profile-statement";
import { connectClient } from "@/lib/platform/postgres-client";
import { seed } from "@/prisma/seed/seed";
import { createTestDatabase } from "@/tests/support/database";
import { planOf } from "@/tests/support/plan-of";

const LISTINGS = 20_000;

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let psql: Client;
beforeAll(async () => {
  held = await createTestDatabase();
  psql = await connectClient(held.url);
  await seed(held.url, { listings: LISTINGS });
  await psql.query("VACUUM ANALYZE");
}, 180_000);
afterAll(async () => {
  await psql.end();
  await held.close();
});

const STATEMENTS = {
  "listings like another": similarStatement(ListingId.parse(1)),
  "a suburb's profile": suburbProfileStatement("nsw/newtown", new Date()),
};

test.each(Object.entries(STATEMENTS))(
  "%s: no table of listings is read from end to end",
  async (_name, statement) => {
    const plan = await planOf(psql, statement);
    const tables = new Set(plan.map(({ table }) => table));
    expect(tables).toContain("listing_search");
    const whole = plan.filter(({ kind, table }) => kind.includes("Seq Scan") && /^listing/.test(table ?? ""));
    expect(whole).toEqual([]);
  },
);

test.each(Object.entries(STATEMENTS))(
  "%s: what is searched of listings comes from the index of places alone",
  async (_name, statement) => {
    const plan = await planOf(psql, statement);
    const looks = plan.filter(({ table }) => table === "listing_search");
    expect(new Set(looks.map(({ kind, index }) => `${kind} ${index}`))).toEqual(
      new Set(["Index Only Scan listing_search_place"]),
    );
  },
);

test("a suburb's profile goes from its listings to their sales without reading the listings themselves", async () => {
  const plan = await planOf(psql, STATEMENTS["a suburb's profile"]);
  const looks = plan.filter(({ table }) => table === "listing" || table === "listing_event");
  expect(looks.map(({ kind, index }) => `${kind} ${index}`).sort()).toEqual([
    "Index Only Scan listing_locality",
    "Index Scan listing_event_listing",
    "Index Scan listing_event_one_sale_a_day",
  ]);
});
