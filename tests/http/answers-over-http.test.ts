import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { get, startBuiltPortals } from "@/tests/support/built-portal";

let portals: Awaited<ReturnType<typeof startBuiltPortals>>;
beforeAll(async () => {
  portals = await startBuiltPortals(2);
});
afterAll(() => portals.stop());

/** How long a change may take to be known everywhere, and some more for a machine that is busy. */
const FOLLOWED_MS = 400;
const followed = () => new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));

function setUp() {
  const { world, sql, origins } = portals;
  const [here = "", there = ""] = origins;
  const path = `/listing/1-first-street-ashby-nsw-${world.shown.id}`;
  return { world, sql, here, there, path };
}

test("each encoding has its own tag, and all hold the same", async () => {
  const { here } = setUp();
  const plain = await get(here, "/buy/nsw");
  const gzip = await get(here, "/buy/nsw", { "accept-encoding": "gzip, deflate" });
  const br = await get(here, "/buy/nsw", { "accept-encoding": "gzip, deflate, br, zstd" });
  expect([plain, gzip, br].map(({ headers }) => headers["content-encoding"])).toEqual([
    undefined,
    "gzip",
    "br",
  ]);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
  expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers } of [plain, gzip, br]) expect(headers.vary).toContain("Accept-Encoding");
});

test("whoever has an answer gets 304, until it changes", async () => {
  const { here, sql, world } = setUp();
  const asked = `/api/listings/${world.shown.id}`;
  const { headers } = await get(here, asked);
  const etag = headers.etag ?? "";
  for (const named of [etag, `W/${etag}`, `"other", W/${etag}`, "*"]) {
    const answer = await get(here, asked, { "if-none-match": named });
    expect([named, answer.status, answer.body.length, answer.headers.etag]).toEqual([named, 304, 0, etag]);
    expect(answer.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  }
  expect((await get(here, asked, { "if-none-match": '"other"' })).status).toBe(200);
  await sql(
    `UPDATE listing SET headline = 'Another headline', version = version + 1 WHERE id = ${world.shown.id}`,
  );
  await followed();
  const changed = await get(here, asked, { "if-none-match": etag });
  expect([changed.status, changed.text.includes("Another headline")]).toEqual([200, true]);
});

test("HEAD says what GET would, without its body", async () => {
  const { here } = setUp();
  const full = await get(here, "/buy/vic");
  const head = await get(here, "/buy/vic", {}, "HEAD");
  expect([head.status, head.body.length]).toEqual([200, 0]);
  for (const name of [
    "content-type",
    "content-length",
    "etag",
    "vary",
    "cache-control",
    "content-security-policy",
  ])
    expect(head.headers[name], name).toEqual(full.headers[name]);
});

test("a hit says its tier, its age and what it took", async () => {
  const { here } = setUp();
  await get(here, "/about");
  const { headers } = await get(here, "/about");
  expect(headers["cache-status"]).toMatch(/^Verandah; hit; ttl=\d+; detail="response memory, age \d+"$/);
  expect(headers.age).toMatch(/^\d+$/);
  expect(headers["server-timing"]).toMatch(/^cache;desc="response memory";dur=[\d.]+$/);
  expect(headers["x-request-id"]).toBeDefined();
});

test("a stored page lets its own inline scripts run by their hashes, no others, in at most 4 KB", async () => {
  const { here, path } = setUp();
  for (const each of ["/", "/buy/nsw", path, "/about"]) {
    await get(here, each);
    const { headers } = await get(here, each);
    const policy = String(headers["content-security-policy"]);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("'sha256-");
    expect(policy.length, each).toBeLessThan(4 * 1024);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test("assets keep for a year, since their names change with them", async () => {
  const { here } = setUp();
  const { text } = await get(here, "/about");
  const [script = ""] = /\/_next\/static\/[^"\\]+\.js/.exec(text) ?? [];
  const { status, headers } = await get(here, script);
  expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
});
