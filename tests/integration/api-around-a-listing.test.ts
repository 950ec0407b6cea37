import { expect, onTestFinished, test } from "vitest";
import { GET as getSimilar } from "@/app/api/listings/[id]/similar/route";
import { GET as getProfile } from "@/app/api/localities/[region]/[slug]/route";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";

const FRESH = "public, max-age=0, must-revalidate";

test("a listing answers with others like it, and so does one that is gone", async () => {
  const { insert } = await setUp();
  const shown = await insert({});
  const other = await insert({ bedrooms: 4 });
  const gone = await insert({ status: "withdrawn" });
  const items = [{ id: other, channel: "buy", beds: 4, locality: { slug: "newtown" } }];
  expect(await similar(shown)).toMatchObject({ status: 200, cacheControl: FRESH, body: { items } });
  const { status, body } = await similar(gone);
  expect({ status, ids: body.items.map(({ id }: { id: number }) => id) }).toEqual({
    status: 200,
    ids: [other, shown].sort((one, another) => another - one),
  });
});

test("a listing that never was public, or that no id can name, is a 404 with a sentence", async () => {
  const { insert } = await setUp();
  const draft = await insert({ status: "draft", publishedAt: null });
  for (const name of [draft, draft + 1, `0${draft}`, "abc", "99999999999", "1.0"]) {
    expect(await similar(name), `${name}`).toEqual({
      status: 404,
      cacheControl: "no-store",
      body: {
        error: {
          code: "not_found",
          message: expect.stringMatching(/^There is no listing .*\.$/),
          issues: [],
        },
      },
    });
  }
});

test("a locality answers with its figures", async () => {
  const { insert } = await setUp();
  for (const bedrooms of [1, 2, 3])
    await insert({ bedrooms, priceLow: 500_000 * bedrooms, priceHigh: 500_000 * bedrooms });
  const { status, cacheControl, body } = await profile("nsw", "newtown");
  expect({ status, cacheControl }).toEqual({ status: 200, cacheControl: FRESH });
  expect(body).toMatchObject({
    locality: {
      slug: "newtown",
      name: "Newtown",
      postcode: "2042",
      region: { slug: "nsw" },
      latitude: -33.9,
    },
    currency: "AUD",
    asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    stock: { buy: { all: 3, byType: { house: 3 } }, rent: { all: 0, byType: {} } },
    askingPrice: { all: { median: 1_000_000, count: 3 } },
    quarters: { length: 12 },
  });
});

test("a locality that does not exist, or that nothing can be called like, is a 404 with a sentence", async () => {
  await setUp();
  for (const [region, slug] of [
    ["nsw", "atlantis"],
    ["vic", "newtown"],
    ["NSW", "Newtown"],
    ["nsw", "new town"],
    ["nsw", "x".repeat(200)],
  ] as const) {
    expect(await profile(region, slug), slug).toEqual({
      status: 404,
      cacheControl: "no-store",
      body: {
        error: {
          code: "not_found",
          message: expect.stringMatching(/^There is no locality ".*\.$/),
          issues: [],
        },
      },
    });
  }
});

test("a parameter that these addresses do not have is a 400 that names it", async () => {
  const { insert } = await setUp();
  const id = await insert({});
  for (const answer of [
    await similar(id, "?limit=3&limit=4&x="),
    await profile("nsw", "newtown", "?limit=3&x=1"),
  ]) {
    expect(answer).toEqual({
      status: 400,
      cacheControl: "no-store",
      body: {
        error: {
          code: "bad_request",
          message: "The question cannot be read.",
          issues: ["limit", "x"].map((field) => ({ field, reason: expect.stringMatching(/\.$/) })),
        },
      },
    });
  }
});

async function setUp() {
  const { database, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database, { name: "Newtown", postcode: "2042" });
  const insert = async (overrides: Partial<Parameters<typeof insertListing>[1]>) =>
    (await insertListing(database, { localityId, ...overrides })).id;
  return { insert };
}

function similar(id: number | string, query = "") {
  const request = new Request(`http://portal.test/api/listings/${id}/similar${query}`);
  return read(getSimilar(request, { params: Promise.resolve({ id: `${id}` }) }));
}

function profile(region: string, slug: string, query = "") {
  const request = new Request(`http://portal.test/api/localities/${region}/${slug}${query}`);
  return read(getProfile(request, { params: Promise.resolve({ region, slug }) }));
}

async function read(answer: Promise<Response>) {
  const response = await answer;
  const cacheControl = response.headers.get("Cache-Control");
  return { status: response.status, cacheControl, body: await response.json() };
}
