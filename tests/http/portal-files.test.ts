import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { get, startBuiltPortals } from "@/tests/support/built-portal";
import { readXml } from "@/tests/unit/syndication/read-xml";

/** How long a change may take to be known everywhere, and some more for a machine that is busy. */
const FOLLOWED_MS = 400;

let portals: Awaited<ReturnType<typeof startBuiltPortals>>;
beforeAll(async () => {
  portals = await startBuiltPortals(2);
});
afterAll(() => portals.stop());

function setUp() {
  const { world, sql, origins } = portals;
  const [here = "", there = ""] = origins;
  const { id } = world.shown;
  const calendar = `/api/listings/${id}/inspections/all.ics`;
  return { sql, here, there, id, calendar };
}

test("files for machines say what they are, whichever tier gives them, and a program may keep none unasked", async () => {
  const { here, there, id, calendar } = setUp();
  for (const [path, type] of [
    ["/robots.txt", "text/plain; charset=utf-8"],
    ["/sitemap.xml", "application/xml; charset=utf-8"],
    ["/sitemap/nsw/1.xml", "application/xml; charset=utf-8"],
    ["/feed/buy", "application/rss+xml; charset=utf-8"],
    [calendar, "text/calendar; charset=utf-8"],
  ] as const) {
    const answers = [await get(here, path), await get(here, path), await get(there, path)];
    expect([path, ...answers.map(({ tier }) => tier)]).toEqual([path, "origin", "memory", "shared"]);
    for (const { status, headers } of answers) {
      const { vary, etag, "content-type": said, "cache-control": kept } = headers;
      expect([path, status, said, vary]).toEqual([path, 200, type, "Accept-Encoding"]);
      expect(kept).toBe("public, max-age=0, must-revalidate");
      expect((await get(here, path, { "if-none-match": String(etag) })).status).toBe(304);
    }
  }
  expect((await get(here, calendar)).headers["content-disposition"]).toBe(
    `attachment; filename="inspection-${id}.ics"`,
  );
});

test("of files that are not there, too, the second to ask is told from memory", async () => {
  const { here, id } = setUp();
  for (const path of [
    "/sitemap/nsw/9.xml",
    "/sitemap/atlantis/1.xml",
    `/api/listings/${id}/inspections/20300105T000000Z.ics`,
    "/api/listings/2000000/inspections/all.ics",
    "/feed/buy/atlantis",
    "/feed/buy/nsw/atlantis",
  ]) {
    const [first, second] = [await get(here, path), await get(here, path)];
    expect([path, first.status, first.tier, second.tier]).toEqual([path, 404, "origin", "memory"]);
    expect(second.headers["content-type"]).toMatch(/^application\/json\b/);
    expect(second.headers["cache-control"]).toBe("no-store");
  }
});

test("an edit by raw SQL is in the sitemap, the feed and the calendar of every process, and no file without the listing is made again", async () => {
  const { here, there, sql, id, calendar } = setUp();
  const showing = ["/sitemap/nsw/1.xml", "/feed/buy/nsw/ashby", calendar];
  const others = ["/robots.txt", "/feed/buy/nsw/birdwood", "/feed/sold"];
  const untilHeld = (path: string, origin: string) =>
    vi.waitUntil(async () => (await get(origin, path)).tier === "memory");
  for (const path of [...showing, ...others])
    for (const origin of [here, there]) await untilHeld(path, origin);
  const { rows } = await sql(
    `UPDATE listing SET headline = 'Seen by machines', version = 77 WHERE id = ${id}
     RETURNING to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS changed`,
  );
  await sql(`UPDATE inspection SET ends_at = ends_at + interval '1 minute' WHERE listing_id = ${id}`);
  await new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));
  for (const origin of [here, there]) {
    const [sitemap, feed, inspections] = await Promise.all(showing.map((path) => get(origin, path)));
    const changed = readXml(sitemap?.text ?? "").filter(({ name }) => name === "lastmod");
    expect(changed.map(({ text }) => text)).toContain(rows[0]?.changed);
    expect(feed?.text).toContain("Seen by machines");
    expect(inspections?.text).toContain("DTEND:20300105T020100Z");
    for (const path of others) expect((await get(origin, path)).tier, path).toBe("memory");
  }
});
