import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { connectClient } from "@/lib/platform/postgres-client";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

async function setUp() {
  const held = await createTestDatabase();
  onTestFinished(() => held.close());
  const connect = async () => {
    const client = await connectClient(held.url);
    onTestFinished(() => client.end());
    return client;
  };
  const psql = await connect();
  const here = await insertLocality(held.database, { slug: "here" });
  const there = await insertLocality(held.database, { slug: "there" });
  const { id } = await insertListing(held.database, { localityId: here.id, status: "withdrawn" });
  await psql.query("DELETE FROM cache_journal");
  /** The places whose sales changed, as the journal says since it was last asked. */
  const told = async () => {
    const { rows } = await psql.query<{ tags: string[] }>("DELETE FROM cache_journal RETURNING tags");
    const tags = new Set(rows.flatMap((row) => row.tags).filter((tag) => tag.startsWith("sales:")));
    return [here, there].filter((place) => tags.has(`sales:locality:${place.id}`)).map(({ slug }) => slug);
  };
  const after = async (sql: string) => {
    await psql.query(sql);
    return told();
  };
  return { psql, connect, told, after, id, there };
}

test("whatever sales are counted by tells of the place, in any channel and under any role, and nothing else does", async () => {
  const { after, id } = await setUp();
  const insert = (kind: string) =>
    `INSERT INTO listing_event (listing_id, kind, occurred_on) VALUES (${id}, '${kind}', '2026-05-01')`;
  for (const kind of ["listed", "under_offer", "sold", "relisted", "withdrawn", "leased"])
    expect(await after(insert(kind)), kind).toEqual(["here"]);
  expect(await after(insert("price_changed"))).toEqual([]);
  expect(await after("UPDATE listing_event SET price_low = 1, price_high = 1 WHERE kind = 'sold'")).toEqual([
    "here",
  ]);
  expect(await after("UPDATE listing_event SET price_low = 1, price_high = 1 WHERE kind = 'sold'")).toEqual(
    [],
  );
  expect(
    await after("UPDATE listing_event SET price_low = 1, price_high = 1 WHERE kind = 'price_changed'"),
  ).toEqual([]);
  expect(await after("UPDATE listing_event SET kind = 'price_changed' WHERE kind = 'leased'")).toEqual([
    "here",
  ]);
  expect(await after("UPDATE listing SET property_type = 'villa'")).toEqual(["here"]);
  expect(await after("UPDATE listing SET price_currency = 'USD'")).toEqual(["here"]);
  expect(await after("UPDATE listing SET headline = 'Painted', price_low = 1, status = 'active'")).toEqual(
    [],
  );
  expect(
    await after("SET session_replication_role = replica; UPDATE listing SET property_type = 'unit'"),
  ).toEqual(["here"]);
  expect(
    await after("DELETE FROM listing_event WHERE kind = 'sold'; RESET session_replication_role"),
  ).toEqual(["here"]);
});

test("a listing that moves takes its sales with it, and one that is deleted, with all its history, leaves none", async () => {
  const { after, there, id } = await setUp();
  expect(await after(`UPDATE listing SET locality_id = ${there.id}`)).toEqual(["here", "there"]);
  await after(
    `INSERT INTO listing_event (listing_id, kind, occurred_on) VALUES (${id}, 'sold', '2026-05-01')`,
  );
  expect(await after("DELETE FROM listing")).toEqual(["there"]);
});

test("a sale of a listing that moves meanwhile tells of the place where it then is", async () => {
  const { psql, connect, told, there, id } = await setUp();
  const other = await connect();
  await psql.query(
    `BEGIN; INSERT INTO listing_event (listing_id, kind, occurred_on) VALUES (${id}, 'sold', '2026-05-01')`,
  );
  let hasMoved = false;
  const moving = other.query(`UPDATE listing SET locality_id = ${there.id}`).then(() => {
    hasMoved = true;
  });
  await pause(200);
  expect(hasMoved).toBe(false);
  await psql.query("COMMIT");
  const first = await told();
  expect(first).toContain("here");
  await moving;
  // The move may have been told of at once as well.
  expect(new Set([...first, ...(await told())])).toEqual(new Set(["here", "there"]));
});
