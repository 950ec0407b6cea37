import { once } from "node:events";
import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashBuildInputs } from "@/bin/launcher/build-inputs";
import { freePort } from "@/lib/platform/services/ports";
import { type CloneCopy, copyClone } from "@/tests/launcher/clone-copy";
import { runUp, startedBy, stillRunning } from "@/tests/launcher/up-run";

// One copy for all of this file, and the tests in its order: each goes on from where the one before has left the clone.
let clone: CloneCopy;
let port: number;
beforeAll(async () => {
  clone = copyClone();
  port = await freePort();
});
afterAll(() => clone.remove());

test("bin/up serves a seeded portal, and Ctrl-C stops all that it started", async () => {
  const sources = hashBuildInputs(clone.root);
  const up = runUp(clone.root, ["--port", String(port), "--listings", "50"]);
  await up.isUp;
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain("<html");
  const listings = await (await fetch(`http://127.0.0.1:${port}/api/listings?channel=buy`)).json();
  expect(listings.total).toBeGreaterThan(0);
  expect(statSync(join(clone.root, ".data/services.json")).mode & 0o777).toBe(0o600);

  const second = runUp(clone.root, ["--port", String(await freePort())]);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`bin/up runs on this clone already (process ${up.pid})`);

  const processes = startedBy(clone.root);
  expect(stillRunning(processes).length).toBeGreaterThanOrEqual(2);
  up.signal("SIGINT");
  expect(await up.ended).toBe(0);
  expect(stillRunning(processes)).toEqual([]);
  expect(hashBuildInputs(clone.root)).toBe(sources);
  expect(readdirSync(join(clone.root, ".data"))).not.toContain("up.lock");
});

test("a second run installs, seeds and builds nothing again", async () => {
  const up = runUp(clone.root, ["--port", String(port)]);
  await up.isUp;
  expect(up.said()).toMatch(/migrations +nothing to apply/);
  expect(up.said()).toMatch(/listings +kept as they are/);
  expect(up.said()).toMatch(/build +unchanged/);
  expect(up.said()).not.toContain("packages");
  up.signal("SIGINT");
  expect(await up.ended).toBe(0);
});

test("after a kill -9, the next run stops what was left and starts as if nothing had been", async () => {
  const killed = runUp(clone.root, ["--port", String(port)]);
  await killed.isUp;
  const left = startedBy(clone.root);
  killed.signal("SIGKILL");
  await killed.ended;
  expect(stillRunning(left).length).toBeGreaterThanOrEqual(2);
  const up = runUp(clone.root, ["--port", String(port)]);
  await up.isUp;
  expect(up.said()).toContain("stopping the Postgres of an earlier run");
  expect(stillRunning(left)).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  const processes = startedBy(clone.root);
  up.signal("SIGTERM");
  await up.ended;
  expect(stillRunning(processes)).toEqual([]);
});

test("a taken port is named before anything is started, with a free one to take instead", async () => {
  const taken = await freePort();
  const other = createServer().listen(taken, "127.0.0.1");
  await once(other, "listening");
  const up = runUp(clone.root, ["--port", String(taken)]);
  expect(await up.ended).toBe(1);
  other.close();
  expect(up.said()).toMatch(new RegExp(`Port ${taken} is taken .* bin/up --port \\d+\\n`));
  expect(up.said()).not.toContain("Postgres");
});

test("a DATABASE_URL that leads nowhere is named without its password", async () => {
  const env = { DATABASE_URL: `postgres://someone:s3cret@127.0.0.1:${await freePort()}/portal` };
  const up = runUp(clone.root, ["--port", String(port)], { env });
  expect(await up.ended).toBe(1);
  expect(up.said()).toMatch(
    /Postgres at postgres:\/\/someone@127.0.0.1:\d+\/portal cannot be reached .*correct DATABASE_URL\./,
  );
  expect(up.said()).not.toContain("s3cret");
});

test("--reset refuses a database that bin/up did not make", async () => {
  const env = { DATABASE_URL: `postgres://someone@127.0.0.1:${await freePort()}/portal` };
  const up = runUp(clone.root, ["--port", String(port), "--reset"], { env });
  expect(await up.ended).toBe(1);
  expect(up.said()).toContain("--reset throws away this clone's own database only");
});

test("an edited migration stops the run with its name, and leaves nothing running", async () => {
  const migrations = join(clone.root, "prisma/migrations");
  const [name = ""] = readdirSync(migrations).filter((entry) =>
    statSync(join(migrations, entry)).isDirectory(),
  );
  appendFileSync(join(migrations, name, "migration.sql"), "\n-- edited\n");
  const up = runUp(clone.root, ["--port", String(port)]);
  expect(await up.ended).toBe(1);
  expect(up.said()).toContain(`Migration ${name} was edited after it was applied.`);
  const pidFile = join(clone.root, ".data/postgres/postmaster.pid");
  expect(() => readFileSync(pidFile)).toThrow("ENOENT");
});
