import { execFileSync } from "node:child_process";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { readEnv } from "@/lib/env";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";
import { CLONE } from "@/lib/platform/services/clone";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { startOwnPostgres } from "@/tests/support/own-postgres";

/** A backup of a portal's Postgres with one listing, and what was edited and cached after it. */
async function setUp() {
  const postgres = await startOwnPostgres();
  onTestFinished(() => postgres.remove());
  const redisUrl = inject("redisUrl");
  const settings = { NODE_ENV: "test", LOG_LEVEL: "silent", REDIS_URL: redisUrl, REDIS_TIMEOUT_MS: "1000" };
  const start = async () => {
    const runtime = createRuntime(readEnv({ ...settings, DATABASE_URL: postgres.url() }));
    await vi.waitFor(() => expect(runtime.redis?.status).toBe("ready"), { timeout: 10_000 });
    return runtime;
  };
  const first = await start();
  const locality = await insertLocality(first.database);
  const inserted = await insertListing(first.database, { localityId: locality.id, headline: "Before" });
  const id = ListingId.parse(inserted.id);
  await first.close();

  await postgres.stop();
  const restore = postgres.copy();
  await postgres.start();
  const second = await start();
  await setListing(id, { headline: "Lost" }, { name: "test" });
  expect(await getListing(id)).toMatchObject({ headline: "Lost" });
  // What was loaded goes to Redis behind the answer.
  const stored = async () => (await second.redis?.keys("verandah:q:*")) ?? [];
  await vi.waitFor(async () =>
    expect(await stored()).toContainEqual(expect.stringContaining(`listing/${id}`)),
  );
  await second.close();

  await postgres.stop();
  restore();
  await postgres.start();
  const verandah = (...args: readonly string[]) =>
    execFileSync(
      process.execPath,
      ["--import", "tsx", "--conditions=react-server", `${CLONE}/bin/verandah.ts`, ...args],
      {
        cwd: CLONE,
        encoding: "utf8",
        env: { ...process.env, DATABASE_URL: postgres.url(), REDIS_URL: redisUrl },
      },
    );
  return { id, start, verandah };
}

test("after a restore, and bin/verandah cache restored, nothing is answered that was cached of what is lost", async () => {
  const { id, start, verandah } = await setUp();
  expect(verandah("cache", "restored")).toContain("another database's now");
  const runtime = await start();
  onTestFinished(() => runtime.close());
  expect(await getListing(id)).toMatchObject({ headline: "Before" });
  // And it goes on from there.
  await setListing(id, { headline: "After" }, { name: "test" });
  expect(await getListing(id)).toMatchObject({ headline: "After" });
}, 120_000);
