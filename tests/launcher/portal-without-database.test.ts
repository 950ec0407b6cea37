import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { connectDatabase } from "@/lib/platform/prisma";
import { DATA } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { openFaultProxy } from "@/tests/support/fault-proxy";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { startOwnPostgres } from "@/tests/support/own-postgres";

const NOTICE = "This page may be out of date.";

/** The portal as it is built, whose way to its database can be cut. */
async function setUp() {
  mkdirSync(DATA, { recursive: true });
  const folder = mkdtempSync(join(DATA, "portal-"));
  const postgres = await startOwnPostgres();
  const database = connectDatabase({
    DATABASE_URL: postgres.url(),
    DATABASE_POOL_MAX: 1,
    DATABASE_CONNECT_TIMEOUT_MS: 5_000,
    DATABASE_STATEMENT_TIMEOUT_MS: 15_000,
  });
  const locality = await insertLocality(database, { name: "Ashby" });
  const { id } = await insertListing(database, { localityId: locality.id });
  await database.$disconnect();
  const line = await openFaultProxy(() => Number(new URL(postgres.url()).port));
  const url = new URL(postgres.url());
  url.port = String(line.port);
  const portal = await startPortal({
    urls: { databaseUrl: url.href, redisUrl: undefined },
    port: await freePort(),
    logFile: join(folder, "portal.log"),
  });
  onTestFinished(async () => {
    await portal.process.stop();
    await line.close();
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  await untilReady(portal);
  const visit = async (path: string) => {
    const response = await fetch(`${portal.url}${path}`);
    const { headers, status } = response;
    return {
      status,
      text: await response.text(),
      from: headers.get("cache-status") ?? "",
      keep: headers.get("cache-control") ?? "",
      retryAfter: headers.get("retry-after"),
    };
  };
  return { id, line, visit };
}

test("while the database is away, pages that were read before are shown with a notice, others answer 503; then all is as before", async () => {
  const { id, line, visit } = await setUp();
  const known = ["/", "/buy", `/listing/${id}`];
  for (const path of known) {
    const { status, text } = await visit(path);
    expect(status, path).toBe(200);
    expect(text, path).not.toContain(NOTICE);
  }
  expect((await visit("/listing/one-name-999999")).status).toBe(404);

  line.set({ kind: "refuse" });
  await expect.poll(async () => (await visit("/buy")).from).toContain("stale (trust)");
  for (const path of known) {
    const { status, text, from, keep } = await visit(path);
    expect(status, path).toBe(200);
    expect(text, path).toContain(NOTICE);
    expect(from, path).toContain("stale (trust)");
    expect(keep, path).toBe("no-store");
  }
  // Rendered now, of what was read of it under another name.
  const missing = await visit("/listing/another-name-999999");
  expect(missing.status).toBe(404);
  expect(missing.text).toContain(NOTICE);
  const unknown = await visit("/rent");
  expect(unknown.status).toBe(503);
  expect(unknown.retryAfter).toBe("5");
  expect(unknown.keep).toBe("no-store");
  expect(unknown.text).toContain("Back in a moment");
  expect((await visit("/readyz")).status).toBe(503);
  expect((await visit("/healthz")).status).toBe(200);

  line.set({ kind: "pass" });
  await expect.poll(async () => (await visit("/readyz")).status, { timeout: 5_000 }).toBe(200);
  await expect.poll(async () => (await visit("/buy")).text, { timeout: 5_000 }).not.toContain(NOTICE);
  expect((await visit("/rent")).status).toBe(200);
}, 60_000);
