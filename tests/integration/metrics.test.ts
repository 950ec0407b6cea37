import { networkInterfaces } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { readEnv } from "@/lib/env";
import { startMetricsServer } from "@/lib/http/metrics-server";
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
  const metricsPort = await freePort();
  const shown = await startMetricsServer({ ...runtime.env, METRICS_PORT: metricsPort }, () =>
    runtime.metrics.registry.metrics(),
  );
  runtime.follow();
  onTestFinished(async () => {
    shown.close();
    await portal.close();
    await runtime.close();
    await tested.close();
  });
  const origin = `http://127.0.0.1:${port}`;
  const figures = async (headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`, { headers });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { id, runtime, figures, metricsPort, origin, visit: () => fetch(origin) };
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

test("what is asked of the database is counted and timed, as is waiting for a connection", async () => {
  const { runtime, figures } = await setUp({ DATABASE_POOL_MAX: "2" });
  const before = (await figures()).text;
  await Promise.all(Array.from({ length: 6 }, () => runtime.database.$queryRaw`SELECT pg_sleep(0.05)::text`));
  await expect(runtime.database.$queryRaw`SELECT 1 / 0`).rejects.toThrow();
  const after = (await figures()).text;
  const rise = (name: string, labels = {}) => figureOf(after, name, labels) - figureOf(before, name, labels);
  const answered = { outcome: "answered" };
  expect(rise("verandah_database_query_seconds_count", answered)).toBeGreaterThanOrEqual(6);
  expect(rise("verandah_database_query_seconds_sum", answered)).toBeGreaterThan(0.29);
  expect(rise("verandah_database_query_seconds_count", { outcome: "failed" })).toBe(1);
  // Two at a time: the others wait for one or two of 50 ms.
  expect(rise("verandah_database_pool_wait_seconds_sum")).toBeGreaterThan(0.25);
  expect(figureOf(after, "verandah_database_pool_connections", { state: "busy" })).toBe(0);
  expect(figureOf(after, "verandah_database_pool_connections", { state: "idle" })).toBeGreaterThan(0);
  expect(figureOf(after, "verandah_database_pool_waiting")).toBe(0);
});

test("what the process itself takes can be read: memory, and how late its event loop is", async () => {
  const { text } = await (await setUp()).figures();
  expect(figureOf(text, "verandah_process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
  expect(figureOf(text, "verandah_nodejs_eventloop_lag_p99_seconds")).toBeGreaterThanOrEqual(0);
});

test("the figures have a port of their own: the public one does not know them, and theirs knows nothing else", async () => {
  const { figures, metricsPort, origin } = await setUp();
  const own = await figures();
  expect(own.status).toBe(200);
  expect(own.headers.get("content-type")).toContain("text/plain");
  expect(own.headers.get("cache-control")).toBe("no-store");
  expect(await (await fetch(`${origin}/metrics`)).text()).toBe("page");
  expect((await fetch(`http://127.0.0.1:${metricsPort}/`)).status).toBe(404);
});

test("the port of the figures is this machine's alone unless METRICS_HOST says otherwise", async () => {
  const { metricsPort } = await setUp();
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === "IPv4" && !each.internal)?.address;
  if (outside === undefined) return;
  await expect(fetch(`http://${outside}:${metricsPort}/metrics`)).rejects.toThrow("fetch failed");
});

test("with a token the figures are for whoever sends it", async () => {
  const token = "a-token-of-many-letters";
  const { figures } = await setUp({ METRICS_TOKEN: token });
  expect((await figures()).status).toBe(403);
  expect((await figures({ Authorization: `Bearer ${token}s` })).status).toBe(403);
  expect((await figures({ Authorization: `Bearer ${token}` })).status).toBe(200);
});

test("a port that is taken is one sentence with what to check", async () => {
  const { metricsPort } = await setUp();
  const again = startMetricsServer({ METRICS_PORT: metricsPort }, async () => "");
  await expect(again).rejects.toThrow(/^The figures cannot be shown on 127\.0\.0\.1.*METRICS_PORT\.$/);
});
