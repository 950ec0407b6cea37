import { expect, onTestFinished, test, vi } from "vitest";
import { mapRead } from "@/lib/listings/map-freshness";
import { getListingMap } from "@/lib/listings/map-queries";
import { mapQuery } from "@/lib/listings/map-query";
import { searchListings } from "@/lib/listings/queries";
import { newUntilMs } from "@/lib/listings/search-moments";
import { cacheHost } from "@/lib/platform/cache-host";
import type { Database } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";
import { insertAgency, insertListing, insertLocality } from "@/tests/support/listings";
import { search, walk } from "@/tests/support/searching";

const DAY_MS = 86_400_000;

/** One for each parameter that says which listings are found. */
const FILTERS = [
  ...["channel=rent", "channel=sold", "region=vic", "locality=nsw/ashby", "locality=nsw/ashby&around=20"],
  ...[
    "keywords=orchard",
    "feature=lemon-tree",
    "beds=5-",
    "baths=3-",
    "parking=4",
    "price=-700000",
    "type=villa",
  ],
  ...[
    "land=900-",
    "new=7",
    "open=2030-01-05",
    "region=nsw&open=2030-01-05",
    "agency=harbour",
    "agent=harbour-agent",
  ],
  "area=151.35,-33.95;151.45,-33.95;151.4,-33.85",
];

// The classic defect of portals: a list that is filtered, beside a map that is not.
test("a map obeys every filter: it shows what the search beside it lists, close or far", async () => {
  await setUp();
  const near = { west: 150, south: -35, east: 153, north: -33 };
  const world = { west: -180, south: -90, east: 180, north: 90 };
  const { total } = await getListingMap(mapQuery(search("channel=buy"), { bounds: world, zoom: 1 }));
  for (const filter of FILTERS) {
    for (const [bounds, zoom] of [
      [near, 9],
      [near, 17],
      [world, 1],
    ] as const) {
      const asked = { ...search(filter), bounds };
      const map = await getListingMap(mapQuery(asked, { bounds, zoom }));
      const listed = await walk({ ...asked, limit: 60 });
      const shown = map.listings.map(({ id }) => id);
      expect(shown, `${filter} at ${zoom}`).toEqual([...listed].sort((a, b) => a - b));
      // Otherwise the two would agree on everything or on nothing.
      if (bounds === world) expect(shown.length, filter).toBeGreaterThan(0);
      expect(shown.length, filter).toBeLessThan(total);
      expect(map.total).toBe(shown.length);
    }
  }
});

test("a map of what is new ends with the hour, of what is open when a day does anywhere; no other does", async () => {
  const { cache } = await setUp();
  onTestFinished(() => void vi.useRealTimers());
  // Half a minute before an hour is full for whoever looks everywhere, and before it is midnight in Adelaide, half an hour behind Sydney.
  const fullAt = newUntilMs(search(""), new Date("2026-03-05T03:00:00Z"));
  const beforeTheHour = new Date(fullAt - 30_000).toISOString();
  const lastsMs = async (now: string, filters: string) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    const query = mapQuery(search(filters), { bounds: HERE, zoom: 9 });
    await getListingMap(query);
    return (cache.heldUnder(mapRead(query).key)?.entry.staleUntilMs ?? Number.NaN) - cacheHost.now();
  };
  expect(await lastsMs(beforeTheHour, "new=7")).toBeLessThanOrEqual(30_000);
  expect(await lastsMs(beforeTheHour, "open=2030-01-05")).toBeGreaterThan(240_000);
  expect(await lastsMs("2026-03-05T13:29:30Z", "new=8")).toBeGreaterThan(240_000);
  expect(await lastsMs("2026-03-05T13:29:30Z", "open=weekend")).toBeLessThanOrEqual(30_000);
  expect(await lastsMs("2026-03-05T13:59:30Z", "beds=3-")).toBeGreaterThan(240_000);
});

test("a map says which word it shows instead of one that nothing has, as the search beside it does", async () => {
  await setUp();
  const noticeOf = async (filters: string) => {
    const asked = { ...search(filters), bounds: HERE };
    const map = await getListingMap(mapQuery(asked, { bounds: HERE, zoom: 9 }));
    return { shown: map.total, notice: map.notice, same: (await searchListings(asked)).notice };
  };
  const corrected = "Nothing has “orchart”; showing “orchard”.";
  expect(await noticeOf("keywords=orchart")).toEqual({ shown: 1, notice: corrected, same: corrected });
  expect(await noticeOf("keywords=orchard")).toEqual({ shown: 1, notice: null, same: null });
});

const HERE = { west: 150, south: -35, east: 153, north: -33 };

async function setUp() {
  const { database, runtime, close } = await createTestDatabase();
  onTestFinished(close);
  const places = await insertPlaces(database);
  const agency = await insertAgency(database, "harbour");
  const at = {
    localityId: places.far,
    latitude: -33.9,
    longitude: 151.2,
    priceLow: 900_000,
    priceHigh: 950_000,
  };
  const differences: readonly Partial<Parameters<typeof insertListing>[1]>[] = [
    {},
    { offer: "rent" },
    { status: "sold", soldOn: new Date("2026-04-01") },
    { localityId: places.abroad },
    { localityId: places.ashby },
    { localityId: places.beside, hideStreet: true },
    { headline: "House with an orchard" },
    { features: ["Lemon tree"] },
    { bedrooms: 5 },
    { bathrooms: 3 },
    { parking: 4 },
    { priceLow: 650_000, priceHigh: 700_000 },
    { propertyType: "villa" },
    { landAreaM2: 950 },
    { publishedAt: new Date(Date.now() - DAY_MS) },
    {
      inspections: {
        create: { startsAt: new Date("2030-01-05T01:00Z"), endsAt: new Date("2030-01-05T02:00Z") },
      },
    },
    { agencyId: agency.id },
    { agents: { create: { agentId: agency.agentId } } },
    { longitude: 151.4 },
  ];
  for (const difference of differences) await insertListing(database, { ...at, ...difference });
  return { cache: runtime.cache };
}

async function insertPlaces(database: Database) {
  const { id: ashby } = await insertLocality(database, { name: "Ashby", latitude: -33.9, longitude: 151.1 });
  const { id: beside } = await insertLocality(database, {
    name: "Beside",
    latitude: -33.9,
    longitude: 151.15,
  });
  const { id: far } = await insertLocality(database, { name: "Far", latitude: -32, longitude: 149 });
  const { id: abroad } = await insertLocality(database, { name: "Abroad", region: "vic" });
  return { ashby, beside, far, abroad };
}
