import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { answerWithStatus } from "@/lib/http/answer-status";
import { findSessionIn } from "@/lib/http/signed-in";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { runtime } from "@/lib/platform/runtime";
import { type Answer, startPortalServer } from "@/tests/support/portal-at-port";

test("an answer carries the request's id: the caller's where it is well-formed, else a new one", async () => {
  const { origin } = await startPortalServer();
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
  const { origin } = await startPortalServer({ answer });
  expect((await fetch(`${origin}/found`)).status).toBe(410);
  expect((await fetch(`${origin}/failed`)).status).toBe(500);
});

test("an answer that throws is a 500 that names the request and nothing of the cause", async () => {
  const { origin } = await startPortalServer({ answer: () => Promise.reject(new Error("secret cause")) });
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
  const { origin } = await startPortalServer({ answer });
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
  const { origin } = await startPortalServer({ answer });
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
  const { origin } = await startPortalServer({ answer });
  const [first, second] = [await fetch(origin), await fetch(origin)];
  expect(first.headers.get("cache-status")).toBe('Verandah; fwd=miss; detail="1 origin"');
  expect(second.headers.get("cache-status")).toMatch(/^Verandah; hit; ttl=\d+; detail="1 memory"$/);
  expect(second.headers.get("server-timing")).toMatch(
    /^cache;desc="listing memory";dur=[\d.]+, total;dur=[\d.]+$/,
  );
});

test("an answer that read nothing through the cache says nothing of it", async () => {
  const { origin } = await startPortalServer();
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
  const { origin } = await startPortalServer({ answer });
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
  const { origin } = await startPortalServer({ answer });
  const cookie = `verandah-session=${"x".repeat(43)}`;
  for (const headers of [{}, { cookie }] as Record<string, string>[]) {
    expect((await fetch(`${origin}/mine`, { headers })).headers.get("cache-control")).toBe("no-store");
    expect((await fetch(`${origin}/all`, { headers })).headers.get("cache-control")).toBe(
      "public, max-age=60",
    );
  }
});
