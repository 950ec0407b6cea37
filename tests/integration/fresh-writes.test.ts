import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { connectClient } from "@/lib/platform/postgres-client";
import type { Database } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { watchWrites } from "@/tests/support/watched-writes";

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let id: ListingId;
beforeAll(async () => {
  held = await createTestDatabase();
  const locality = await insertLocality(held.database);
  id = ListingId.parse((await insertListing(held.database, { localityId: locality.id })).id);
});
afterAll(() => held.close());

let made = 0;
const fresh = () => `Headline ${++made}`;

async function headlineShown(): Promise<string | undefined> {
  return (await getListing(id))?.headline;
}

/** Each way to write that the client has, as it sets a headline. */
const WRITES: Readonly<Record<string, (database: Database, headline: string) => Promise<unknown>>> = {
  update: (database, headline) => database.listing.update({ where: { id }, data: { headline } }),
  updateMany: (database, headline) => database.listing.updateMany({ where: { id }, data: { headline } }),
  updateManyAndReturn: (database, headline) =>
    database.listing.updateManyAndReturn({ where: { id }, data: { headline } }),
  upsert: async (database, headline) => {
    const { localityId } = await database.listing.findUniqueOrThrow({ where: { id } });
    const create = {
      offer: "sale",
      propertyType: "house",
      headline,
      priceDisplay: "-",
      priceCurrency: "AUD",
      localityId,
    } as const;
    return database.listing.upsert({ where: { id }, update: { headline }, create });
  },
  "a nested write": async (database, headline) => {
    const { localityId } = await database.listing.findUniqueOrThrow({ where: { id } });
    return database.locality.update({
      where: { id: localityId },
      data: { listings: { update: { where: { id }, data: { headline } } } },
    });
  },
  $executeRaw: (database, headline) =>
    database.$executeRaw`UPDATE listing SET headline = ${headline} WHERE id = ${id}`,
  $executeRawUnsafe: (database, headline) =>
    database.$executeRawUnsafe("UPDATE listing SET headline = $1 WHERE id = $2", headline, id),
  "$queryRaw that writes": (database, headline) =>
    database.$queryRaw`UPDATE listing SET headline = ${headline} WHERE id = ${id} RETURNING id`,
  "a batch": (database, headline) =>
    database.$transaction([
      database.listing.findUnique({ where: { id } }),
      database.listing.update({ where: { id }, data: { headline } }),
      database.$executeRaw`SELECT 1`,
    ]),
  "an interactive transaction": (database, headline) =>
    database.$transaction(async (transaction) => {
      await transaction.listing.update({ where: { id }, data: { headline: "in between" } });
      await transaction.$executeRaw`UPDATE listing SET headline = ${headline} WHERE id = ${id}`;
    }),
};

test.for(Object.entries(WRITES))("a read that begins after %s sees it", async ([, write]) => {
  await headlineShown();
  const headline = fresh();
  await write(held.database, headline);
  expect(await headlineShown()).toBe(headline);
});

test("rows that come and go are seen: create, createMany, createManyAndReturn, delete, deleteMany", async () => {
  const { database } = held;
  const inspections = async () => (await getListing(id))?.inspections.length;
  const at = (hour: number) => ({
    listingId: id,
    startsAt: new Date(Date.UTC(2030, 1, 1, hour)),
    endsAt: new Date(Date.UTC(2030, 1, 1, hour + 1)),
  });
  expect(await inspections()).toBe(0);
  const first = await database.inspection.create({ data: at(1) });
  expect(await inspections()).toBe(1);
  await database.inspection.createMany({ data: [at(2), at(3)] });
  expect(await inspections()).toBe(3);
  await database.inspection.createManyAndReturn({ data: [at(4)] });
  expect(await inspections()).toBe(4);
  await database.inspection.delete({ where: { id: first.id } });
  expect(await inspections()).toBe(3);
  await database.inspection.deleteMany({ where: { listingId: id } });
  expect(await inspections()).toBe(0);
});

test.for(Object.entries(WRITES))("%s ends with the hook exactly once", async ([, write]) => {
  const { database, calls } = watchWrites(held.runtime.env);
  await write(database, fresh());
  expect(calls).toEqual(["committed"]);
});

test("inside an open write transaction a cached read neither uses the cache nor fills it", async () => {
  const before = await headlineShown();
  const headline = fresh();
  const events: string[] = [];
  onTestFinished(runtime().observe(({ kind }) => void events.push(kind)));
  await held.database.$transaction(async (transaction) => {
    await transaction.listing.update({ where: { id }, data: { headline } });
    // By another connection: what is not committed is not seen, and what was there before is not kept.
    expect(await headlineShown()).toBe(before);
  });
  expect(events).toContain("bypass");
  expect(await headlineShown()).toBe(headline);
});

test("a load's own snapshot is read-only, of one moment, and fills the cache", async () => {
  const { readSnapshot, cache } = held.runtime;
  const psql = await connectClient(held.url);
  onTestFinished(() => psql.end());
  const lifetime = { reason: "test", freshForMs: 60_000, staleForMs: 0, usableForMs: 0, jitter: 0 };
  const shape = { name: "pair", version: 1, parse: (stored: unknown) => stored as readonly string[] };
  const load = () =>
    readSnapshot(async (transaction) => {
      const one = await transaction.listing.findUniqueOrThrow({ where: { id } });
      await psql.query("UPDATE listing SET headline = 'between' WHERE id = $1", [id]);
      const other = await transaction.listing.findUniqueOrThrow({ where: { id } });
      return [one.headline, other.headline];
    });
  const [one, other] = await cache.read({ key: "pair", tags: [`listing:${id}`], lifetime, shape }, load);
  expect(other).toBe(one);
  expect([...cache.held()].map(([key]) => key)).toContain("pair");
  await expect(
    readSnapshot((transaction) => transaction.listing.update({ where: { id }, data: { headline: "no" } })),
  ).rejects.toThrow(/read-only/);
});

test("a write succeeds although it cannot be followed, and the process then believes itself no more until it has caught up", async () => {
  await headlineShown();
  const psql = await connectClient(held.url);
  onTestFinished(() => psql.end());
  // The poll that follows the write fails: the tail's statement is no longer there.
  await psql.query("ALTER FUNCTION cache_identity() RENAME TO cache_identity_away");
  const headline = fresh();
  await held.database.listing.update({ where: { id }, data: { headline } });
  expect(held.runtime.clock.polledAtMs).toBe(Number.NEGATIVE_INFINITY);
  await psql.query("ALTER FUNCTION cache_identity_away() RENAME TO cache_identity");
  expect(await held.runtime.tail.catchUp()).toBe(true);
  expect(await headlineShown()).toBe(headline);
});
