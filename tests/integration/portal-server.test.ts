import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { readEnv } from "@/lib/env";
import { answerWithStatus } from "@/lib/http/answer-status";
import { createPortalServer } from "@/lib/http/portal-server";
import { findSessionIn } from "@/lib/http/signed-in";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";
import { runtime } from "@/lib/platform/runtime";
import { createTestDatabase } from "@/tests/support/database";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const UNREACHABLE = "127.0.0.1:1";

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function setUp(options: { answer?: Answer; env?: Record<string, string> } = {}) {
  const tested = await createTestDatabase();
  await tested.runtime.close();
  const runtime = createRuntime(readEnv({ ...asStrings(tested.runtime.env), ...options.env }));
  const port = await freePort();
  const portal = createPortalServer(
    runtime,
    options.answer ?? (async (_request, response) => void response.end("page")),
  );
  await portal.listen(["127.0.0.1", "::1"], port);
  onTestFinished(async () => {
    await portal.close();
    await runtime.close();
    await tested.close();
  });
  return { portal, port, origin: `http://127.0.0.1:${port}` };
}

function asStrings(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

test("a process that lives says so, and one with its database says that it is ready", async () => {
  const { origin } = await setUp();
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  await expect
    .poll(async () => (await fetch(`${origin}/readyz`)).json())
    .toEqual({
      status: "ready",
      checks: { database: "ok", redis: "ok" },
    });
});

test("both names of this machine are answered", async () => {
  const { port } = await setUp();
  const answers = await Promise.all(
    ["127.0.0.1", "[::1]"].map((host) => fetch(`http://${host}:${port}/healthz`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test("without its database a process lives but is not ready", async () => {
  const { origin } = await setUp({ env: { DATABASE_URL: `postgres://nobody@${UNREACHABLE}/none` } });
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  const answer = await fetch(`${origin}/readyz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ status: "unavailable", checks: { database: "away" } });
});

test("without Redis a process is ready, only degraded", async () => {
  const { origin } = await setUp({ env: { REDIS_URL: `redis://${UNREACHABLE}` } });
  const answer = await fetch(`${origin}/readyz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: "degraded", checks: { database: "ok", redis: "away" } });
});

test("an answer carries the request's id: the caller's where it is well-formed, else a new one", async () => {
  const { origin } = await setUp();
  const given = await fetch(origin, { headers: { "x-request-id": "caller-0001" } });
  expect(given.headers.get("x-request-id")).toBe("caller-0001");
  const malformed = await fetch(origin, { headers: { "x-request-id": "<script>" } });
  expect(malformed.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("a page's own status replaces a 200, and nothing else", async () => {
  const answer: Answer = async (request, response) => {
    answerWithStatus(410);
    response.statusCode = request.url === "/found" ? 200 : 500;
    response.end("page");
  };
  const { origin } = await setUp({ answer });
  expect((await fetch(`${origin}/found`)).status).toBe(410);
  expect((await fetch(`${origin}/failed`)).status).toBe(500);
});

test("an answer that throws is a 500 that names the request and nothing of the cause", async () => {
  const { origin } = await setUp({ answer: () => Promise.reject(new Error("secret cause")) });
  const answer = await fetch(origin, { headers: { "x-request-id": "caller-0002" } });
  expect(answer.status).toBe(500);
  const body = await answer.text();
  expect(body).toContain("caller-0002");
  expect(body).not.toContain("secret");
});

test("a page that failed is replaced by one that needs no scripts; an answer to scripts is left alone", async () => {
  const answer: Answer = async (request, response) => {
    response.setHeader(
      "Content-Type",
      request.url === "/page" ? "text/html; charset=utf-8" : "text/x-component",
    );
    response.setHeader("Content-Encoding", "gzip");
    response.statusCode = 500;
    response.write(gzipSync("an empty document"));
    response.end();
  };
  const { origin } = await setUp({ answer });
  const page = await fetch(`${origin}/page`, { headers: { "x-request-id": "caller-0003" } });
  expect(page.status).toBe(500);
  expect(page.headers.get("cache-control")).toBe("no-store");
  const html = await page.text();
  expect(html).toContain("Something went wrong");
  expect(html).toContain("caller-0003");
  expect(html).not.toContain("<script");
  expect(await (await fetch(`${origin}/payload`)).text()).toBe("an empty document");
});

test("a page that failed because the database is away says so with 503, when to come back, and nothing that is stored", async () => {
  const answer: Answer = async (_request, response) => {
    const asked = runtime().request.getStore();
    if (asked) asked.status = 503;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.statusCode = 500;
    response.end("an empty document");
  };
  const { origin } = await setUp({ answer });
  const page = await fetch(`${origin}/page`);
  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(await page.text()).toContain("Back in a moment");
});

test("an answer says which tier gave it, how old it is and how long that took", async () => {
  const answer: Answer = async (_request, response) => {
    const listing = await getListing(ListingId.parse(2_000_000_000));
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(listing));
  };
  const { origin } = await setUp({ answer });
  const [first, second] = [await fetch(origin), await fetch(origin)];
  expect(first.headers.get("cache-status")).toBe('Verandah; fwd=miss; detail="1 origin"');
  expect(second.headers.get("cache-status")).toMatch(/^Verandah; hit; ttl=\d+; detail="1 memory"$/);
  expect(second.headers.get("server-timing")).toMatch(
    /^cache;desc="listing memory";dur=[\d.]+, total;dur=[\d.]+$/,
  );
});

test("an answer that read nothing through the cache says nothing of it", async () => {
  const { origin } = await setUp();
  const answer = await fetch(origin);
  expect(answer.headers.get("cache-status")).toBeNull();
  expect(answer.headers.get("server-timing")).toMatch(/^total;dur=/);
});

test("an answer of which a part is stale says so, and is stored by nobody", async () => {
  const answer: Answer = async (_request, response) => {
    const reads = runtime().request.getStore()?.reads;
    const fresh = {
      read: "search",
      tier: "memory",
      ageMs: 10,
      expiresInMs: 9_000,
      staleCause: null,
      tookMs: 1,
    } as const;
    reads?.push(fresh, { ...fresh, read: "listing", ageMs: 5_000, expiresInMs: 0, staleCause: "trust" });
    response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "public" });
    response.end("{}");
  };
  const { origin } = await setUp({ answer });
  const { headers } = await fetch(origin);
  expect(headers.get("cache-status")).toBe('Verandah; hit; ttl=0; detail="2 memory; stale (trust)"');
  expect(headers.get("cache-control")).toBe("no-store");
});

test("an answer that depends on who is signed in is stored by nobody, whatever it says itself and whether or not anybody is", async () => {
  const answer: Answer = async (request, response) => {
    const source = runtime().request.getStore()?.source;
    if (request.url === "/mine" && source) await findSessionIn(request.headers.cookie ?? null, source);
    response.writeHead(200, { "Content-Type": "text/html", "Cache-Control": "public, max-age=60" });
    response.end("page");
  };
  const { origin } = await setUp({ answer });
  const cookie = `verandah-session=${"x".repeat(43)}`;
  for (const headers of [{}, { cookie }] as Record<string, string>[]) {
    expect((await fetch(`${origin}/mine`, { headers })).headers.get("cache-control")).toBe("no-store");
    expect((await fetch(`${origin}/all`, { headers })).headers.get("cache-control")).toBe(
      "public, max-age=60",
    );
  }
});

test("a taken port is one sentence with the way out", async () => {
  const { portal } = await setUp();
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
  const { portal, origin } = await setUp({ answer });
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
  const { origin } = await setUp({
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
