import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { get } from "@/tests/support/built-portal";
import { type Answer, startPortalServer } from "@/tests/support/portal-at-port";

const SHORT = { pages: 1, data: 1, changes: 1, accounts: 1 };
const PERSON = { accept: "text/html,*/*" };

/** A portal with one place in each lane, in which pages named /held wait until they are let go. */
async function setUp(limits: { readonly waitMs?: number } = {}) {
  let letGo = () => {};
  const freed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const begun: string[] = [];
  const answer: Answer = async (request, response) => {
    begun.push(`${request.method} ${request.url}`);
    if (request.url?.includes("held")) await freed;
    const isBodied = request.method === "PUT" || request.method === "PATCH";
    response.end(`answered ${isBodied ? await textOf(request) : ""}`);
  };
  const { origin, port } = await startPortalServer({
    answer,
    limits: { atOnceMax: SHORT, waitMs: 50, ...limits },
  });
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    get(origin, path, headers, method);
  /** Takes the place of a lane; `answered` once it is let go. */
  const hold = async (path: string, method = "GET") => {
    const answered = ask(path, {}, method);
    answered.catch(() => {});
    await vi.waitFor(() => expect(begun).toContain(`${method} ${path}`));
    return { answered };
  };
  return { origin, port, ask, begun, hold, letGo };
}

/** As Next hands a body to a route: what was read before is refused. */
function textOf(request: IncomingMessage): Promise<string> {
  const init = { method: "PUT", body: request, duplex: "half" };
  // Node takes any stream, which its types do not say.
  return new Request("http://localhost", init as unknown as RequestInit).text();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  request.on("data", (chunk: Buffer) => {
    body += chunk;
  });
  await once(request, "end");
  return body;
}

test("who finds no place in time is told when to come back: people by a page, programs and Next's router by JSON", async () => {
  const { ask, begun, hold, letGo } = await setUp();
  const { answered } = await hold("/console/held");
  const page = await ask("/console", PERSON);
  const forPrograms = [await ask("/console"), await ask("/console?_rsc=x", { ...PERSON, rsc: "1" })];
  for (const { status, headers } of [page, ...forPrograms])
    expect([status, headers["retry-after"], headers["cache-control"]]).toEqual([503, "5", "no-store"]);
  expect(page.headers["content-type"]).toContain("text/html");
  expect(page.text).toContain("More people ask than can be answered");
  expect(page.text).toContain(page.headers["x-request-id"]);
  for (const { text } of forPrograms)
    expect(JSON.parse(text)).toMatchObject({ error: { code: "unavailable", issues: [] } });
  expect(begun).toEqual(["GET /console/held"]);
  letGo();
  expect((await answered).status).toBe(200);
  expect((await ask("/console", PERSON)).status).toBe(200);
});

test("who waits gets the place in turn when it is free in time", async () => {
  const { ask, hold, letGo } = await setUp({ waitMs: 5_000 });
  const { answered } = await hold("/console/held");
  const waiting = [ask("/first"), ask("/second")];
  letGo();
  expect((await Promise.all([answered, ...waiting])).map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("pages that have all their places keep neither data, edits, sign-ins nor files waiting, nor these them", async () => {
  const { ask, hold, letGo } = await setUp();
  await hold("/console/held");
  expect((await ask("/console")).status).toBe(503);
  for (const [method, path] of [
    ["GET", "/api/console/listings"],
    ["PATCH", "/api/console/listings/1"],
    ["POST", "/api/account/session"],
    ["GET", "/_next/static/a.js"],
    ["GET", "/media/a"],
  ] as const)
    expect([path, (await ask(path, {}, method)).status]).toEqual([path, 200]);
  await hold("/api/held", "PUT");
  expect((await ask("/api/console/listings/1", {}, "PATCH")).status).toBe(503);
  expect((await ask("/api/console/listings")).status).toBe(200);
  letGo();
});

test("an edit that is refused was not begun, and says that nothing was changed", async () => {
  const { ask, begun, hold, letGo } = await setUp();
  await hold("/api/held", "PUT");
  const refused = await ask("/api/console/listings/1", {}, "PATCH");
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "5"]);
  expect(JSON.parse(refused.text).error.message).toContain("nothing was changed");
  expect(begun).toEqual(["PUT /api/held"]);
  letGo();
});

test("who left while they waited is not worked for", async () => {
  const { origin, ask, begun, hold, letGo } = await setUp({ waitMs: 5_000 });
  const { answered } = await hold("/console/held");
  const leaving = httpRequest(`${origin}/left`);
  leaving.on("error", () => {}).end();
  await once(leaving, "socket");
  await ask("/api/after-it");
  leaving.destroy();
  await ask("/api/after-it");
  letGo();
  await answered;
  expect((await ask("/console")).status).toBe(200);
  expect(begun).not.toContain("GET /left");
});

test("a body that comes slowly takes no place from anybody", async () => {
  const { ask, begun, origin } = await setUp();
  const slow = httpRequest(`${origin}/api/slow`, { method: "PUT", headers: { "content-length": 10 } });
  const answered = once(slow, "response");
  slow.write("12345");
  await ask("/api/after-it");
  expect((await ask("/api/console/listings/1", {}, "PATCH")).status).toBe(200);
  expect(begun).not.toContain("PUT /api/slow");
  slow.end("67890");
  const [response] = (await answered) as [IncomingMessage];
  expect([response.statusCode, await bodyOf(response)]).toEqual([200, "answered 1234567890"]);
});

const CHUNKED = { "transfer-encoding": "chunked" };

test("a body is whole and in order, however long it is and in whatever pieces it came", async () => {
  const { origin } = await setUp({ waitMs: 5_000 });
  const letters = "abcdefghij".repeat(15_000);
  for (const length of [0, 1, 16_384, 65_536, 65_537, 150_000])
    for (const isSlow of [false, true]) {
      const sent = letters.slice(0, length);
      const asked = httpRequest(`${origin}/api/body`, { method: "PUT", headers: CHUNKED });
      const answered = once(asked, "response");
      asked.flushHeaders();
      for (let at = 0; at < length; at += 20_000) {
        asked.write(sent.slice(at, at + 20_000));
        if (isSlow) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      asked.end();
      const [response] = (await answered) as [IncomingMessage];
      expect((await bodyOf(response)) === `answered ${sent}`, `${length} ${isSlow}`).toBe(true);
    }
});

test("a body that is none, and came with its head, is read to its end", async () => {
  const { port } = await setUp();
  const socket = connect(port, "127.0.0.1");
  socket.write("PUT /api/none HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
});

test("a reader who takes nothing of a page keeps no place", async () => {
  const answer: Answer = async (request, response) => {
    if (request.url !== "/large") return void response.end("page");
    const closed = once(response, "close");
    while (!response.destroyed)
      if (!response.write(Buffer.alloc(64 * 1024))) await Promise.race([once(response, "drain"), closed]);
  };
  const { origin, port } = await startPortalServer({
    answer,
    limits: { atOnceMax: SHORT, waitMs: 5_000, stallMs: 50 },
  });
  const reader = connect(port, "127.0.0.1").pause();
  reader.write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(reader, "connect");
  await get(origin, "/api/after-it");
  expect((await get(origin, "/console")).status).toBe(200);
  reader.destroy();
});
