import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Member } from "@/bench/load/fleet";
import type { Writer } from "@/bench/load/freshness/writer";
import { htmlReport } from "@/bench/load/report/html-report";
import { loadFindings } from "@/bench/load/report/load-findings";
import { type Load, runLoad } from "@/bench/load/run-load";
import { SCENARIOS } from "@/bench/load/scenarios";
import { holds } from "@/bench/search/bounds";
import { connectClient } from "@/lib/platform/postgres-client";
import { createBareDatabase } from "@/tests/support/database";

const PER_SECOND = 100;
const SECONDS = 2;

type Behaviour = {
  /** Answers of the listing show an edit so long after it. */
  readonly lateMs?: number;
  /** While it is late it says so. */
  readonly isMarked?: boolean;
  /** One answer takes so long, and all others wait behind it. */
  readonly stallMs?: number;
};

/** A small server with one listing behind one page and one address of the API, and somebody who edits it. */
async function setUp({ lateMs = 0, isMarked = false, stallMs = 0 }: Behaviour = {}) {
  let [shown, answers, stallUntil] = ["old", 0, 0];
  let lateUntil = 0;
  const server = createServer((request, response) => {
    if (request.url === "/metrics")
      return void response.end(`verandah_cache_loads_total{read="x"} ${answers}`);
    answers++;
    if (answers === PER_SECOND / 2) stallUntil = performance.now() + stallMs;
    const stale = isMarked && performance.now() < lateUntil ? "; stale (test)" : "";
    const headers = { "Cache-Status": `Verandah; hit; ttl=9; detail="1 memory${stale}"` };
    setTimeout(
      () => response.writeHead(200, headers).end(shown),
      Math.max(0, stallUntil - performance.now()),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const database = await createBareDatabase();
  const client = await connectClient(database.url);
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await client.end();
    await database.drop();
  });
  const writer: Writer = {
    writesThroughProcess: false,
    listing: () => ({ id: 1, path: "/listing/home-1" }),
    async edit(turn) {
      const display = `price ${turn}.`;
      lateUntil = performance.now() + lateMs;
      setTimeout(() => {
        shown = display;
      }, lateMs);
      return { display, answeredAt: performance.now() };
    },
    close: async () => {},
  };
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const member: Member = { origin, pid: process.pid, metricsUrl: `${origin}/metrics` };
  const lines: string[] = [];
  const run = (editsPerSecond = 1): Promise<Load> =>
    runLoad({
      ...{
        members: [member],
        client,
        editsPerSecond,
        writer,
        inFlightMax: 500,
        log: (line) => lines.push(line),
      },
      urls: [
        { kind: "listing", path: "/listing/home-1" },
        { kind: "search API", path: "/api/listings?channel=buy" },
      ],
      arrivals: { perSecond: PER_SECOND, seconds: SECONDS },
      events: [{ share: 0.5, label: "half", act: async () => {} }],
    });
  return { run, lines };
}

test("a run asks at its rate, tells how it goes, and reports latency, tiers, database, processor, memory and freshness", async () => {
  const { run, lines } = await setUp();
  const load = await run();
  const { recorded, samples, freshness, cpuMsPerAnswer, marks } = load;
  expect(recorded).toMatchObject({ answered: PER_SECOND * SECONDS, failed: 0, unsent: 0 });
  expect(recorded.tiers.memory).toBe(PER_SECOND * SECONDS);
  expect(Object.keys(recorded.byKind)).toEqual(["listing", "search API"]);
  expect(recorded.seconds.slice(0, SECONDS).map(({ answered }) => answered)).toEqual([
    PER_SECOND,
    PER_SECOND,
  ]);
  expect(samples.length).toBeGreaterThanOrEqual(SECONDS);
  expect(samples[0]?.loadsPerSecond).toBeGreaterThan(PER_SECOND / 10);
  expect(samples.every(({ transactionsPerSecond }) => transactionsPerSecond >= 0)).toBe(true);
  expect(freshness?.edits).toBeGreaterThanOrEqual(SECONDS);
  expect(freshness).toMatchObject({ old: 0, neverShown: 0, oldestMs: 0 });
  expect(marks.map(({ label }) => label)).toEqual(["half"]);
  expect(lines.length).toBeGreaterThanOrEqual(SECONDS);
  const isLinux = process.platform === "linux";
  expect(cpuMsPerAnswer === null).toBe(!isLinux);
  expect(samples.every(({ residentBytes }) => (residentBytes ?? 0) > 10_000_000)).toBe(isLinux);

  const findings = loadFindings(load, { cases: () => [] });
  const page = htmlReport(
    { name: "test", about: "", listings: 1, told: {}, takenAt: "2026-11-25", machine: "" },
    findings,
  );
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
  for (const title of [
    "Latency over time",
    "Throughput",
    "Answers by tier",
    "Asked of Postgres",
    "Freshness",
  ])
    expect(page).toContain(title);
});

test("a stall counts in the latency of all that was due meanwhile, not only of the one that was asked for", async () => {
  const { run } = await setUp({ stallMs: 600 });
  const { recorded } = await run(0.1);
  // 60 of 200 were due in it, and waited 300 ms at the mean.
  expect(recorded.latency.p90Ms).toBeGreaterThan(200);
  expect(recorded.latency.worstMs).toBeGreaterThan(550);
  expect(recorded.latency.p50Ms).toBeLessThan(200);
});

test("an answer that is older than it may be breaks the bound by its age", async () => {
  const { run } = await setUp({ lateMs: 400 });
  const load = await run();
  expect(load.freshness?.oldestMs).toBeGreaterThan(350);
  expect(load.freshness?.oldestMs).toBeLessThan(1_500);
  const cases = SCENARIOS["postgres-slow"]?.cases(load) ?? [];
  expect(cases.map(({ name }) => name)).toEqual(["freshness"]);
  expect(cases.every(holds)).toBe(false);
});

test("an old answer that says that it is stale is counted as such, and breaks no bound", async () => {
  const { run } = await setUp({ lateMs: 400, isMarked: true });
  const load = await run();
  expect(load.freshness?.marked).toBeGreaterThan(10);
  expect(load.recorded.stale).toBeGreaterThan(10);
  expect(SCENARIOS["postgres-slow"]?.cases(load).every(holds)).toBe(true);
});
