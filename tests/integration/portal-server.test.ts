import { createServer } from "node:http";
import { type AddressInfo, Server } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Answer, startPortalServer } from "@/tests/support/portal-at-port";

const UNREACHABLE = "127.0.0.1:1";

test("a process that lives says so, and one with its database says that it is ready", async () => {
  const { origin } = await startPortalServer();
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  await expect
    .poll(async () => (await fetch(`${origin}/readyz`)).json())
    .toEqual({
      status: "ready",
      checks: { database: "ok", redis: "ok" },
    });
});

test("thousands of connections may wait while a page is rendered, not Node's 511", async () => {
  const listened = vi.spyOn(Server.prototype, "listen");
  onTestFinished(() => listened.mockRestore());
  const { port } = await startPortalServer();
  const asked = listened.mock.calls.map(([options]: unknown[]) => options);
  expect(asked).toContainEqual({ port, host: "127.0.0.1", backlog: 4_096 });
});

test("both names of this machine are answered", async () => {
  const { port } = await startPortalServer();
  const answers = await Promise.all(
    ["127.0.0.1", "[::1]"].map((host) => fetch(`http://${host}:${port}/healthz`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test("without its database a process lives but is not ready", async () => {
  const { origin } = await startPortalServer({
    env: { DATABASE_URL: `postgres://nobody@${UNREACHABLE}/none` },
  });
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  const answer = await fetch(`${origin}/readyz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ status: "unavailable", checks: { database: "away" } });
});

test("without Redis a process is ready, only degraded", async () => {
  const { origin } = await startPortalServer({ env: { REDIS_URL: `redis://${UNREACHABLE}` } });
  const answer = await fetch(`${origin}/readyz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: "degraded", checks: { database: "ok", redis: "away" } });
});

test("a taken port is one sentence with the way out", async () => {
  const { portal } = await startPortalServer();
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  await expect(portal.listen(["127.0.0.1"], port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program; end that, or choose another with --port (or PORT).`,
  );
});

test("on closing, a request in flight finishes, and one that never would is cut within 5 s", async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answer: Answer = async (request, response) => {
    if (request.url === "/never") return;
    await released;
    response.end("finished");
  };
  const { portal, origin } = await startPortalServer({ answer });
  const slow = fetch(`${origin}/slow`).then((response) => response.text());
  const never = fetch(`${origin}/never`).then(
    () => "answered",
    () => "cut",
  );
  await fetch(`${origin}/healthz`);
  const startedAt = performance.now();
  const closed = portal.close();
  release();
  expect(await slow).toBe("finished");
  await closed;
  expect(await never).toBe("cut");
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test("in a flood of sign-ins pages come in between, and who does not find room to wait is told when to come back", async () => {
  const order: string[] = [];
  const { origin } = await startPortalServer({
    answer: async ({ method }, response) => {
      order.push(method ?? "");
      response.end("answered");
    },
  });
  const flood = Array.from({ length: 150 }, () =>
    fetch(`${origin}/api/account/session`, { method: "POST", body: "{}" }),
  );
  await expect.poll(() => order.length).toBeGreaterThanOrEqual(2);
  expect(await (await fetch(`${origin}/buy`)).text()).toBe("answered");
  const answers = await Promise.all(flood);
  expect(order.indexOf("GET")).toBeLessThan(50);
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThanOrEqual(90);
  expect(refused[0]?.headers.get("retry-after")).toBe("5");
  expect(refused[0]?.headers.get("cache-control")).toBe("no-store");
  expect(await refused[0]?.json()).toMatchObject({ error: { code: "unavailable", issues: [] } });
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(order.length - 1);
});
