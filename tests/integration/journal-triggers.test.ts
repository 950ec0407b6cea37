import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "@/prisma/migrate";
import type { CachedWorld } from "@/tests/support/cached-world";
import { setUpJournal } from "@/tests/support/written-journal";

const listing = ({ shown }: CachedWorld) => shown.id;

test("a statement writes the tags of what it changed, under its own transaction, with who wrote", async () => {
  const { psql, world } = await setUpJournal();
  await psql.query("BEGIN; UPDATE listing SET headline = 'One' WHERE external_id = '1'");
  const { rows: own } = await psql.query<{ xid: string }>("SELECT pg_current_xact_id()::text AS xid");
  await psql.query("COMMIT");
  const { rows } = await psql.query<{ xid: string; writer: string; tags: string[] }>(
    "SELECT xid::text, writer, array_agg(tag) AS tags FROM cache_journal, unnest(tags) tag GROUP BY 1, 2",
  );
  const id = listing(world);
  expect(rows).toEqual([
    {
      xid: own[0]?.xid,
      tags: expect.arrayContaining([`listing:${id}`, `card:${id}`, "search-text:buy"]),
      writer: expect.stringMatching(/\(verandah\)$/),
    },
  ]);
});

test("a statement that changed nothing writes nothing; one that was rolled back leaves nothing", async () => {
  const { psql, written } = await setUpJournal();
  await psql.query("UPDATE listing SET headline = headline, price_low = price_low");
  await psql.query("UPDATE agency SET name = name");
  await psql.query("UPDATE locality SET name = name WHERE false");
  await psql.query("BEGIN; SAVEPOINT here; UPDATE agency SET name = 'x'; ROLLBACK TO here; COMMIT");
  await psql.query("BEGIN; DELETE FROM inspection; ROLLBACK");
  expect((await written()).tags).toEqual([]);
});

test("a listing that moves concerns both suburbs, both states and the counts of places", async () => {
  const { psql, world, written } = await setUpJournal();
  await psql.query("UPDATE listing SET locality_id = $1 WHERE id = $2", [world.calder.id, listing(world)]);
  const { tags } = await written();
  expect(tags).toContain(`search:buy:locality:${world.ashby.id}`);
  expect(tags).toContain(`search:buy:locality:${world.calder.id}`);
  expect(tags.filter((tag) => tag.startsWith("search:buy:region:"))).toHaveLength(2);
  expect(tags).toContain("stock:buy");
});

test("what goes with a deleted row is told as well", async () => {
  const { psql, world, written } = await setUpJournal();
  await psql.query("DELETE FROM agent WHERE slug = 'harbour-agent'");
  const { tags } = await written();
  expect(tags).toContain(`agent:${world.agency.agentId}`);
  expect(tags).toContain(`agent-listings:${world.agency.agentId}`);
  expect(tags).toContain(`listing:${listing(world)}`);
});

test("a COPY is told in rows of at most a thousand tags, and of more than twenty thousand only that listings changed", async () => {
  const { psql, world, written } = await setUpJournal();
  const columns = "listing_id, kind, occurred_on";
  const copy = async (lines: Iterable<string>) => {
    const stream = psql.query(copyFrom(`COPY listing_event (${columns}) FROM STDIN`));
    await pipeline(Readable.from(lines), stream);
  };
  const add = (from: number, to: number) =>
    psql.query(
      `INSERT INTO listing (id, offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
       SELECT n, 'sale', 'draft', 'house', 'h', '-', 'AUD', $3, now() FROM generate_series($1::int, $2::int) n`,
      [from, to, world.ashby.id],
    );
  await add(100_000, 102_499);
  // And of two parts of sitemaps.
  expect((await written()).sizes.sort()).toEqual([1000, 1000, 502]);
  await copy(Array.from({ length: 2_500 }, (_, n) => `${100_000 + n}\tprice_changed\t2026-01-01\n`));
  expect((await written()).sizes.sort()).toEqual([1000, 1000, 500]);
  await add(200_000, 220_000);
  expect((await written()).tags).toEqual(["listings"]);
  await psql.query("UPDATE listing SET headline = 'many' WHERE id >= 200000");
  expect((await written()).tags).toEqual(["listings"]);
  await psql.query("UPDATE listing SET headline = headline WHERE id >= 200000");
  expect((await written()).tags).toEqual([]);
});

test("TRUNCATE is told by each table's own name", async () => {
  const { psql, written } = await setUpJournal();
  await psql.query("TRUNCATE listing, agency, locality CASCADE");
  const { tags } = await written();
  for (const coarse of ["listings", "agencies", "agents", "localities"]) expect(tags).toContain(coarse);
});

test("another service's role needs no rights on the journal, and replication's role is heard", async () => {
  const { psql, connect, world, written } = await setUpJournal();
  const role = `writer_${process.pid}_${world.shown.id}`;
  await psql.query(`CREATE ROLE ${role}; GRANT SELECT, UPDATE ON listing TO ${role}`);
  onTestFinished(async () => void (await psql.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)));
  const service = await connect();
  await service.query(`SET ROLE ${role}`);
  await expect(service.query("SELECT FROM cache_journal")).rejects.toThrow(/permission denied/);
  await service.query("UPDATE listing SET headline = 'By a service' WHERE external_id = '1'");
  await service.query("RESET ROLE");
  expect((await written()).tags).toContain(`listing:${listing(world)}`);
  await service.query("SET session_replication_role = replica");
  await service.query("UPDATE listing SET headline = 'By a replica' WHERE external_id = '1'");
  expect((await written()).tags).toContain(`listing:${listing(world)}`);
});

test("a suburb cannot change its state while a listing in it is being changed: one of the two would not be told", async () => {
  const { psql, connect, world, written } = await setUpJournal();
  const other = await connect();
  await psql.query("BEGIN");
  await psql.query("UPDATE listing SET price_low = 5, price_high = 5 WHERE id = $1", [listing(world)]);
  await other.query("SET lock_timeout = '200ms'");
  const move =
    "UPDATE locality SET region_id = (SELECT id FROM region WHERE slug = 'vic') WHERE slug = 'ashby'";
  await expect(other.query(move)).rejects.toThrow(/lock timeout/);
  await psql.query("COMMIT");
  await other.query(move);
  const { tags } = await written();
  expect(tags.filter((tag) => tag.startsWith("region-places:"))).toHaveLength(2);
});

test("listings changed by two statements at once in opposite order do not hold each other up for ever", async () => {
  const { psql, connect, world } = await setUpJournal();
  const other = await connect();
  const both = [world.ashby.id, world.calder.id];
  const change = (locality: number | undefined) =>
    `UPDATE listing SET price_low = coalesce(price_low, 0) + 1, price_high = coalesce(price_high, 0) + 1 WHERE locality_id = ${locality}`;
  await Promise.all([psql.query("BEGIN"), other.query("BEGIN")]);
  await Promise.all([psql.query(change(both[0])), other.query(change(both[1]))]);
  await Promise.all([psql.query("COMMIT"), other.query("COMMIT")]);
});

test("a migration overtakes whatever was cached", async () => {
  const { url, written, psql } = await setUpJournal();
  await psql.query("DELETE FROM _prisma_migrations WHERE migration_name = '20270101000000_test'");
  const folder = await migrationFolder();
  await migrate(url, { folder });
  expect((await written()).tags).toEqual([
    "agencies",
    "agents",
    "listings",
    "localities",
    "regions",
    "sources",
  ]);
});

/** The portal's own migrations and one more. */
async function migrationFolder(): Promise<string> {
  const { cp, mkdtemp, mkdir, rm, writeFile } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const folder = await mkdtemp(`${tmpdir()}/verandah-migrations-`);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp("prisma/migrations", folder, { recursive: true });
  await mkdir(`${folder}/20270101000000_test`);
  await writeFile(`${folder}/20270101000000_test/migration.sql`, "COMMENT ON TABLE listing IS 'Homes.';");
  return folder;
}
