import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { CLONE } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { ANSWERED_BY } from "@/tests/support/listing-portal";
import { insertListing, insertLocality } from "@/tests/support/listings";

/** Two workers of a portal that share a port. */
async function setUp() {
  const tested = await createTestDatabase();
  const locality = await insertLocality(tested.database);
  const { id } = await insertListing(tested.database, { localityId: locality.id });
  const { DATABASE_URL, REDIS_URL = "" } = tested.runtime.env;
  const [port, metricsPort] = [await freePort(), await freePort()];
  const fleet = startFleet({
    ...{ DATABASE_URL, REDIS_URL, PORT: String(port), METRICS_PORT: String(metricsPort) },
  });
  onTestFinished(async () => {
    fleet.kill("SIGKILL");
    await tested.close();
  });
  const origin = `http://127.0.0.1:${port}`;
  // Each request by a connection of its own: what answers the first one answers all of it.
  const ask = async (init: RequestInit = {}) => {
    // What was handed to a worker as it was killed is answered by nobody.
    const signal = AbortSignal.timeout(2_000);
    const response = await fetch(`${origin}/${id}`, { ...init, headers: { connection: "close" }, signal });
    const by = Number(response.headers.get(ANSWERED_BY));
    return { by, status: response.status, text: await response.text() };
  };
  const askAll = async () => {
    const answers = new Map<number, string>();
    for (let n = 0; n < 8; n++) {
      const answer = await ask();
      answers.set(answer.by, answer.text);
    }
    return answers;
  };
  await vi.waitFor(async () => expect((await askAll()).size).toBe(2), { timeout: 20_000, interval: 200 });
  const figures = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return { fleet, port, ask, askAll, figures };
}

function startFleet(env: Readonly<Record<string, string>>) {
  return spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", `${CLONE}/tests/support/fleet-server.ts`],
    {
      cwd: CLONE,
      env: {
        ...{ PATH: process.env.PATH, NODE_ENV: "test", LOG_LEVEL: "error", WEB_CONCURRENCY: "2" },
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}

test("two workers share a port, and an edit made through one is what the other answers", async () => {
  const { ask, askAll } = await setUp();
  for (let round = 1; round <= 6; round++) {
    const headline = `Headline ${round}`;
    const { by, status } = await ask({ method: "PUT", body: headline });
    expect(status).toBe(204);
    // The other follows the journal for itself; it has a quarter of a second, and the answers here begin after that.
    await new Promise((resolve) => setTimeout(resolve, 250));
    const answers = await askAll();
    expect([...answers.keys()]).toContain(by);
    expect(answers.size).toBe(2);
    for (const answer of answers.values()) expect(JSON.parse(answer)).toMatchObject({ headline });
  }
}, 60_000);

test("the figures of all workers are on one page, each worker's with its number and under one heading", async () => {
  const { figures, askAll } = await setUp();
  await askAll();
  const page = await figures();
  for (const worker of ["1", "2"]) {
    expect(page).toMatch(
      new RegExp(`^verandah_http_request_seconds_count\\{.*worker="${worker}".*\\} [1-9]`, "m"),
    );
    expect(page).toMatch(new RegExp(`^verandah_process_start_time_seconds\\{worker="${worker}"\\} \\d`, "m"));
  }
  const headings = page.match(/^# TYPE \S+/gm) ?? [];
  expect(new Set(headings).size).toBe(headings.length);
  expect(page).toMatch(/^verandah_workers 2$/m);
}, 60_000);

test("a worker that is killed is replaced, while the other answers, and is counted", async () => {
  const { askAll, figures } = await setUp();
  const [killed, kept] = [...(await askAll()).keys()];
  if (killed === undefined) throw new Error("There is no worker.");
  process.kill(killed, "SIGKILL");
  await vi.waitFor(
    async () => {
      const now = [...(await askAll()).keys()];
      expect(now).toHaveLength(2);
      expect(now).toContain(kept);
      expect(now).not.toContain(killed);
    },
    { timeout: 20_000, interval: 100 },
  );
  expect(await figures()).toMatch(/^verandah_worker_restarts_total 1$/m);
}, 60_000);

test("SIGTERM ends all of them within 5 s, also while somebody holds a connection open", async () => {
  const { fleet, askAll, port } = await setUp();
  const workers = [...(await askAll()).keys()];
  const held = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(held.status).toBe(200);
  const startedAt = performance.now();
  fleet.kill("SIGTERM");
  const [exitCode] = await once(fleet, "exit");
  expect(exitCode).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow("ESRCH");
}, 60_000);

test("when the one that watches them is killed, no worker stays behind", async () => {
  const { fleet, askAll } = await setUp();
  const workers = [...(await askAll()).keys()];
  fleet.kill("SIGKILL");
  await vi.waitFor(
    () => {
      for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow("ESRCH");
    },
    { timeout: 10_000, interval: 50 },
  );
}, 60_000);

test("when no worker can begin, all ends with the reason instead of trying for ever", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const fleet = startFleet({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", PORT: port });
  const [said, [exitCode]] = await Promise.all([text(fleet.stderr), once(fleet, "exit")]);
  expect(exitCode).toBe(1);
  expect(said).toContain(`Port ${port} on 127.0.0.1 is taken`);
}, 60_000);
