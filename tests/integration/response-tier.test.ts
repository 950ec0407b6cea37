import { request as httpRequest, type IncomingMessage } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { parseSnapshot } from "@/lib/cache/snapshot";
import { seenCookie } from "@/lib/http/seen-cookie";
import type { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { connectClient } from "@/lib/platform/postgres-client";
import { runtime } from "@/lib/platform/runtime";
import { get } from "@/tests/support/built-portal";
import { gate, page, type Render, setUpTier as setUp } from "@/tests/support/response-tier-stage";

test("a hundred who ask at once cost one render", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(async (_request, response) => {
    await opened;
    page(response);
  });
  const asked = Array.from({ length: 100 }, () => get(origin, "/about"));
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  open();
  const answers = await Promise.all(asked);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(rendered).toEqual(["/about"]);
});

test("a reader who hangs up spoils nothing for those who come later", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(async (_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.write("<p>first half, ");
    await opened;
    response.end("second half</p>");
  });
  const left = httpRequest(`${origin}/about`);
  left.on("error", () => {});
  left.end();
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  left.destroy();
  open();
  await vi.waitFor(async () => expect((await get(origin, "/about")).tier).toBe("memory"));
  expect((await get(origin, "/about")).text).toBe("<p>first half, second half</p>");
  expect(rendered).toHaveLength(1);
});

test("what is rendered is asked for by nobody: no header, no cookie, no address of theirs", async () => {
  let seen: IncomingMessage | undefined;
  const { origin } = await setUp(async (request, response) => {
    seen = request;
    page(response);
  });
  await get(origin, "/about?utm_source=x", { cookie: "theme=dark", "user-agent": "me", accept: "text/html" });
  expect([seen?.method, seen?.url, seen?.headers]).toEqual(["GET", "/about", { host: "localhost" }]);
  expect(runtime().env.PUBLIC_URL).toBeUndefined();
});

const UNSTORED: Readonly<Record<string, Render>> = {
  "an error": async (_request, response) => {
    response.statusCode = 500;
    page(response);
  },
  "a refusal": async (_request, response) => {
    response.statusCode = 400;
    page(response);
  },
  "an answer that sets a cookie": async (_request, response) => {
    response.setHeader("Set-Cookie", "a=1");
    page(response);
  },
  "an answer to somebody": async (_request, response) => {
    const context = runtime().request.getStore();
    if (context) context.isPersonal = true;
    page(response);
  },
  "a page of which a part threw when its status had left": async (_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.write("<p>first half");
    const context = runtime().request.getStore();
    if (context) context.hasFailed = true;
    response.end();
  },
  "a page that turned out not to be there when its status had left": async (_request, response) =>
    page(response, '<body><template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"></template></body>'),
  "a payload that says so": async (_request, response) =>
    page(response, '<script>self.__next_f.push([1,"2:E{\\"digest\\":\\"1\\"}"])</script>'),
  "a page that asked the database itself": async (_request, response) => {
    await runtime().database.region.count();
    page(response);
  },
  "a page that read a snapshot itself": async (_request, response) => {
    await runtime().readSnapshot((transaction) => transaction.region.count());
    page(response);
  },
};

test.for(Object.entries(UNSTORED))("%s is never stored", async ([, render]) => {
  const { origin, rendered } = await setUp(render);
  for (let asked = 0; asked < 3; asked++) {
    const answer = await get(origin, "/about");
    expect(answer.tier).not.toBe("memory");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
  expect(rendered).toHaveLength(3);
});

test("a page made of cached reads is stored, and rendered again when what it read has changed", async () => {
  let shown: ListingId | undefined;
  const { origin, rendered, database, id } = await setUp(async (_request, response) => {
    const listing = shown === undefined ? null : await getListing(shown);
    page(response, `<body>${listing?.headline}</body>`);
  });
  shown = id;
  expect((await get(origin, "/about")).tier).toBe("origin");
  expect((await get(origin, "/about")).tier).toBe("memory");
  await database.listing.update({ where: { id }, data: { headline: "Another" } });
  const changed = await get(origin, "/about");
  expect([changed.tier, changed.text]).toEqual(["origin", "<body>Another</body>"]);
  expect(rendered).toHaveLength(2);
});

test("while nobody can tell whether it is true, a page says so, under a tag of its own, and is kept by nobody", async () => {
  const { origin, rendered, clock, tail } = await setUp(async (request, response) => {
    if (request.headers.rsc !== undefined) {
      response.setHeader("Content-Type", "text/x-component");
      response.end("0:payload");
    } else page(response, `<html><body class="x"><main>${"page ".repeat(500)}</main></body></html>`);
  });
  const fresh = await get(origin, "/about");
  const payload = ["/about?_rsc=", { rsc: "1" }] as const;
  expect((await get(origin, ...payload)).text).toBe("0:payload");
  tail.close();
  vi.spyOn(tail, "catchUp").mockResolvedValue(false);
  clock.distrust(Number.MAX_SAFE_INTEGER);
  const stale = await get(origin, "/about", { "if-none-match": String(fresh.headers.etag) });
  expect(stale.status).toBe(200);
  expect(stale.text).toContain('<body class="x"><aside id="stale-notice"');
  expect(stale.text).toContain("This page may be out of date.");
  expect(stale.headers["cache-status"]).toContain("stale (trust)");
  expect(stale.headers["cache-control"]).toBe("no-store");
  expect(stale.headers.etag).not.toBe(fresh.headers.etag);
  // Next's router then loads the page itself.
  const left = await get(origin, ...payload);
  expect([left.status, left.text, left.headers["content-type"]]).toEqual([
    200,
    "",
    "text/html; charset=utf-8",
  ]);
  expect(rendered.filter((path) => path === "/about")).toHaveLength(1);
});

test("an address that is too long is refused before anything is made of it", async () => {
  const { origin, rendered } = await setUp(async (_request, response) => page(response));
  expect((await get(origin, `/buy?a=${"x".repeat(9_000)}`)).status).toBe(414);
  expect(rendered).toEqual([]);
});

test("whoever has seen a change that this process has not is not answered with what it holds", async () => {
  let shown: ListingId | undefined;
  const render: Render = async (_request, response) => {
    const listing = shown === undefined ? null : await getListing(shown);
    page(response, `<body>${listing?.headline}</body>`);
  };
  const { origin, id, clock, tail, url } = await setUp(render, { CACHE_TRUST_MS: "250" }, false);
  shown = id;
  const psql = await connectClient(url);
  onTestFinished(() => psql.end());
  await get(origin, "/about");
  await tail.catchUp();
  await psql.query("UPDATE listing SET headline = 'Another', version = version + 1");
  const { rows } = await psql.query<{ seen: string }>("SELECT pg_current_snapshot()::text AS seen");
  const seen = parseSnapshot(rows[0]?.seen ?? "");
  if (seen === undefined) throw new Error("Postgres shows no snapshot.");
  const set = seenCookie({ clock: { identity: clock.identity, seen, polledAtMs: 0 }, env: {} });
  const [cookie = ""] = set.split(";");
  expect((await get(origin, "/about", { cookie })).text).toBe("<body>Another</body>");
});
