import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "@/lib/platform/services/ports";
import { get, startBuiltPortals } from "@/tests/support/built-portal";

let portals: Awaited<ReturnType<typeof startBuiltPortals>>;
let figuresUrl: string;
beforeAll(async () => {
  const metricsPort = await freePort();
  figuresUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  portals = await startBuiltPortals(1, {
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: "https://homes.example",
  });
  await vi.waitFor(async () => expect(await loadsThere()).toBeGreaterThan(0), {
    timeout: 60_000,
    interval: 200,
  });
});
afterAll(() => portals.stop());

/** What the process that renders has loaded. Each time something else is asked for, until it does. */
async function loadsThere(): Promise<number> {
  await get(origin(), `/buy?price=${++asked}-`);
  const figures = await (await fetch(figuresUrl)).text();
  const loads = figures.match(/^verandah_cache_loads_total\{.*worker="render".*\} \d+$/gm) ?? [];
  return loads.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}
let asked = 0;

function origin(): string {
  return portals.origins[0] ?? "";
}

function rendererOf(pid: number): number | undefined {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean);
  return children
    .map(Number)
    .find((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("render-worker"));
}

test("what is loaded for a page is loaded by the process that renders, whose figures are on the page of the portal's", async () => {
  const before = await loadsThere();
  expect(await loadsThere()).toBeGreaterThan(before);
  const figures = await (await fetch(figuresUrl)).text();
  expect(figures).toMatch(/^verandah_process_resident_memory_bytes \d/m);
  expect(figures).toMatch(/^verandah_process_resident_memory_bytes\{worker="render"\} \d/m);
  const headings = figures.match(/^# TYPE \S+/gm) ?? [];
  expect(new Set(headings).size).toBe(headings.length);
});

test("a portal that was told its address names its pages by it, wherever they are rendered", async () => {
  const { text } = await get(origin(), "/about");
  expect(text).toContain('<link rel="canonical" href="https://homes.example/about"');
});

test("when the process that renders is killed, everybody is answered, and another one renders soon", async () => {
  const [pid = 0] = portals.pids;
  const killed = rendererOf(pid);
  const answers = Array.from({ length: 40 }, (_, index) => get(origin(), `/rent?price=${index + 1}-`));
  process.kill(killed ?? 0, "SIGKILL");
  for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
  await vi.waitFor(
    async () => {
      const renderer = rendererOf(pid);
      expect(renderer).toBeDefined();
      expect(renderer).not.toBe(killed);
      expect(await loadsThere()).toBeGreaterThan(0);
    },
    { timeout: 60_000, interval: 200 },
  );
});
