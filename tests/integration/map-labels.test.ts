import { expect, onTestFinished, test } from "vitest";
import { GET } from "@/app/api/map/labels/route";
import { readOfKey, readsNamed } from "@/lib/known-reads";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const WINDOW = "bounds=151,-34,152,-33&zoom=9";

test("a map is labelled with the places in its window, those with most homes first", async () => {
  const { insertPlace } = await setUp();
  await insertPlace("Quiet", { latitude: -33.2 });
  await insertPlace("Busy", { latitude: -33.9, homes: 2 });
  await insertPlace("Small", { latitude: -33.5, homes: 1 });
  await insertPlace("Elsewhere", { latitude: -35, homes: 5 });
  const { body, cacheControl } = await ask(WINDOW);
  expect(body).toEqual({
    items: [
      { name: "Busy", lng: 151.18, lat: -33.9 },
      { name: "Small", lng: 151.18, lat: -33.5 },
      { name: "Quiet", lng: 151.18, lat: -33.2 },
    ],
  });
  expect(cacheControl).toBe("public, max-age=0, must-revalidate");
});

test("a map moved a little has the same labels, loaded once; a place that became busier comes first at once", async () => {
  const { insertPlace, loads, database } = await setUp();
  await insertPlace("One", { latitude: -33.2, homes: 1 });
  const other = await insertPlace("Other", { latitude: -33.9 });
  const first = await ask(WINDOW);
  expect(await ask("zoom=9&bounds=151.01,-33.99,151.9,-33.1&utm_source=x")).toEqual(first);
  expect(loads.filter((key) => key.startsWith("map-labels/"))).toHaveLength(1);
  for (let home = 0; home < 2; home++) await insertListing(database, { localityId: other.id });
  expect((await ask(WINDOW)).body.items.map(({ name }: { name: string }) => name)).toEqual(["Other", "One"]);
});

test("whoever explains or audits the cache knows the labels of a map by their address and by their key", async () => {
  const { insertPlace, runtime } = await setUp();
  await insertPlace("Here", { latitude: -33.2 });
  const { body } = await ask(WINDOW);
  const key = [...runtime.cache.held()].map(([held]) => held).find((held) => held.startsWith("map-labels/"));
  const [named] = readsNamed(`/api/map/labels?${WINDOW}`);
  expect(named?.read.key).toBe(key);
  expect(await named?.ask()).toEqual(body.items);
  expect(readOfKey(key ?? "")?.read.key).toBe(key);
  expect(readOfKey("map-labels/somewhere")).toBeNull();
});

test.each([
  ["", ["bounds", "zoom"]],
  ["bounds=151,-34,152,-33", ["zoom"]],
  [`${WINDOW}&beds=3-`, ["beds"]],
  ["bounds=152,-34,151,-33&zoom=9", ["bounds"]],
])('labels asked for as "%s" are a 400 that names %j, and is never stored', async (query, fields) => {
  await setUp();
  const { status, cacheControl, body } = await ask(query);
  expect([status, cacheControl]).toEqual([400, "no-store"]);
  expect(body.error.issues.map(({ field }: { field: string }) => field)).toEqual(fields);
});

async function setUp() {
  const { database, runtime, close } = await createTestDatabase();
  onTestFinished(close);
  const loads: string[] = [];
  onTestFinished(runtime.observe((event) => void (event.kind === "load" && loads.push(event.key))));
  const insertPlace = async (name: string, { latitude, homes = 0 }: { latitude: number; homes?: number }) => {
    const place = await insertLocality(database, { name, latitude });
    for (let home = 0; home < homes; home++) await insertListing(database, { localityId: place.id });
    return place;
  };
  return { insertPlace, loads, runtime, database };
}

async function ask(query: string) {
  const response = await GET(new Request(`http://portal.test/api/map/labels?${query}`), {});
  const cacheControl = response.headers.get("Cache-Control");
  return { status: response.status, cacheControl, body: await response.json() };
}
