import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DATA } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { type EmbeddedPostgres, startPostgres } from "@/lib/platform/services/postgres";
import { placePostgres } from "@/lib/platform/services/postgres-place";
import { postgresUser } from "@/lib/platform/services/run-as";

// One cluster for all of this file: making it costs more than every test.
let folder: string;
let dataDir: string;
beforeAll(() => {
  mkdirSync(DATA, { recursive: true });
  folder = mkdtempSync(join(DATA, "services-"));
  dataDir = join(folder, "postgres");
});
afterAll(() => {
  rmSync(dirname(placeNow()), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

function start(): Promise<EmbeddedPostgres> {
  return startPostgres({ dataDir });
}

/** Where the data really is: outside the clone, for root below a private folder. */
function placeNow(): string {
  return placePostgres(dataDir, () => {}).dataDir;
}

async function ask({ url }: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

test("what was committed survives a kill -9 of Postgres, on the same port, with durable settings", async () => {
  const first = await start();
  expect(await ask(first, "SELECT current_setting('fsync'), current_setting('synchronous_commit')")).toEqual([
    "on",
    "on",
  ]);
  await ask(first, "CREATE TABLE kept AS SELECT 42 AS answer");
  process.kill(-first.process.pid, "SIGKILL");
  await first.process.ended;
  const second = await start();
  expect(await ask(second, "SELECT answer FROM kept")).toEqual([42]);
  expect(new URL(second.url).port).toBe(new URL(first.url).port);
  await second.stop();
});

test("a Postgres that an earlier run left on the data is stopped before the next starts", async () => {
  const left = await start();
  const next = await start();
  expect(await left.process.ended).toBe("exit code 0");
  expect(await ask(next, "SELECT 1")).toEqual([1]);
  await next.stop();
});

test("a postmaster.pid whose pid is another program's by now does not stop the start", async () => {
  const place = placeNow();
  const pidFile = join(place, "postmaster.pid");
  // Of the same user: only then Postgres itself would take it for a living Postgres.
  const user = postgresUser(place);
  const other = spawn("sleep", ["60"], user ? { uid: user.uid, gid: user.gid } : {});
  writeFileSync(pidFile, `${other.pid}\n${place}\n0\n${await freePort()}\n\n\n`);
  const started = await start();
  expect(readFileSync(pidFile, "utf8")).toMatch(new RegExp(`^${started.process.pid}\n`));
  other.kill();
  await started.stop();
});

test("a cluster that was only half made is made again", async () => {
  const place = placeNow();
  renameSync(place, `${place}.new`);
  rmSync(join(`${place}.new`, "global"), { recursive: true });
  const started = await start();
  expect(await ask(started, "SELECT to_regclass('kept')")).toEqual([null]);
  await started.stop();
});

test("data of another version of Postgres is refused with the way out", async () => {
  writeFileSync(join(placeNow(), "PG_VERSION"), "12\n");
  await expect(start()).rejects.toThrow(/was made by Postgres 12.*bin\/up --reset/);
});
