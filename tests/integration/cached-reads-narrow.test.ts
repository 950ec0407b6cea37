import type { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { connectClient } from "@/lib/platform/postgres-client";
import { answersTo, readsOf } from "@/tests/support/cached-reads";
import { type CachedWorld, insertCachedWorld } from "@/tests/support/cached-world";
import { createTestDatabase } from "@/tests/support/database";

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let psql: Client;
let world: CachedWorld;
let reads: ReturnType<typeof readsOf>;
beforeAll(async () => {
  // However slow the machine: what is asked here is what is loaded, not when.
  held = await createTestDatabase({ CACHE_LOAD_SOFT_MS: "20000", CACHE_LOAD_HARD_MS: "30000" });
  psql = await connectClient(held.url);
  world = await insertCachedWorld(held.database);
  reads = readsOf(world);
});
afterAll(async () => {
  await psql.end();
  await held.close();
});

/** The keys that are loaded anew after a change, of all that the reads have in the cache. */
async function loadedAfter(sql: string): Promise<readonly string[]> {
  await held.runtime.tail.catchUp();
  await answersTo(reads);
  const loaded = new Set<string>();
  onTestFinished(held.runtime.observe((event) => void (event.kind === "load" && loaded.add(event.key))));
  await psql.query(sql);
  await held.runtime.tail.catchUp();
  await answersTo(reads);
  return [...loaded];
}

const OF_SHOWN = "WHERE external_id = '1'";

const ASKS_TEXT = /^search-options\/|[?&/](keywords|feature)=/;

test("words that no card shows concern the listing's own page, the sitemap, searches for words or features, and what else could be asked", async () => {
  const loaded = await loadedAfter(`UPDATE listing SET description = 'Freshly painted.' ${OF_SHOWN}`);
  const others = loaded.filter((key) => !ASKS_TEXT.test(key));
  const own = [`gone-listing/${world.shown.id}`, `listing/${world.shown.id}`];
  expect(others.filter((key) => !key.startsWith("sitemap")).sort()).toEqual(own);
  expect(others).toContain("sitemap/nsw/1");
  expect(others).not.toContain("sitemap/nsw/2");
  expect(others).not.toContain("sitemap-parts");
  expect(loaded).toContain("search-counts/channel=buy&keywords=lemon");
  expect(loaded).toContain("search-options/channel=buy&locality=nsw/ashby");
  expect(loaded).not.toContain("search-options/channel=buy&locality=nsw/birdwood");
});

test("an inspection concerns the listing's own page, searches for what is open or by the next, and what else could be asked", async () => {
  const loaded = await loadedAfter("UPDATE inspection SET starts_at = starts_at + interval '1 minute'");
  const others = loaded.filter((key) => !/^search-options\/|open=|sort=inspection/.test(key));
  expect(others.sort()).toEqual([`gone-listing/${world.shown.id}`, `listing/${world.shown.id}`]);
  expect(loaded).toContain("search-counts/channel=buy&open=2030-01-05");
  expect(loaded).toContain("search/channel=buy&sort=inspection");
  expect(loaded).not.toContain("search-options/channel=buy&locality=nsw/birdwood");
});

test("a new word that nobody asks for concerns those that a word stands in for, and no others of another channel", async () => {
  const loaded = await loadedAfter("UPDATE listing SET description = 'Quokkas.' WHERE offer = 'rent'");
  expect(loaded).toContain("search-counts/channel=buy&keywords=lemmon");
  expect(loaded).toContain("map/channel=buy&keywords=lemmon&bounds=151,-34,151.125,-33.875&zoom=16");
  expect(loaded).not.toContain("search-counts/channel=buy&keywords=lemon");
});

test("a new headline concerns the searches that show it, and no others", async () => {
  const loaded = await loadedAfter(`UPDATE listing SET headline = 'Painted blue' ${OF_SHOWN}`);
  expect(loaded.filter((key) => key.startsWith("suburb-profile"))).toEqual([]);
  const searches = loaded.filter((key) => key.startsWith("search/"));
  expect(searches).toContain("search/channel=buy&locality=nsw/ashby");
  expect(searches).not.toContain("search/channel=buy&locality=nsw/birdwood");
  expect(searches).not.toContain("search/channel=buy&limit=2");
  expect(loaded.filter((key) => /^(places|regions|region|locality|agency)/.test(key))).toEqual([]);
});

test("a new price in one suburb leaves the searches of other suburbs, states, agencies and channels alone", async () => {
  const loaded = await loadedAfter(`UPDATE listing SET price_low = 1, price_high = 1 ${OF_SHOWN}`);
  expect(loaded).toContain("search/channel=buy");
  expect(loaded).toContain("search/channel=buy&region=nsw");
  expect(loaded).toContain("search/channel=buy&agency=harbour");
  for (const other of [
    "locality=nsw/birdwood",
    "locality=vic/calder",
    "region=vic",
    "region=nsw&agency=valley",
  ])
    expect(loaded).not.toContain(`search/channel=buy&${other}`);
  expect(loaded.filter((key) => /^(search\/channel=(rent|sold)|places|regions|agency)/.test(key))).toEqual(
    [],
  );
  expect(loaded.filter((key) => key.startsWith("suburb-profile"))).toEqual(["suburb-profile/nsw/ashby"]);
});

test("what is sold in one suburb concerns the figures of that suburb alone, whatever the listing is now", async () => {
  for (const status of ["sold", "withdrawn"]) {
    const loaded = await loadedAfter(
      `UPDATE listing_event SET price_low = 5, price_high = 5 WHERE kind = 'sold' AND listing_id =
        (SELECT min(id) FROM listing WHERE status = '${status}')`,
    );
    expect(loaded.filter((key) => !/^(gone-)?listing\//.test(key))).toEqual(
      expect.arrayContaining(["suburb-profile/nsw/ashby"]),
    );
    expect(loaded).not.toContain("suburb-profile/nsw/birdwood");
  }
});

test("a map of another suburb, state or channel is left alone by a new price, and a description concerns none but of words", async () => {
  const window = "bounds=150,-35,152,-33&zoom=9";
  const priced = await loadedAfter(`UPDATE listing SET price_low = 2, price_high = 2 ${OF_SHOWN}`);
  expect(priced).toContain(`map/channel=buy&${window}`);
  expect(priced).toContain(`map/channel=buy&locality=nsw/ashby&${window}`);
  for (const other of ["channel=rent", "channel=sold", "channel=buy&region=vic"])
    expect(priced).not.toContain(`map/${other}&${window}`);
  const painted = await loadedAfter(`UPDATE listing SET description = 'Painted again.' ${OF_SHOWN}`);
  expect(painted.filter((key) => key.startsWith("map/") && !ASKS_TEXT.test(key))).toEqual([]);
});

test("a new price concerns ranges that begin or end near it, orders by price and figures of prices, and leaves other searches alone", async () => {
  await psql.query(`UPDATE listing SET price_low = 500, price_high = 500 ${OF_SHOWN}`);
  const loaded = await loadedAfter(`UPDATE listing SET price_low = 510, price_high = 510 ${OF_SHOWN}`);
  expect(loaded.filter((key) => /^search-(counts|options)\//.test(key))).toEqual([]);
  const far = await loadedAfter(`UPDATE listing SET price_low = 700000, price_high = 700000 ${OF_SHOWN}`);
  const counted = far.filter((key) => key.startsWith("search-counts/"));
  expect(counted.length).toBeGreaterThan(0);
  expect(counted.filter((key) => !key.includes("price="))).toEqual([]);
});

test("a map, and a search of its window, is left alone by what changes further away than a quarter of a degree", async () => {
  const loaded = await loadedAfter(`UPDATE listing SET bedrooms = 9 ${OF_SHOWN}`);
  expect(loaded).toContain("search-counts/channel=buy&bounds=151,-34,152,-33");
  expect(loaded).not.toContain("search-counts/channel=buy&bounds=151,-33,152,-32");
  expect(loaded).toContain("map/channel=buy&bounds=151,-34,151.125,-33.875&zoom=16");
  expect(loaded).not.toContain("map/channel=buy&bounds=152,-34,152.125,-33.875&zoom=16");
});

test("a sale concerns the counts of places", async () => {
  const loaded = await loadedAfter(`UPDATE listing SET status = 'under_offer' ${OF_SHOWN}`);
  expect(loaded).not.toContain("regions");
  const after = await loadedAfter(`UPDATE listing SET status = 'sold', sold_on = '2026-05-01' ${OF_SHOWN}`);
  expect(after).toContain("regions");
  expect(after).toContain("search/channel=sold");
});

test("what is published in a suburb concerns the look-ups that rank that suburb, and no others; a sale none", async () => {
  const published = await loadedAfter(
    `UPDATE listing SET status = 'active' WHERE locality_id = ${world.ashby.id} AND status = 'withdrawn'`,
  );
  const lookUps = (loaded: readonly string[]) => loaded.filter((key) => /^(places|locali)/.test(key)).sort();
  expect(lookUps(published)).toEqual([
    "places/8/2001",
    "places/8/asbhy",
    "places/8/ashb",
    "places/8/ashby nsw",
  ]);
  const sold = await loadedAfter(
    `UPDATE listing SET status = 'sold', sold_on = '2026-05-01'
      WHERE id = (SELECT max(id) FROM listing WHERE locality_id = ${world.ashby.id} AND channel = 'buy')`,
  );
  expect(sold).toContain("regions");
  expect(lookUps(sold)).toEqual([]);
});

test("an agency's telephone number, or an agent's, concerns their own pages and the sitemap; its name whatever shows it", async () => {
  const phone = await loadedAfter("UPDATE agency SET phone = '1' WHERE slug = 'harbour'");
  const notItself = (key: string) =>
    !/^agency\/(harbour|nobody)$/.test(key) && !key.includes("nobody") && !key.includes("nowhere");
  expect(phone.filter(notItself).sort()).toEqual(["member-parts", "member-slugs/agencies/1"]);
  const agents = await loadedAfter("UPDATE agent SET phone = '1' WHERE slug = 'harbour-agent'");
  // It has nothing for sale any more: then there is no page.
  expect(agents.filter((key) => key.startsWith("search") && notItself(key))).toEqual([
    `search-counts/channel=buy&agent=${world.agency.agentSlug}`,
  ]);
  const name = await loadedAfter("UPDATE agency SET name = 'Harbour & Co' WHERE slug = 'harbour'");
  expect(name).toContain("search/channel=buy&locality=nsw/ashby");
  expect(name).not.toContain("search/channel=buy&locality=vic/calder");
});
