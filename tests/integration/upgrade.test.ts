import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { readEnv } from "@/lib/env";
import { createRuntime } from "@/lib/platform/create-runtime";
import { connectClient } from "@/lib/platform/postgres-client";
import { freePort } from "@/lib/platform/services/ports";
import { migrate } from "@/prisma/migrate";
import { createBareDatabase } from "@/tests/support/database";
import { startListingPortal } from "@/tests/support/listing-portal";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { scratchFolder } from "@/tests/support/scratch-folder";

const MIGRATIONS = "prisma/migrations";

/** What a later version might add: a column with a default, a table of its own, an index, a stricter check that all rows meet. */
const NEXT = `
ALTER TABLE listing ADD COLUMN energy_stars smallint NOT NULL DEFAULT 0;
CREATE TABLE energy_certificate (listing_id integer PRIMARY KEY REFERENCES listing (id), issued_on date NOT NULL);
CREATE INDEX listing_energy_stars ON listing (energy_stars);
ALTER TABLE listing ADD CONSTRAINT energy_stars_known CHECK (energy_stars BETWEEN 0 AND 10) NOT VALID;
`;

/** A portal that runs on a database without its newest migration, asked and edited all the time. */
async function setUp() {
  const { url, drop } = await createBareDatabase();
  const folder = scratchFolder();
  const names = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const newest = names.at(-1) ?? "";
  const add = (name: string) => cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  for (const name of names.slice(0, -1)) add(name);
  await migrate(url, { folder });
  const settings = {
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    DATABASE_URL: url,
    REDIS_URL: inject("redisUrl"),
  };
  const runtime = createRuntime(readEnv(settings));
  const locality = await insertLocality(runtime.database);
  const { id } = await insertListing(runtime.database, { localityId: locality.id });
  const port = await freePort();
  const portal = await startListingPortal(runtime, port);
  runtime.follow();
  onTestFinished(async () => {
    await portal.close();
    await runtime.close();
    await drop();
  });
  const at = `http://127.0.0.1:${port}/${id}`;
  const addNext = () => {
    mkdirSync(join(folder, "29990101000000_energy"));
    writeFileSync(join(folder, "29990101000000_energy/migration.sql"), NEXT);
  };
  return { url, folder, newest, at, addNewest: () => add(newest), addNext };
}

/** Edits the listing and reads it, again and again, until it is told to end: how often, and what went wrong. */
function useAllTheTime(at: string) {
  const wrong: string[] = [];
  let rounds = 0;
  let isEnding = false;
  const running = (async () => {
    while (!isEnding) {
      const headline = `Headline ${rounds++}`;
      const edit = await fetch(at, { method: "PUT", body: headline });
      const cookie = edit.headers.get("set-cookie")?.split(";")[0] ?? "";
      const read = await fetch(at, { headers: { cookie } });
      const text = await read.text();
      if (edit.status !== 204 || read.status !== 200 || !text.includes(`"${headline}"`))
        wrong.push(`round ${rounds}: ${edit.status}, ${read.status}: ${text.slice(0, 200)}`);
    }
  })();
  return {
    rounds: () => rounds,
    async end() {
      isEnding = true;
      await running;
      return wrong;
    },
  };
}

test("a running portal answers and edits on while migrations that only add are applied under it, and after", async () => {
  const { url, folder, newest, at, addNewest, addNext } = await setUp();
  const use = useAllTheTime(at);
  const until = (rounds: number) => expect.poll(use.rounds, { timeout: 30_000 }).toBeGreaterThan(rounds);
  await until(5);
  addNewest();
  expect(await migrate(url, { folder })).toEqual({ applied: [newest] });
  await until(use.rounds() + 5);
  addNext();
  expect(await migrate(url, { folder })).toEqual({ applied: ["29990101000000_energy"] });
  await until(use.rounds() + 5);
  expect(await use.end()).toEqual([]);
}, 120_000);

test("a migration that has to wait for a long transaction lets everybody else through meanwhile", async () => {
  const { url, folder, at, addNewest, addNext } = await setUp();
  addNewest();
  addNext();
  const long = await connectClient(url);
  onTestFinished(() => long.end());
  await long.query("BEGIN");
  await long.query("SELECT count(*) FROM listing");
  const migrating = migrate(url, { folder });
  const slowest = await slowestOf(12, async () => {
    const answer = await fetch(at, { method: "PUT", body: "Meanwhile" });
    expect(answer.status).toBe(204);
  });
  // It waits for a second at most, and whoever comes then waits with it.
  expect(slowest).toBeLessThan(2_500);
  await long.query("COMMIT");
  expect((await migrating).applied).toContain("29990101000000_energy");
}, 120_000);

async function slowestOf(times: number, work: () => Promise<void>): Promise<number> {
  let slowest = 0;
  for (let n = 0; n < times; n++) {
    const startedAt = performance.now();
    await work();
    slowest = Math.max(slowest, performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return slowest;
}

test("a version that is older than the database does not migrate it, and says which one is newer", async () => {
  const { url, folder, addNewest, addNext } = await setUp();
  addNewest();
  addNext();
  await migrate(url, { folder });
  await expect(migrate(url)).rejects.toThrow(/29990101000000_energy.*migrated by a newer one/);
}, 120_000);
