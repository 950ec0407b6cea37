import { expect, onTestFinished, test } from "vitest";
import { GET } from "@/app/api/map/route";
import { readOfKey, readsNamed } from "@/lib/known-reads";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const WINDOW = "bounds=151,-34,151.5,-33.5&zoom=11";

test("a map answers what stands in its window: how many, and each listing by itself with what a pin shows", async () => {
  const { ask, insert } = await setUp();
  const { id } = await insert({ latitude: -33.9, longitude: 151.1, bedrooms: 4 });
  await insert({ latitude: -33.4, longitude: 151.1 });
  expect(await ask(`/api/map?channel=buy&${WINDOW}`)).toEqual({
    status: 200,
    cacheControl: "public, max-age=0, must-revalidate",
    body: {
      total: 1,
      totalIsExact: true,
      clusters: [],
      listings: [
        {
          id,
          slug: "1-example-street-newtown-nsw",
          propertyType: "house",
          price: { display: "$1,000,000", low: 1_000_000, high: 1_000_000, currency: "AUD" },
          beds: 4,
          street: "1 Example Street",
          position: { lng: 151.1, lat: -33.9 },
          isExact: true,
        },
      ],
      notice: null,
    },
  });
});

test("many that stand together are one cluster, with where they stand and what they ask", async () => {
  const { ask, insert } = await setUp();
  for (let index = 0; index < 61; index++)
    await insert({
      latitude: -33.9,
      longitude: 151.1 + index / 100_000,
      priceLow: 500_000 + index,
      priceHigh: 900_000,
    });
  const { body } = await ask(`/api/map?${WINDOW}`);
  expect(body).toMatchObject({
    total: 61,
    clusters: [
      {
        count: 61,
        position: { lng: 151.1003, lat: -33.9 },
        bounds: { west: 151.1, south: -33.9, east: 151.1006, north: -33.9 },
        price: { low: 500_000, high: 900_000, currency: "AUD" },
      },
    ],
    listings: [],
  });
});

test("a hidden street is never found by where it is: it stands where its locality does, and says so", async () => {
  const { ask, insert } = await setUp();
  const { id } = await insert({
    latitude: -33.6,
    longitude: 151.4,
    hideStreet: true,
    street: "7 Secret Street",
  });
  const { body } = await ask(`/api/map?${WINDOW}`);
  expect(body.listings).toMatchObject([
    { id, street: null, position: { lng: 151.18, lat: -33.9 }, isExact: false },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/secret|33\.6|151\.4/i);
  const { body: around } = await ask("/api/map?bounds=151.39,-33.61,151.41,-33.59&zoom=16");
  expect(around.total).toBe(0);
});

test("two spellings of one map, and a map moved a little, have one answer, loaded once", async () => {
  const { ask, insert, loads } = await setUp();
  await insert({ latitude: -33.9, longitude: 151.1 });
  const first = await ask("/api/map?bounds=151.01,-33.99,151.49,-33.51&zoom=11&beds=3-");
  const others = [
    "bounds=151.02,-33.98,151.48,-33.52&zoom=11&beds=03-",
    "zoom=11&beds=3-&bounds=151.03%2C-33.97%2C151.47%2C-33.53&utm_source=x",
  ];
  for (const other of others) expect(await ask(`/api/map?${other}`)).toEqual(first);
  expect(first.body.total).toBe(1);
  expect(loads.filter((key) => key.startsWith("map/"))).toHaveLength(1);
});

test("whoever explains or audits the cache knows a map by its address, however spelt, and by its key", async () => {
  const { ask, insert, held } = await setUp();
  await insert({ latitude: -33.9, longitude: 151.1 });
  const { body } = await ask(`/api/map?${WINDOW}`);
  const [key = ""] = held().filter((each) => each.startsWith("map/"));
  const [named] = readsNamed("/api/map?zoom=11&bounds=151.01,-33.99,151.49,-33.51&utm_source=x");
  expect(named?.read.key).toBe(key);
  expect(await named?.ask()).toEqual(body);
  expect(readOfKey(key)?.read.key).toBe(key);
  expect(readOfKey("map/channel=buy&zoom=11")).toBeNull();
});

const REFUSED: readonly (readonly [query: string, fields: readonly string[]])[] = [
  ["", ["bounds", "zoom"]],
  ["bounds=151,-34,151.5,-33.5", ["zoom"]],
  ["zoom=11", ["bounds"]],
  ["bounds=&zoom=", ["bounds", "zoom"]],
  [`${WINDOW}&zoom=11`, ["zoom"]],
  [`${WINDOW}&bounds=151,-34,151.5,-33.5`, ["bounds"]],
  ["bounds=151,-34,151.5,-33.5&zoom=21", ["zoom"]],
  ["bounds=151,-34,151.5,-33.5&zoom=11.5", ["zoom"]],
  ["bounds=151,-34,151.5&zoom=11", ["bounds"]],
  ["bounds=151.5,-34,151,-33.5&zoom=11", ["bounds"]],
  ["bounds=151,-33.5,151.5,-34&zoom=11", ["bounds"]],
  ["bounds=170,-34,190,-33.5&zoom=11", ["bounds"]],
  [`${WINDOW}&sort=price-up`, ["sort"]],
  [`${WINDOW}&limit=10`, ["limit"]],
  [`${WINDOW}&after=abc`, ["after"]],
  [`${WINDOW}&colour=red&beds=three&price=5-3`, ["colour", "beds", "price"]],
  [`${WINDOW}&region=atlantis`, ["region"]],
  [`${WINDOW}&locality=nsw/atlantis`, ["locality"]],
  [`${WINDOW}&agency=nobody&agent=nobody`, ["agency", "agent"]],
];

test("each bad question is a 400 that names every field with a reason, and is never stored", async () => {
  const { ask } = await setUp();
  for (const [query, fields] of REFUSED) {
    const { status, cacheControl, body } = await ask(`/api/map?${query}`);
    expect({ query, status, cacheControl, code: body.error.code }).toEqual({
      query,
      status: 400,
      cacheControl: "no-store",
      code: "bad_request",
    });
    const named = fields.map((field) => ({ field, reason: expect.stringMatching(/\.$/) }));
    expect(body.error.issues, query).toEqual(named);
  }
});

async function setUp() {
  const { database, runtime, close } = await createTestDatabase();
  onTestFinished(close);
  const loads: string[] = [];
  onTestFinished(runtime.observe((event) => void (event.kind === "load" && loads.push(event.key))));
  const { id: localityId } = await insertLocality(database, { name: "Newtown", postcode: "2042" });
  const insert = (overrides: Partial<Parameters<typeof insertListing>[1]>) =>
    insertListing(database, { localityId, ...overrides });
  const held = () => [...runtime.cache.held()].map(([key]) => key);
  return { insert, ask, loads, held };
}

async function ask(path: string) {
  const response = await GET(new Request(new URL(path, "http://portal.test")), {});
  const cacheControl = response.headers.get("Cache-Control");
  return { status: response.status, cacheControl, body: await response.json() };
}
