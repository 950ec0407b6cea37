import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test, vi } from "vitest";
import { createRenderProcess } from "@/lib/http/renders/render-process";
import { CLONE } from "@/lib/platform/services/clone";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const { signal } = new AbortController();

test("what is made elsewhere shows whatever this process has seen, also when the other has not looked since", async () => {
  const { database, ask, path, id } = await setUp();
  for (let round = 1; round <= 20; round++) {
    const headline = `Headline ${round}`;
    await database.listing.update({ where: { id }, data: { headline } });
    expect((await ask(path))?.answer.identity?.toString()).toBe(headline);
  }
});

test("what is made elsewhere depends on what was read there, and ends when that does", async () => {
  const { ask, path, id } = await setUp();
  const made = await ask(path);
  expect(made?.dependence).toMatchObject({ taint: null, staleCause: null });
  expect(made?.dependence.tags).toContain(`listing:${id}`);
  expect(made?.dependence.freshUntilMs).toBeLessThan(Date.now() + 24 * 3_600_000);
  expect(made?.isForAll).toBe(true);
});

test("a page that fails elsewhere fails here", async () => {
  const { ask } = await setUp();
  await expect(ask("/broken")).rejects.toThrow("answered 500");
});

test("when the process ends, who waits is told to make it here, and another one takes its place", async () => {
  const { renders, ask, path } = await setUp();
  const lost = ask("/never");
  const killed = renders.child;
  killed?.kill("SIGKILL");
  expect(await lost).toBeNull();
  expect(await ask(path)).toBeNull();
  await vi.waitFor(async () => expect(await ask(path)).not.toBeNull(), { timeout: 60_000, interval: 100 });
  expect(renders.child?.pid).not.toBe(killed?.pid);
});

test("one that says nothing any more is killed, and who waits is told to make it here", async () => {
  const { renders, ask, path } = await setUp();
  renders.child?.kill("SIGSTOP");
  expect(await ask(path)).toBeNull();
});

test("one that is slow, but says that it is alive, is left to it until the time of the load is over", async () => {
  const { renders, ask } = await setUp();
  const { child } = renders;
  await expect(ask("/never", AbortSignal.timeout(7_000))).rejects.toThrow("timeout");
  expect(renders.child).toBe(child);
});

test("one that does not get ready in time is killed, and another one takes its place", async () => {
  const { runtime, close } = await createTestDatabase();
  const started: ChildProcess[] = [];
  const idle = "process.on('disconnect', () => process.exit()); setInterval(() => {}, 1_000)";
  const start = () => {
    const child = spawn(process.execPath, ["-e", idle], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    started.push(child);
    return child;
  };
  const renders = createRenderProcess(runtime, start, 300);
  onTestFinished(async () => {
    renders.close();
    await close();
  });
  await vi.waitFor(() => expect(started.length).toBeGreaterThan(1), { timeout: 10_000 });
  expect(started[0]?.signalCode).toBe("SIGKILL");
});

test("it ends with the process that it renders for", async () => {
  const { renders } = await setUp();
  const { child } = renders;
  if (child === null) throw new Error("There is no process.");
  const ended = once(child, "exit");
  renders.close();
  expect((await ended)[0]).toBe(0);
});

/** A process that renders, which looks at the journal by itself as seldom as may be. */
async function setUp() {
  const tested = await createTestDatabase();
  const { database, runtime } = tested;
  const locality = await insertLocality(database);
  const { id } = await insertListing(database, { localityId: locality.id });
  const renders = createRenderProcess(runtime, () =>
    fork(`${CLONE}/tests/support/render-server.ts`, {
      execArgv: ["--import", "tsx", "--conditions=react-server"],
      serialization: "advanced",
      env: {
        ...process.env,
        ...{ NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: tested.url, REDIS_URL: "" },
        ...{ JOURNAL_POLL_MS: "200", CACHE_TRUST_MS: "250" },
      },
    }),
  );
  onTestFinished(async () => {
    renders.close();
    await tested.close();
  });
  await runtime.tail.catchUp();
  const ask = (path: string, until = signal) => renders.make({ path, headers: {} }, until);
  const path = `/${id}`;
  await vi.waitFor(async () => expect(await ask(path)).not.toBeNull(), { timeout: 60_000, interval: 100 });
  return { renders, ask, path, id, database };
}
