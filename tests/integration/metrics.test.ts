import { expect, onTestFinished, test } from "vitest";
import { readEnv } from "@/lib/env";
import { createPortalServer } from "@/lib/http/portal-server";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

async function setUp(env: Readonly<Record<string, string>> = {}) {
  const tested = await createTestDatabase();
  const locality = await insertLocality(tested.database, { name: "Ashby" });
  const { id } = await insertListing(tested.database, { localityId: locality.id });
  const strings = Object.entries(tested.runtime.env).map(([name, value]) => [name, String(value)]);
  await tested.runtime.close();
  const runtime = createRuntime(readEnv({ ...Object.fromEntries(strings), ...env }));
  const port = await freePort();
  const portal = createPortalServer(runtime, async (_request, response) => {
    await getListing(ListingId.parse(id));
    response.end("page");
  });
  await portal.listen(["127.0.0.1"], port);
  runtime.follow();
  onTestFinished(async () => {
    await portal.close();
    await runtime.close();
    await tested.close();
  });
  const origin = `http://127.0.0.1:${port}`;
  const figures = async (headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${origin}/metrics`, { headers });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { id, runtime, figures, visit: () => fetch(origin) };
}

/** The value of one series; its labels in any order. */
function figureOf(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = text
    .split("\n")
    .find((each) => new RegExp(`^${name}[{ ]`).test(each) && wanted.every((label) => each.includes(label)));
  return Number(line?.split(" ").at(-1));
}

test("what a visit did is counted once: a load, then hits in memory, a change, and a load again", async () => {
  const { id, runtime, figures, visit } = await setUp();
  for (let n = 0; n < 4; n++) await visit();
  const before = (await figures()).text;
  expect(figureOf(before, "verandah_cache_loads_total", { read: "listing", outcome: "loaded" })).toBe(1);
  expect(figureOf(before, "verandah_cache_answers_total", { read: "listing", tier: "memory" })).toBe(3);
  expect(figureOf(before, "verandah_cache_answers_total", { read: "listing", tier: "none" })).toBe(1);
  expect(figureOf(before, "verandah_cache_load_seconds_count", { read: "listing" })).toBe(1);
  expect(figureOf(before, "verandah_http_request_seconds_count", { method: "GET", status: "200" })).toBe(4);
  expect(figureOf(before, "verandah_cache_entries")).toBe(1);

  await runtime.database.listing.update({ where: { id }, data: { headline: "Another one" } });
  await visit();
  const after = (await figures()).text;
  expect(figureOf(after, "verandah_cache_loads_total", { read: "listing", outcome: "loaded" })).toBe(2);
  expect(figureOf(after, "verandah_cache_invalidations_total", { cause: "tag" })).toBe(1);
  expect(figureOf(after, "verandah_cache_events_total", { kind: "changes" })).toBeGreaterThanOrEqual(1);
});

test("how far behind the journal a process is can be read", async () => {
  const { id, runtime, figures } = await setUp();
  await runtime.tail.catchUp();
  await runtime.database.listing.update({ where: { id }, data: { headline: "Another one" } });
  const { text } = await figures();
  expect(figureOf(text, "verandah_journal_poll_age_seconds")).toBeLessThan(5);
  expect(figureOf(text, "verandah_journal_poll_seconds_count", { outcome: "applied" })).toBeGreaterThan(0);
  // The rows that were there when the process began are no measure of how far behind it is.
  expect(figureOf(text, "verandah_journal_lag_seconds_count")).toBe(1);
});

test("without a token the figures are for this machine itself, and not for whom a proxy on it speaks for", async () => {
  const { figures } = await setUp();
  const own = await figures();
  expect(own.status).toBe(200);
  expect(own.headers.get("content-type")).toContain("text/plain");
  expect(own.headers.get("cache-control")).toBe("no-store");
  for (const header of ["X-Forwarded-For", "Forwarded", "Via"]) {
    const { status, text } = await figures({ [header]: "203.0.113.7" });
    expect(status).toBe(403);
    expect(text).toContain("METRICS_TOKEN");
    expect(text).not.toContain("verandah_cache");
  }
});

test("with a token the figures are for whoever sends it", async () => {
  const token = "a-token-of-many-letters";
  const { figures } = await setUp({ METRICS_TOKEN: token });
  expect((await figures()).status).toBe(403);
  expect((await figures({ Authorization: `Bearer ${token}s` })).status).toBe(403);
  expect((await figures({ Authorization: `Bearer ${token}`, "X-Forwarded-For": "::1" })).status).toBe(200);
});
