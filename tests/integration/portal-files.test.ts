import { type IncomingMessage, request as requestFrom, type ServerResponse } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { GET as getCalendar } from "@/app/api/listings/[id]/inspections/[file]/route";
import { GET as getFeed } from "@/app/feed/[channel]/[[...place]]/route";
import { GET as getRobots } from "@/app/robots.txt/route";
import { GET as getPart } from "@/app/sitemap/[region]/[part]/route";
import { GET as getIndex } from "@/app/sitemap.xml/route";
import { createPortalServer } from "@/lib/http/portal-server";
import { getSitemapPart, listSitemapRegions } from "@/lib/listings/sitemap-queries";
import { freePort } from "@/lib/platform/services/ports";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { readXml } from "@/tests/unit/syndication/read-xml";

const SITE = "https://homes.example";

test("a sitemap holds what the public can see, sold homes too, with its last change, and follows both at once", async () => {
  const { database, insert, part, changedAt } = await setUp();
  const active = await insert({ street: "1 First Street" });
  const sold = await insert({
    status: "sold",
    soldOn: new Date("2026-03-02"),
    hideStreet: true,
    street: "2 Second Street",
  });
  await insert({ status: "withdrawn" });
  await insert({ status: "draft", publishedAt: null });
  const shown = async () => [
    { loc: `${SITE}/listing/1-first-street-ashby-nsw-${active}`, lastmod: await changedAt(active) },
    { loc: `${SITE}/listing/house-ashby-nsw-${sold}`, lastmod: await changedAt(sold) },
  ];
  expect(await part("nsw", "1.xml")).toEqual(await shown());
  await database.$executeRaw`UPDATE listing SET price_display = 'Ask us', updated_at = now() - interval '1 day' WHERE id = ${active}`;
  expect(await part("nsw", "1.xml")).toEqual(await shown());
  await database.listing.update({ where: { id: active }, data: { status: "withdrawn" } });
  expect(await part("nsw", "1.xml")).toEqual((await shown()).slice(1));
});

test("the index names the parts that hold something and no others, by region, and robots are told where it is", async () => {
  const { database, insert } = await setUp();
  const victorian = await insertLocality(database, { name: "Calder", region: "vic" });
  await insert({});
  await insert({ id: 10_000 });
  await insert({ id: 10_001, localityId: victorian.id });
  await insert({ id: 20_001, status: "withdrawn" });
  const locations = async () =>
    readXml(await textOf(getIndex(new Request(SITE), {})))
      .filter(({ name }) => name === "loc")
      .map(({ text }) => text);
  expect(await locations()).toEqual(
    ["nsw/1", "vic/2", "nsw/suburbs", "vic/suburbs"].map((part) => `${SITE}/sitemap/${part}.xml`),
  );
  await database.listing.update({ where: { id: 20_001 }, data: { status: "active" } });
  expect(await locations()).toContain(`${SITE}/sitemap/nsw/3.xml`);
  expect(await textOf(getRobots(new Request(SITE), {}))).toContain(`Sitemap: ${SITE}/sitemap.xml`);
});

test("a part that holds nothing, and what is no part, is a 404", async () => {
  const { ask } = await setUp();
  for (const [region, part] of [
    ["nsw", "2.xml"],
    ["xx", "1.xml"],
    ["nsw", "1"],
    ["nsw", "0.xml"],
    ["nsw", "01.xml"],
    ["nsw", "214749.xml"],
    ["nsw", "214750.xml"],
    ["nsw", "999999.xml"],
  ])
    expect((await ask(getPart, { region, part })).status, `${region}/${part}`).toBe(404);
});

test("the last part holds the greatest id that a listing can have, and knows when it goes", async () => {
  const { database, insert } = await setUp();
  const id = await insert({ id: 2_147_483_647 });
  expect(await getSitemapPart("nsw", 214_749)).toHaveLength(1);
  expect(await listSitemapRegions(214_749)).toEqual(["nsw"]);
  await database.listing.update({ where: { id }, data: { status: "withdrawn" } });
  expect(await getSitemapPart("nsw", 214_749)).toEqual([]);
  expect(await listSitemapRegions(214_749)).toEqual([]);
});

test("the feed of a search has its homes, the newest first, and another spelling leads to it", async () => {
  const { insert, ask } = await setUp();
  const older = await insert({
    publishedAt: new Date("2026-03-01T00:00:00Z"),
    headline: "<b>Old & good</b>",
  });
  const newer = await insert({ publishedAt: new Date("2026-03-02T00:00:00Z") });
  const feed = await ask(getFeed, { channel: "buy", place: ["nsw", "ashby"] }, "/feed/buy/nsw/ashby");
  expect(feed.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  const elements = readXml(await feed.text());
  const texts = (name: string) => elements.filter((each) => each.name === name).map(({ text }) => text);
  expect(texts("guid")).toEqual([newer, older].map((id) => `${SITE}/listing/${id}`));
  expect(texts("title")[0]).toBe("Homes for sale in Ashby NSW · Verandah");
  expect(texts("description").at(-1)).toContain("&lt;b&gt;Old &amp; good&lt;/b&gt;");
  const moved = await ask(
    getFeed,
    { channel: "buy", place: ["nsw", "ashby"] },
    "/feed/buy/nsw/ashby?sort=price-up&beds=03-",
  );
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/feed/buy/nsw/ashby?beds=3-"]);
  for (const [channel, place, query, status] of [
    ["let", [], "", 404],
    ["buy", ["nowhere"], "", 404],
    ["buy", ["nsw", "nowhere"], "", 404],
    ["buy", [], "?beds=x", 400],
    ["buy", [], "?agency=nobody", 400],
  ] as const) {
    const path = `/feed/${[channel, ...place].join("/")}${query}`;
    expect((await ask(getFeed, { channel, place }, path)).status, path).toBe(status);
  }
});

test("an inspection is a calendar file of its own, and one that was moved is there no more", async () => {
  const { database, insert, ask } = await setUp();
  const times = { startsAt: new Date("2030-11-30T00:00:00Z"), endsAt: new Date("2030-11-30T00:30:00Z") };
  const id = String(await insert({ inspections: { create: times } }));
  const file = await ask(getCalendar, { id, file: "20301130T000000Z.ics" });
  expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(await file.text()).toContain(`UID:listing-${id}-open_home-20301130T000000Z@homes.example`);
  await database.inspection.updateMany({ data: { startsAt: new Date("2030-11-30T00:15:00Z") } });
  expect((await ask(getCalendar, { id, file: "20301130T000000Z.ics" })).status).toBe(404);
  expect((await ask(getCalendar, { id, file: "all.ics" })).status).toBe(200);
});

test("what is no page is stored as it is, whatever it says, and is one answer for all who ask", async () => {
  const { runtime } = await setUp();
  let rendered = 0;
  const portal = createPortalServer(
    runtime,
    async (_request: IncomingMessage, response: ServerResponse) => {
      rendered += 1;
      response.setHeader("Content-Type", "application/xml; charset=utf-8");
      response.end("<a>NEXT_REDIRECT data-dgst=</a>");
    },
    { buildId: "test" },
  );
  const port = await freePort();
  await portal.listen(["127.0.0.1"], port);
  onTestFinished(() => portal.close());
  for (let asked = 0; asked < 2; asked++) {
    const { vary, "content-type": type } = await headersOf(`http://127.0.0.1:${port}/sitemap.xml`);
    expect({ vary, type }).toEqual({ vary: "Accept-Encoding", type: "application/xml; charset=utf-8" });
  }
  expect(rendered).toBe(1);
});

async function setUp() {
  const tested = await createTestDatabase({ PUBLIC_URL: SITE });
  onTestFinished(tested.close);
  const { database, runtime } = tested;
  const ashby = await insertLocality(database, { name: "Ashby" });
  const insert = async (overrides: Partial<Parameters<typeof insertListing>[1]>) =>
    (await insertListing(database, { localityId: ashby.id, ...overrides })).id;
  const ask = <Params>(
    get: (request: Request, context: { params: Promise<Params> }) => Promise<Response>,
    params: unknown,
    path = "/",
    // The shape of a route's parameters is Next's to promise.
  ) => get(new Request(`${SITE}${path}`), { params: Promise.resolve(params as Params) });
  const part = async (region: string, name: string) => {
    const elements = readXml(await (await ask(getPart, { region, part: name })).text());
    const texts = (tag: string) => elements.filter((each) => each.name === tag).map(({ text }) => text);
    return texts("loc").map((loc, at) => ({ loc, lastmod: texts("lastmod")[at] }));
  };
  const changedAt = async (id: number) => {
    const { updatedAt } = await database.listing.findUniqueOrThrow({ where: { id } });
    return updatedAt.toISOString().replace(/\.\d+Z$/, "Z");
  };
  return { database, runtime, insert, ask, part, changedAt };
}

async function textOf(answer: Promise<Response>): Promise<string> {
  return (await answer).text();
}

function headersOf(url: string): Promise<IncomingMessage["headers"]> {
  return new Promise((resolve, reject) => {
    requestFrom(url, (response) => {
      response.resume();
      response.once("end", () => resolve(response.headers));
    })
      .once("error", reject)
      .end();
  });
}
