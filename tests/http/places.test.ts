import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { get, startBuiltPortals } from "@/tests/support/built-portal";

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
  const agent = `/agent/${world.agency.agentSlug}`;
  return { sql, here, there, world, agent, report: `/report?listing=${world.shown.id}` };
}

test("pages of places, sellers and the site itself are stored whole, and given by whichever tier has them", async () => {
  const { here, there, agent, report } = setUp();
  for (const path of [
    ...["/suburb/nsw/ashby", "/agency/harbour", agent, report, "/report"],
    ...["/about", "/privacy", "/terms", "/accessibility"],
    ...["/sitemap/nsw/suburbs.xml", "/sitemap/agencies/1.xml", "/sitemap/agents/1.xml"],
  ]) {
    const answers = [await get(here, path), await get(here, path), await get(there, path)];
    expect([path, ...answers.map(({ status }) => status)]).toEqual([path, 200, 200, 200]);
    expect([path, ...answers.map(({ tier }) => tier)]).toEqual([path, "origin", "memory", "shared"]);
  }
});

test("of places and sellers that are not there, too, the second to ask is told from memory", async () => {
  const { here } = setUp();
  for (const path of [
    ...["/suburb/nsw/atlantis", "/suburb/xx/ashby", "/agency/nobody", "/agent/nobody"],
    ...["/report?listing=2000000", "/sitemap/xx/suburbs.xml", "/sitemap/agencies/9.xml"],
  ]) {
    const [first, second] = [await get(here, path), await get(here, path)];
    expect([path, first.status, first.tier, second.tier]).toEqual([path, 404, "origin", "memory"]);
  }
});

test("any other spelling of a suburb, an agency or an agent leads to its one address for good", async () => {
  const { here, agent } = setUp();
  for (const [spelling, path] of [
    ["/suburb/NSW/Ashby", "/suburb/nsw/ashby"],
    ["/suburb/nsw/ASHBY", "/suburb/nsw/ashby"],
    ["/agency/Harbour", "/agency/harbour"],
    [agent.toUpperCase().replace("/AGENT", "/agent"), agent],
  ] as const) {
    const { status, headers } = await get(here, spelling);
    expect([spelling, status, headers.location]).toEqual([spelling, 308, path]);
  }
});

test("an edit by raw SQL is on every page that shows it, in every process, and no other page is made again", async () => {
  const { here, there, sql, world, agent, report } = setUp();
  const showing = ["/suburb/nsw/ashby", "/agency/harbour", agent, report];
  const others = [
    ...["/suburb/nsw/birdwood", "/suburb/vic/calder", "/agency/valley", "/privacy", "/report"],
    ...["/sitemap/nsw/suburbs.xml", "/sitemap/agencies/1.xml"],
  ];
  const untilHeld = (path: string, origin: string) =>
    vi.waitUntil(async () => (await get(origin, path)).tier === "memory");
  for (const path of [...showing, ...others])
    for (const origin of [here, there]) await untilHeld(path, origin);
  await sql(`UPDATE listing SET street = '77 Changed Road' WHERE id = ${world.shown.id}`);
  await new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));
  for (const origin of [here, there]) {
    for (const path of showing) expect((await get(origin, path)).text, path).toContain("77 Changed Road");
    for (const path of others) expect((await get(origin, path)).tier, path).toBe("memory");
  }
});

test("a sale that is told changes the figures of its suburb and its agency, and a new name every page that says it", async () => {
  const { here, there, sql, world, agent } = setUp();
  for (const origin of [here, there])
    for (const path of ["/agency/harbour", agent, "/suburb/nsw/ashby"]) await get(origin, path);
  await sql(`UPDATE agency SET name = 'Renamed Homes' WHERE id = ${world.agency.id}`);
  await sql(
    `UPDATE listing SET sold_on = current_date - 3, sold_price = 1234500, published_at = now() - interval '20 days'
      WHERE agency_id = ${world.agency.id} AND status = 'sold'`,
  );
  await sql(
    `UPDATE listing SET status = 'sold', sold_on = current_date - 3, sold_price = 1234500 WHERE agency_id = ${world.agency.id} AND status = 'active'`,
  );
  await new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));
  for (const origin of [here, there]) {
    const [agency, agentPage, suburb] = await Promise.all(
      ["/agency/harbour", agent, "/suburb/nsw/ashby"].map(async (path) => (await get(origin, path)).text),
    );
    for (const text of [agency, agentPage, suburb]) expect(text).toContain("Renamed Homes");
    expect(agency).toContain("$1,234,500");
  }
});
