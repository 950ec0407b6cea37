import { renderToStaticMarkup } from "react-dom/server";
import { expect, onTestFinished, test } from "vitest";
import { EmptyResults } from "@/app/(portal)/_results/empty-results";
import { findSearchedPlace } from "@/app/(portal)/_results/searched-place";
import type { Database } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { parsed } from "@/tests/unit/listings/parsed";

test("an empty page offers what is nearest to it and finds something, in words, then wider places", async () => {
  const { database, offers } = await setUp();
  await insertHomes(database);
  expect(await offers("channel=buy&locality=nsw/newtown&beds=3-&price=-900000")).toEqual([
    ["/buy/nsw/newtown?around=5&beds=3-&price=-900000", "1 home within 5 km"],
    ["/buy/nsw/newtown?beds=2-&price=-900000", "1 home with “2+ beds”"],
    ["/buy/nsw/newtown?price=-900000", "1 home without “3+ beds”"],
    ["/buy/nsw/newtown", "1 home here, without any filter"],
    ["/buy/nsw?beds=3-&price=-900000", "1 home in all of New South Wales"],
    ["/buy?beds=3-&price=-900000", "3 homes everywhere"],
  ]);
});

test("a page that is empty for one filter alone offers the place without it once", async () => {
  const { database, offers } = await setUp();
  await insertHomes(database);
  expect(await offers("channel=buy&region=nsw&beds=9-")).toEqual([["/buy/nsw", "2 homes without “9+ beds”"]]);
});

test("where nothing is listed whatever is asked for, the page says so", async () => {
  const { page } = await setUp();
  expect(await page("channel=rent&region=nsw&beds=2-")).toContain("No home is listed here yet");
});

/** In Newtown one of two bedrooms, next to it one of three, and two more in another state. */
async function insertHomes(database: Database): Promise<void> {
  const newtown = await insertLocality(database, { name: "Newtown", latitude: -33.9, longitude: 151.18 });
  const ashby = await insertLocality(database, { name: "Ashby", latitude: -33.91, longitude: 151.19 });
  const calder = await insertLocality(database, { region: "vic", name: "Calder", latitude: -37.8 });
  const price = { priceLow: 800_000, priceHigh: 800_000 };
  await insertListing(database, { localityId: newtown.id, bedrooms: 2, ...price });
  for (const { id } of [ashby, calder, calder])
    await insertListing(database, { localityId: id, bedrooms: 3, ...price });
}

async function setUp() {
  const { database, close } = await createTestDatabase();
  onTestFinished(close);
  const page = async (query: string) => {
    const search = parsed(query);
    const place = await findSearchedPlace(search);
    if (place === null) throw new Error(`${query} is nowhere.`);
    return renderToStaticMarkup(await EmptyResults({ search, place }));
  };
  const offers = async (query: string) =>
    [...(await page(query)).matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href = "", words]) => [
      href.replaceAll("&amp;", "&"),
      words,
    ]);
  return { database, page, offers };
}
