import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { parseSnapshot } from "@/lib/cache/snapshot";
import { readEnv } from "@/lib/env";
import { createPortalServer } from "@/lib/http/portal-server";
import { seenCookie } from "@/lib/http/seen-cookie";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";
import { connectClient } from "@/lib/platform/postgres-client";
import { runtime } from "@/lib/platform/runtime";
import { freePort } from "@/lib/platform/services/ports";
import { get } from "@/tests/support/built-portal";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A portal whose pages are rendered by the test. */
async function setUp(render: Render, env: Record<string, string> = {}, follows = true) {
  const tested = await createTestDatabase();
  const locality = await insertLocality(tested.database, { name: "Ashby" });
  const { id } = await insertListing(tested.database, { localityId: locality.id });
  await tested.runtime.close();
  const settings = Object.entries(tested.runtime.env).map(([name, value]) => [name, String(value)]);
  const made = createRuntime(readEnv({ ...Object.fromEntries(settings), REDIS_URL: "", ...env }));
  const rendered: string[] = [];
  const port = await freePort();
  const portal = createPortalServer(
    made,
    async (request, response) => {
      rendered.push(request.url ?? "");
      await render(request, response);
    },
    { buildId: "test" },
  );
  await portal.listen(["127.0.0.1"], port);
  if (follows) made.follow();
  // What is asked before the journal was read once is not what is asked after.
  await made.tail.catchUp();
  onTestFinished(async () => {
    await portal.close();
    await made.close();
    await tested.close();
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    rendered,
    id: ListingId.parse(id),
    database: made.database,
    clock: made.clock,
    tail: made.tail,
    url: tested.url,
  };
}

function page(response: ServerResponse, body = "<html><body>page</body></html>"): void {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(body);
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

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

test("above the bound of renders who comes is told to come back, and what is held is still answered at once", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(
    async (request, response) => {
      if (request.url !== "/about") await opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  await get(origin, "/about");
  const slow = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(2));
  const refused = await Promise.all(["/buy", "/rent"].map((path) => get(origin, path)));
  expect((await get(origin, "/about")).tier).toBe("memory");
  expect(
    refused.map(({ status, headers }) => [status, headers["retry-after"], headers["cache-control"]]),
  ).toEqual([
    [503, "5", "no-store"],
    [503, "5", "no-store"],
  ]);
  open();
  expect((await slow).status).toBe(200);
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

test("with a CDN in front an answer says how long it may keep it, and by which tags it is to be found", async () => {
  const listing = ListingId.parse(7);
  const { origin } = await setUp(
    async (_request, response) => {
      await getListing(listing);
      page(response);
    },
    { CDN_MAX_AGE_S: "60" },
  );
  await get(origin, "/about");
  const { headers } = await get(origin, "/about");
  expect(headers["cdn-cache-control"]).toBe("public, max-age=60");
  expect(headers["cache-tag"]).toContain(`listing:${listing}`);
  expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  expect(headers.age).toBeUndefined();
});

test("an answer that a change has overtaken while it was made is for whoever asked before, and for no CDN", async () => {
  const { opened, open } = gate();
  let shown: ListingId | undefined;
  const { origin, id, database, rendered } = await setUp(
    async (_request, response) => {
      const listing = shown === undefined ? null : await getListing(shown);
      await opened;
      page(response, `<body>${listing?.headline}</body>`);
    },
    { CDN_MAX_AGE_S: "60" },
  );
  shown = id;
  const early = get(origin, "/about");
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  await vi.waitFor(() => expect(runtime().cache.size.entries).toBeGreaterThan(0));
  await database.listing.update({ where: { id }, data: { headline: "Changed since" } });
  open();
  const { status, text, headers } = await early;
  expect([status, text.includes("Changed since")]).toEqual([200, false]);
  expect([headers["cdn-cache-control"], headers["cache-tag"]]).toEqual([undefined, undefined]);
  const late = await get(origin, "/about");
  expect(late.text).toContain("Changed since");
  expect(late.headers["cdn-cache-control"]).toBe("public, max-age=60");
});

test("a CDN may keep an answer no longer than it stays true by itself", async () => {
  const { origin } = await setUp(
    async (_request, response) => {
      const lifetime = { reason: "short", freshForMs: 5_000, staleForMs: 0, usableForMs: 0, jitter: 0 };
      const shape = { name: "short", version: 1, parse: (value: unknown) => value };
      await runtime().cache.read({ key: "short", tags: ["short:1"], lifetime, shape }, async () => 1);
      page(response);
    },
    { CDN_MAX_AGE_S: "60" },
  );
  const { headers } = await get(origin, "/about");
  expect(headers["cdn-cache-control"]).toMatch(/^public, max-age=[1-5]$/);
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

test("above the bound of renders what has changed is answered as it was, and says so", async () => {
  const { opened, open } = gate();
  let shown: ListingId | undefined;
  const { origin, rendered, database, id } = await setUp(
    async (request, response) => {
      if (request.url !== "/about") await opened;
      const listing = shown === undefined ? null : await getListing(shown);
      page(response, `<html><body>${listing?.headline}</body></html>`);
    },
    { RENDERS_MAX: "1", CACHE_LOAD_SOFT_MS: "100" },
  );
  shown = id;
  const before = await get(origin, "/about");
  expect(before.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  await database.listing.update({ where: { id }, data: { headline: "Another" } });
  const slow = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(2));
  const old = await get(origin, "/about");
  expect([old.status, old.tier, old.headers["cache-control"]]).toEqual([200, "memory", "no-store"]);
  expect(old.headers["cache-status"]).toContain("stale (slow)");
  expect(old.text).not.toContain("Another");
  expect(old.text).toContain("out of date");
  open();
  await slow;
  await vi.waitFor(async () => expect((await get(origin, "/about")).text).toContain("Another"));
});

test("an answer of the API does not wait behind pages that are rendered", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(
    async (request, response) => {
      if (request.url === "/") await opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  const slow = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  const answered = await get(origin, "/api/listings?channel=buy");
  expect([answered.status, answered.tier]).toEqual([200, "origin"]);
  open();
  expect((await slow).status).toBe(200);
});

test("renders that have all their places keep nobody waiting who is signed in, nor these them", async () => {
  const { opened, open } = gate();
  const { origin, rendered } = await setUp(
    async (request, response) => {
      if (request.url?.includes("held") || request.url === "/") await opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  const cookie = { cookie: `verandah-session=${"a".repeat(43)}` };
  const render = get(origin, "/");
  await vi.waitFor(() => expect(rendered).toHaveLength(1));
  expect((await get(origin, "/about", cookie)).status).toBe(200);
  const mine = get(origin, "/console/held", cookie);
  await vi.waitFor(() => expect(rendered).toHaveLength(3));
  open();
  await render;
  expect((await mine).status).toBe(200);

  const again = gate();
  const other = await setUp(
    async (request, response) => {
      if (request.url?.includes("held")) await again.opened;
      page(response);
    },
    { RENDERS_MAX: "1" },
  );
  const held = get(other.origin, "/console/held", cookie);
  await vi.waitFor(() => expect(other.rendered).toHaveLength(1));
  expect((await get(other.origin, "/about")).status).toBe(200);
  expect((await get(other.origin, "/console", cookie)).status).toBe(503);
  again.open();
  await held;
});
