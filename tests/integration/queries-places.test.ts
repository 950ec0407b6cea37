import { expect, onTestFinished, test } from "vitest";
import { localityLabel } from "@/lib/localities/locality";
import {
  findLocalities,
  getLocalities,
  getLocality,
  listLocalitiesAround,
  listRegions,
  resolvePlace,
} from "@/lib/localities/queries";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

test("what is typed finds what is meant: exact before prefix before a later word, the busier first, misspelt only when nothing is spelt so", async () => {
  await setUp();
  const expected: Record<string, readonly string[]> = {
    newt: ["Newtown VIC 3220", "Newton SA 5074", "Newtown NSW 2042"],
    newtown: ["Newtown VIC 3220", "Newtown NSW 2042"],
    "  NEWTOWN   NSW ": ["Newtown NSW 2042"],
    "newtown, new south wales": ["Newtown NSW 2042"],
    "newtown n": ["Newtown NSW 2042"],
    "newtown 3220": ["Newtown VIC 3220"],
    "newtown vic 3220": ["Newtown VIC 3220"],
    "204": ["Newtown NSW 2042"],
    "5075": ["Newton SA 5074"],
    grove: ["Grovedale VIC", "Ash Grove QLD"],
    "ash grove 4060": ["Ash Grove QLD"],
    syndey: ["Sydney NSW 2000"],
    newtwon: ["Newton SA 5074", "Newtown VIC 3220", "Newtown NSW 2042"],
    "sao paulo": ["São Paulo NSW"],
    SÃO: ["São Paulo NSW"],
    "o’connor": ["O'Connor WA"],
    "9817": ["98178 WA"],
    atlantis: [],
    "s%y": [],
  };
  const answers = Object.keys(expected).map(async (text) => [
    text,
    (await findLocalities(text)).map(localityLabel),
  ]);
  expect(Object.fromEntries(await Promise.all(answers))).toEqual(expected);
});

test("a text that holds nothing to look for, or too much, is refused with a reason", async () => {
  await setUp();
  for (const text of ["", " ", "%", "___", "\\", "--", "x".repeat(101)]) {
    await expect(findLocalities(text), text).rejects.toMatchObject({
      code: "bad_request",
      issues: [{ field: "q", reason: expect.stringMatching(/give/) }],
    });
  }
});

test("the search box knows regions by name and code, and localities", async () => {
  await setUp();
  const kinds = async (text: string) =>
    (await resolvePlace(text)).map((place) =>
      place.kind === "region" ? place.region.slug : localityLabel(place.locality),
    );
  expect(await kinds("Victoria")).toEqual(["vic", "Victoria Park WA"]);
  expect(await kinds("NSW")).toEqual(["nsw"]);
  expect(await kinds("wa")).toEqual(["wa", "us-wa"]);
  expect(await kinds("sydney")).toEqual(["Sydney NSW 2000"]);
});

test("at most as many localities are found as were asked for", async () => {
  await setUp();
  expect(await findLocalities("newt", 1)).toHaveLength(1);
});

test("a locality is known by its key, and only by its own", async () => {
  await setUp();
  expect(await getLocality("vic/newtown")).toMatchObject({
    name: "Newtown",
    postcode: "3220",
    latitude: -33.9,
  });
  expect(await getLocality("qld/newtown")).toBeNull();
  const keys = ["vic/newtown", "nsw/atlantis", "nsw/newtown"] as const;
  expect((await getLocalities(keys)).map(localityLabel)).toEqual(["Newtown VIC 3220", "Newtown NSW 2042"]);
  expect(await getLocalities([])).toEqual([]);
});

test("each region says how many public listings it has in each channel", async () => {
  await setUp();
  const regions = await listRegions();
  expect(regions.map(({ slug }) => slug)).toEqual([
    "act",
    "nsw",
    "nt",
    "qld",
    "sa",
    "tas",
    "vic",
    "wa",
    "us-wa",
  ]);
  expect(regions.find(({ slug }) => slug === "vic")).toEqual({
    slug: "vic",
    code: "VIC",
    name: "Victoria",
    country: "Australia",
    counts: { buy: 2, rent: 1, sold: 0 },
  });
  expect(regions.find(({ slug }) => slug === "nt")?.counts).toEqual({ buy: 0, rent: 0, sold: 0 });
});

test("a place of hundreds that begin alike comes first as soon as it is the busiest", async () => {
  const { database, runtime } = await setUp();
  await database.$executeRaw`
    INSERT INTO locality (region_id, slug, name, latitude, longitude)
    SELECT min(id), 'aa-' || n, 'Aa ' || n, -30, 150 FROM region, generate_series(1, 450) n GROUP BY n`;
  expect((await findLocalities("aa")).map(({ name }) => name).slice(0, 3)).toEqual([
    "Aa 1",
    "Aa 10",
    "Aa 100",
  ]);
  const { id } = await database.locality.findFirstOrThrow({
    where: { name: "Aa 449" },
    select: { id: true },
  });
  await insertListing(database, { localityId: id });
  await runtime.tail.catchUp();
  expect((await findLocalities("aa")).map(({ name }) => name).slice(0, 3)).toEqual([
    "Aa 449",
    "Aa 1",
    "Aa 10",
  ]);
});

test("around places lie they themselves and, nearest first, whatever is within so many kilometres of any of them; at most 200", async () => {
  const { database } = await setUp();
  await database.$executeRaw`
    INSERT INTO locality (region_id, slug, name, latitude, longitude)
    SELECT id, 'p-' || n, 'P ' || n, -20 - n * 0.01, 140 FROM region, generate_series(0, 300) n WHERE region.slug = 'qld'`;
  const around = async (keys: readonly `${string}/${string}`[], km: number) =>
    (await listLocalitiesAround(keys, km)).map(({ name, km }) => `${name} ${km.toFixed(1)}`);
  expect(await around(["qld/p-0", "qld/nowhere"], 2.5)).toEqual(["P 0 0.0", "P 1 1.1", "P 2 2.2"]);
  expect(await around(["qld/p-10", "qld/p-0"], 0.5)).toEqual(["P 0 0.0", "P 10 0.0"]);
  expect((await around(["qld/p-10", "qld/p-0"], 1.2)).slice(2).sort()).toEqual([
    "P 1 1.1",
    "P 11 1.1",
    "P 9 1.1",
  ]);
  expect(await around(["qld/nowhere"], 50)).toEqual([]);
  expect(await around([], 50)).toEqual([]);
  expect(await around(["qld/p-0"], 1_000)).toHaveLength(200);
});

async function setUp() {
  const { database, runtime, close } = await createTestDatabase();
  onTestFinished(close);
  const busy = await insertLocality(database, { name: "Newtown", region: "vic", postcode: "3220" });
  await insertLocality(database, { name: "Newtown", postcode: "2042" });
  await insertLocality(database, {
    name: "Newton",
    region: "sa",
    postcode: "5074",
    extraPostcodes: ["5075"],
  });
  await insertLocality(database, { name: "Sydney", postcode: "2000" });
  await insertLocality(database, { name: "Grovedale", region: "vic" });
  await insertLocality(database, { name: "Ash Grove", region: "qld" });
  await insertLocality(database, { name: "São Paulo" });
  await insertLocality(database, { name: "O'Connor", region: "wa" });
  await insertLocality(database, { name: "Victoria Park", region: "wa" });
  await insertLocality(database, { name: "98178", postcode: "98178", region: "us-wa" });
  await insertListing(database, { localityId: busy.id });
  await insertListing(database, { localityId: busy.id });
  await insertListing(database, { localityId: busy.id, offer: "rent" });
  await insertListing(database, { localityId: busy.id, status: "withdrawn" });
  return { database, runtime };
}
