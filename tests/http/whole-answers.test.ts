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

test("every public address is a miss, then a hit, and the same bytes", async () => {
  const { here, path, world } = setUp();
  const { id } = world.shown;
  const paths = [
    ...[
      "/",
      "/about",
      "/buy",
      "/rent",
      "/sold",
      "/buy/nsw",
      "/buy/nsw/ashby",
      "/buy/nsw/ashby?beds=3-",
      path,
    ],
    ...[
      "/api/listings?channel=buy",
      `/api/listings/${id}`,
      `/api/listings/${id}/similar`,
      "/api/localities?q=ash",
    ],
    ...["/robots.txt", "/sitemap.xml", "/sitemap/nsw/1.xml", "/feed/buy/nsw/ashby"],
    ...[`/api/listings/${id}/inspections/all.ics`, `/api/listings/${id}/inspections/20300105T010000Z.ics`],
    ...["/api/localities/nsw/ashby", "/api/map?channel=buy&bounds=151,-34,152,-33&zoom=9"],
    ...[`${path}/share.jpg`, "/api/map/labels?bounds=150,-35,152,-33&zoom=9"],
  ];
  for (const each of paths) {
    const first = await get(here, each);
    const second = await get(here, each);
    expect([each, first.status, first.tier, second.tier]).toEqual([each, 200, "origin", "memory"]);
    expect(second.body.equals(first.body), each).toBe(true);
    expect(first.headers["cache-control"], each).toBe("public, max-age=0, must-revalidate");
  }
});

test("a process takes from Redis what another has rendered", async () => {
  const { here, there } = setUp();
  const mine = await get(here, "/buy/vic");
  const theirs = await get(there, "/buy/vic");
  expect([mine.tier, theirs.tier]).toEqual(["origin", "shared"]);
  expect(theirs.body.equals(mine.body)).toBe(true);
  expect(theirs.headers.etag).toBe(mine.headers.etag);
  expect((await get(there, "/buy/vic")).tier).toBe("memory");
});

test("a change by raw SQL changes every stored page that shows it, in every process, and no other is rendered again", async () => {
  const { here, there, sql, world, path } = setUp();
  const showing = ["/", "/buy/nsw/ashby", "/buy/nsw", path, `/api/listings/${world.shown.id}`];
  const picture = `${path}/share.jpg`;
  const others = [
    ...["/about", "/buy/vic", "/buy/nsw/birdwood", "/rent", "/api/localities?q=bird"],
    ...[await otherPicture(here), "/api/map/labels?bounds=150,-35,152,-33&zoom=9"],
  ];
  const old = await get(here, picture);
  for (const each of [...showing, ...others]) for (const origin of [here, there]) await get(origin, each);
  await followed();
  for (const each of [...showing, ...others]) expect((await get(there, each)).tier, each).toBe("memory");

  await sql(
    `UPDATE listing SET price_display = '$1,234,567 firm', version = version + 1 WHERE id = ${world.shown.id}`,
  );
  await followed();
  for (const each of showing) {
    const [mine, theirs] = [await get(here, each), await get(there, each)];
    expect(mine.text, each).toContain("$1,234,567 firm");
    expect(theirs.text, each).toContain("$1,234,567 firm");
    expect(mine.tier, each).toBe("origin");
  }
  for (const each of others)
    for (const origin of [here, there]) expect((await get(origin, each)).tier, each).toBe("memory");
  const [redrawn, theirs] = [await get(here, picture), await get(there, picture)];
  expect([redrawn.status, redrawn.tier, theirs.tier]).toEqual([200, "origin", "shared"]);
  expect(redrawn.body.equals(old.body)).toBe(false);
});

/** Beside links to a home that is not changed. */
async function otherPicture(origin: string): Promise<string> {
  const { items } = JSON.parse((await get(origin, "/api/listings?channel=buy&region=vic")).text);
  return `/listing/${items[0].slug}-${items[0].id}/share.jpg`;
}

test("whoever asks, and with whatever headers, gets the same bytes", async () => {
  const { here, there } = setUp();
  const asked = "/buy/nsw/birdwood";
  const plain = await get(here, asked);
  const odd = Object.fromEntries(FORTY_HEADERS.map((name) => [name, "1"]));
  expect(Object.keys(odd)).toHaveLength(40);
  const agents = ["Mozilla/5.0 (iPhone)", "Googlebot/2.1 (+http://www.google.com/bot.html)", "curl/8", ""];
  for (const origin of [here, there])
    for (const headers of [
      odd,
      ...agents.map((agent) => ({ "user-agent": agent })),
      { cookie: "theme=dark; seen=1" },
    ]) {
      const answer = await get(origin, asked, headers);
      expect(answer.body.equals(plain.body), JSON.stringify(headers)).toBe(true);
      expect(answer.headers["content-security-policy"]).toBe(plain.headers["content-security-policy"]);
    }
});

test("odd headers of whoever asks first change nothing for those who come later", async () => {
  const { here, there } = setUp();
  const odd = Object.fromEntries(FORTY_HEADERS.map((name) => [name, "1"]));
  const poisoned = await get(here, "/sold/nsw", {
    ...odd,
    host: "evil.example",
    "x-forwarded-host": "evil.example",
  });
  const later = await get(here, "/sold/nsw");
  expect([poisoned.status, poisoned.tier, later.tier]).toEqual([200, "origin", "memory"]);
  expect(later.text).not.toContain("evil.example");
  expect((await get(there, "/sold/nsw")).body.equals(poisoned.body)).toBe(true);
});

test("a tracking parameter shares the entry, and another spelling redirects and is not stored", async () => {
  const { here } = setUp();
  const canonical = await get(here, "/buy/nsw/ashby?beds=2-");
  const tracked = await get(here, "/buy/nsw/ashby?utm_source=letter&beds=2-&gclid=1");
  expect(tracked.tier).toBe("memory");
  expect(tracked.body.equals(canonical.body)).toBe(true);
  for (let asked = 0; asked < 2; asked++) {
    const other = await get(here, "/buy/nsw/ashby?type=house&beds=2-&nonsense=1");
    expect([other.status, other.tier]).toEqual([308, undefined]);
  }
  const [first, second] = [
    await get(here, "/listing/wrong-name-1"),
    await get(here, "/listing/wrong-name-1"),
  ];
  expect([first.status, first.tier, second.tier]).toEqual([308, "origin", "origin"]);
});

test("a session is neither stored nor answered with what is stored", async () => {
  const { here } = setUp();
  await get(here, "/about");
  for (const name of ["verandah-session", "__Host-verandah-session"]) {
    const answer = await get(here, "/about", { cookie: `other=1; ${name}=${"a".repeat(43)}` });
    expect([answer.status, answer.tier]).toEqual([200, undefined]);
    expect(answer.headers["content-security-policy"]).toContain("'nonce-");
  }
});

test("what does not exist and what is gone is stored, and comes to be", async () => {
  const { here, sql, world } = setUp();
  const missing = "/listing/nowhere-2000000";
  const gone = `/listing/example-${world.gone.id}`;
  for (const [each, status] of [
    [missing, 404],
    [gone, 410],
    [`/api/listings/${world.gone.id}`, 410],
  ] as const) {
    const first = await get(here, each);
    const second = await get(here, each);
    expect([each, first.status, second.status, second.tier]).toEqual([each, status, status, "memory"]);
    expect(second.headers["cache-control"]).toBe("no-store");
  }
  await sql(`UPDATE listing SET status = 'active', version = version + 1 WHERE id = ${world.gone.id}`);
  await followed();
  expect((await get(here, `/api/listings/${world.gone.id}`)).status).toBe(200);
  expect((await get(here, gone)).status).not.toBe(410);
});

test("what is refused is not stored", async () => {
  const { here } = setUp();
  for (let asked = 0; asked < 2; asked++)
    for (const each of [
      "/api/listings?channel=buy&agency=nobody-here",
      "/buy?agency=nobody-here",
      "/api/listings?beds=x",
    ]) {
      const answer = await get(here, each);
      expect([each, answer.status, answer.headers["cache-control"]]).toEqual([each, 400, "no-store"]);
      expect(answer.tier).not.toBe("memory");
    }
});

const FORTY_HEADERS = [
  ...[
    "accept",
    "accept-language",
    "user-agent",
    "referer",
    "origin",
    "dnt",
    "pragma",
    "cache-control",
    "purpose",
  ],
  ...[
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-port",
    "x-forwarded-host",
    "x-real-ip",
    "forwarded",
    "via",
  ],
  ...[
    "x-middleware-prefetch",
    "x-middleware-subrequest",
    "x-middleware-invoke",
    "x-nextjs-data",
    "x-nextjs-rewritten-path",
  ],
  ...["x-nextjs-html-request-id", "x-now-route-matches", "x-matched-path", "x-invoke-path", "x-original-url"],
  ...[
    "x-rewrite-url",
    "x-http-method-override",
    "content-security-policy",
    "content-security-policy-report-only",
  ],
  ...[
    "sec-fetch-mode",
    "sec-fetch-site",
    "sec-fetch-dest",
    "sec-ch-ua-mobile",
    "save-data",
    "x-requested-with",
  ],
  ...["authorization", "range", "if-modified-since", "x-vercel-id"],
];
