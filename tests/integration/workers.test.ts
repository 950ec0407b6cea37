import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { spawnFleet, startOwnFleet } from "@/tests/support/own-fleet";

test("two workers share a port, and an edit made through one is what the other answers", async () => {
  const { ask, askAll } = await startOwnFleet();
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
}, 120_000);

test("the figures of all workers are on one page, each worker's with its number and under one heading", async () => {
  const { figures, askAll } = await startOwnFleet();
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
}, 120_000);

test("a worker that is killed is replaced, while the other answers, and is counted", async () => {
  const { askAll, figures } = await startOwnFleet();
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
    { timeout: 60_000, interval: 100 },
  );
  expect(await figures()).toMatch(/^verandah_worker_restarts_total 1$/m);
}, 120_000);

test("SIGTERM ends all of them within 5 s, also while somebody holds a connection open", async () => {
  const { primary, askAll, port } = await startOwnFleet();
  const workers = [...(await askAll()).keys()];
  const held = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(held.status).toBe(200);
  const startedAt = performance.now();
  primary.kill("SIGTERM");
  const [exitCode] = await once(primary, "exit");
  expect(exitCode).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow("ESRCH");
}, 120_000);

test("when the one that watches them is killed, no worker stays behind", async () => {
  const { primary, askAll } = await startOwnFleet();
  const workers = [...(await askAll()).keys()];
  primary.kill("SIGKILL");
  await vi.waitFor(
    () => {
      for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow("ESRCH");
    },
    { timeout: 10_000, interval: 50 },
  );
}, 120_000);

test("when no worker can begin, all ends with the reason instead of trying for ever", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const fleet = spawnFleet({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", PORT: port });
  const [said, [exitCode]] = await Promise.all([text(fleet.stderr), once(fleet, "exit")]);
  expect(exitCode).toBe(1);
  expect(said).toContain(`Port ${port} on 127.0.0.1 is taken`);
}, 120_000);
