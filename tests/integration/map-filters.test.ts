import { expect, onTestFinished, test, vi } from "vitest";
import { mapRead } from "@/lib/listings/map-freshness";
import { getListingMap } from "@/lib/listings/map-queries";
import { mapQuery } from "@/lib/listings/map-query";
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
  ...["land=900-", "new=7", "open=2030-01-05", "agency=harbour", "agent=harbour-agent"],
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

test("a map of what is new is wrong from the next full hour on, of what is open from where a day may begin; no other is", async () => {
  const { cache } = await setUp();
  onTestFinished(() => void vi.useRealTimers());
  // Only what the map takes for now: long past, so that lifetimes end later.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-04T10:07:30Z") });
  const staleUntil = async (filters: string) => {
    const bounds = { west: 150, south: -35, east: 153, north: -33 };
    const query = mapQuery(search(filters), { bounds, zoom: 9 });
    await getListingMap(query);
    const [, held] = [...cache.held()].find(([key]) => key === mapRead(query).key) ?? [];
    return held?.entry.staleUntilMs ?? Number.NaN;
  };
  expect(await staleUntil("new=7")).toBe(Date.parse("2026-03-04T11:00Z"));
  expect(await staleUntil("open=weekend")).toBe(Date.parse("2026-03-04T10:15Z"));
  expect(await staleUntil("new=7&open=weekend")).toBe(Date.parse("2026-03-04T10:15Z"));
  expect(await staleUntil("beds=3-")).toBeGreaterThan(performance.timeOrigin + performance.now());
});

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
