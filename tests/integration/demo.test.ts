import { expect, onTestFinished, test } from "vitest";
import { createListing } from "@/lib/listings/commands";
import { connectClient } from "@/lib/platform/postgres-client";
import type { Database } from "@/lib/platform/prisma";
import { type GrowOptions, growDemo } from "@/prisma/seed/grow-demo";
import { setAside } from "@/prisma/seed/load/set-aside";
import { seed } from "@/prisma/seed/seed";
import { createTestDatabase } from "@/tests/support/database";
import { searchedBothWays } from "@/tests/support/search-table";
import { statement } from "@/tests/support/services";

const TODAY = "2026-11-22";

async function setUp() {
  const held = await createTestDatabase();
  onTestFinished(held.close);
  const grow = (listings: number, options: Partial<GrowOptions> = {}) =>
    growDemo(held.url, { listings, today: TODAY, ...options });
  return { ...held, grow };
}

/** Every definition that the loader could lose. */
async function schemaOf(database: Database): Promise<unknown> {
  return {
    indexes:
      await database.$queryRaw`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
    constraints: await database.$queryRaw`
      SELECT conrelid::regclass::text AS of, conname, convalidated, pg_get_constraintdef(oid) AS definition
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    triggers: await database.$queryRaw`
      SELECT tgrelid::regclass::text AS of, tgname, tgenabled::text, pg_get_triggerdef(oid) AS definition
        FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
  };
}

function listingsOf(database: Database) {
  return database.listing.findMany({
    omit: { id: true, createdAt: true, updatedAt: true, agencyId: true },
    include: {
      agency: { select: { slug: true } },
      events: { omit: { id: true, listingId: true, recordedAt: true } },
    },
    orderBy: { id: "asc" },
  });
}

test("a portal that has some is given the rest, and has what it would have had at once", async () => {
  const grown = await setUp();
  const whole = await setUp();
  await seed(grown.url, { listings: 300, today: TODAY });
  expect(await grown.grow(1200)).toEqual({ before: 300, added: 900 });
  expect(await whole.grow(1200, { setAsideFrom: 1 })).toEqual({ before: 0, added: 1200 });
  const [one, other] = [await listingsOf(grown.database), await listingsOf(whole.database)];
  expect(one.length).toBe(1200);
  expect(one).toEqual(other);
  expect(await grown.database.agency.count()).toBe(await whole.database.agency.count());
  expect(await grown.grow(1200)).toEqual({ before: 1200, added: 0 });
});

test("a large load leaves every index, constraint and trigger as it was", async () => {
  const { database, grow } = await setUp();
  const before = await schemaOf(database);
  await grow(600, { setAsideFrom: 1 });
  expect(await schemaOf(database)).toEqual(before);
  expect(await database.listing.count()).toBe(600);
});

test("a large load does without indexes and foreign keys while it writes", async () => {
  const { url } = await setUp();
  const client = await connectClient(url);
  onTestFinished(() => client.end());
  const count = async () => {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM pg_indexes WHERE tablename IN ('listing', 'listing_search')) AS indexes,
              (SELECT count(*)::int FROM pg_constraint WHERE conrelid = 'listing'::regclass AND contype = 'f') AS keys`,
    );
    return rows[0];
  };
  const before = await count();
  await client.query("BEGIN");
  const restore = await setAside(client, ["listing", "listing_search"]);
  expect(await count()).toEqual({ indexes: 2, keys: 0 });
  await restore();
  await client.query("COMMIT");
  expect(await count()).toEqual(before);
  expect(before.indexes).toBeGreaterThan(5);
});

test("what a large load wrote is searched at once, and counted from indexes alone", async () => {
  const { url, grow } = await setUp();
  await grow(1500, { setAsideFrom: 1 });
  const client = await connectClient(url);
  onTestFinished(() => client.end());
  const { held, plain } = await searchedBothWays(client);
  expect(held).toEqual(plain);
  expect(held.listings.length).toBeGreaterThan(1300);
  const { rows } = await client.query(
    `SELECT relname, relallvisible = relpages AS is_visible, reltuples > 0 AS is_known FROM pg_class
      WHERE relname IN ('listing_search', 'search_word', 'search_feature') ORDER BY 1`,
  );
  expect(rows).toEqual([
    { relname: "listing_search", is_visible: true, is_known: true },
    { relname: "search_feature", is_visible: expect.any(Boolean), is_known: true },
    { relname: "search_word", is_visible: expect.any(Boolean), is_known: true },
  ]);
});

test("a large load that fails midway leaves no listing, and every index, constraint and trigger", async () => {
  const { database, grow } = await setUp();
  await grow(20);
  const before = [await schemaOf(database), await listingsOf(database), await database.agent.count()];
  const failing = grow(5000, {
    setAsideFrom: 1,
    at: (done) => {
      if (done >= 2000) throw new Error("the power went");
    },
  });
  await expect(failing).rejects.toThrow("the power went");
  expect([await schemaOf(database), await listingsOf(database), await database.agent.count()]).toEqual(
    before,
  );
});

test("a large load whose connection is killed midway ends with an error and leaves everything as it was", async () => {
  const { url, database, grow } = await setUp();
  const before = await schemaOf(database);
  let killing: Promise<unknown> | undefined;
  const killed = grow(20_000, {
    setAsideFrom: 1,
    at: (done) => {
      if (done < 2000) return;
      killing ??= statement(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'verandah' AND query LIKE 'COPY%'`,
      );
    },
  });
  await expect(killed).rejects.toThrow();
  await killing;
  expect(await schemaOf(database)).toEqual(before);
  expect(await database.listing.count()).toBe(0);
  expect(await grow(20)).toEqual({ before: 0, added: 20 });
});

test("fewer than there are, or another seed, is refused with the way out and changes nothing", async () => {
  const { database, grow } = await setUp();
  await grow(50);
  const before = await listingsOf(database);
  await expect(grow(10)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/50.*bin\/up --reset/),
  });
  await expect(grow(80, { seedNumber: 2 })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/seed 1, not 2.*leave --seed out/),
  });
  expect(await listingsOf(database)).toEqual(before);
});

test("a listing that was deleted is not made again, and the numbers go on after the last", async () => {
  const { database, grow } = await setUp();
  await grow(50);
  const { id } = await database.listing.findFirstOrThrow({ where: { externalId: "1-7" } });
  await database.listing.delete({ where: { id } });
  expect(await grow(60)).toEqual({ before: 50, added: 10 });
  expect(await database.listing.count({ where: { externalId: "1-7" } })).toBe(0);
  expect(await database.listing.count()).toBe(59);
});

test("a portal with listings of its own and no demonstration is left alone", async () => {
  const { database, grow } = await setUp();
  const { id: regionId } = await database.region.findUniqueOrThrow({ where: { slug: "nsw" } });
  const place = { slug: "newtown", name: "Newtown", latitude: -33.9, longitude: 151.2 };
  await database.locality.create({ data: { regionId, ...place } });
  const own = { headline: "A house", locality: "nsw/newtown", price: 1_000_000 } as const;
  await createListing({ ...own, offer: "sale", propertyType: "house" }, { name: "a test" });
  await expect(grow(50)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/DATABASE_URL/),
  });
  expect(await database.listing.count()).toBe(1);
});
