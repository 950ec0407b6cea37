import { expect, onTestFinished, test } from "vitest";
import { GET as getMissing, POST as postMissing } from "@/app/api/[[...missing]]/route";
import { GET as getOne } from "@/app/api/listings/[id]/route";
import { GET as getMany } from "@/app/api/listings/route";
import { GET as getLocalities } from "@/app/api/localities/route";
import { canonicalQuery } from "@/lib/listings/search";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search } from "@/tests/support/searching";

const FRESH = "public, max-age=0, must-revalidate";

test("a search answers total, items, facets and where the next page begins", async () => {
  const { ask, insert } = await setUp();
  const { id: older } = await insert({ publishedAt: new Date("2026-01-01T00:00Z") });
  const { id } = await insert({ bedrooms: 4 });
  const { status, cacheControl, body } = await ask("/api/listings?channel=buy&limit=1");
  expect({ status, cacheControl }).toEqual({ status: 200, cacheControl: FRESH });
  expect(body).toMatchObject({ total: 2, totalIsExact: true, items: [{ id, channel: "buy", beds: 4 }] });
  expect(body.facets.beds).toEqual(
    [1, 2, 3, 4, 5].map((min) => ({ min, count: min <= 3 ? 2 : min === 4 ? 1 : 0 })),
  );
  const second = await ask(`/api/listings?channel=buy&limit=1&after=${body.next}`);
  expect(second.body).toMatchObject({ items: [{ id: older }], next: null });
});

test("two spellings of one question have one answer", async () => {
  const { ask, insert } = await setUp();
  await insert({});
  const spellings = ["region=nsw&locality=newtown&beds=03-", "beds=3-&locality=NSW%2FNewtown&utm_source=x"];
  const answers = await Promise.all(spellings.map((spelling) => ask(`/api/listings?${spelling}`)));
  expect(answers[0]?.body.total).toBe(1);
  expect(answers[1]).toEqual(answers[0]);
  expect(canonicalQuery(search(spellings[1] ?? ""))).toBe(canonicalQuery(search(spellings[0] ?? "")));
});

test("a bad question is a 400 that names every field with a reason, and is never stored", async () => {
  const { ask } = await setUp();
  expect(await ask("/api/listings?beds=three&price=5-3&colour=red")).toEqual({
    status: 400,
    cacheControl: "no-store",
    body: {
      error: {
        code: "bad_request",
        message: expect.any(String),
        issues: ["colour", "beds", "price"].map((field) => ({ field, reason: expect.stringMatching(/\.$/) })),
      },
    },
  });
  for (const [query, field] of [
    ["region=atlantis", "region"],
    ["locality=nsw/atlantis", "locality"],
    ["agency=nobody", "agency"],
    ["after=abc", "after"],
  ]) {
    const { status, cacheControl, body } = await ask(`/api/listings?${query}`);
    expect({ status, cacheControl, field: body.error.issues[0]?.field }).toEqual({
      status: 400,
      cacheControl: "no-store",
      field,
    });
  }
});

test("a listing answers by its id; another spelling of a number is no id", async () => {
  const { ask, insert } = await setUp();
  const { id } = await insert({});
  expect(await ask(`/api/listings/${id}`)).toMatchObject({
    status: 200,
    cacheControl: FRESH,
    body: { id, version: 1 },
  });
  for (const other of [`0${id}`, `0x${id}`, `${id}.0`, `+${id}`, "abc", "99999999999", "0", `${id + 1}`]) {
    const answer = await ask(`/api/listings/${other}`);
    expect(answer, other).toMatchObject({
      status: 404,
      cacheControl: "no-store",
      body: { error: { code: "not_found" } },
    });
  }
});

test("a listing that is gone says so, and a draft says nothing", async () => {
  const { ask, insert } = await setUp();
  const withdrawn = await insert({ status: "withdrawn" });
  const draft = await insert({ status: "draft", publishedAt: null });
  expect(await ask(`/api/listings/${withdrawn.id}`)).toEqual({
    status: 410,
    cacheControl: "no-store",
    body: { error: { code: "gone", message: `Listing ${withdrawn.id} has been withdrawn.`, issues: [] } },
  });
  expect(await ask(`/api/listings/${draft.id}`)).toMatchObject({ status: 404 });
});

test("localities answer by the beginning of a name, at most as many as are asked for; a bad question is a 400 that says why", async () => {
  const { ask } = await setUp();
  expect(await ask("/api/localities?q=newt")).toEqual({
    status: 200,
    cacheControl: FRESH,
    body: { items: [{ slug: "newtown", name: "Newtown", postcode: "2042", region: expect.any(Object) }] },
  });
  expect((await ask("/api/localities?q=newt&limit=1")).body.items).toHaveLength(1);
  const refused: Record<string, readonly string[]> = {
    "": ["q"],
    "?q=": ["q"],
    "?q=%25": ["q"],
    [`?q=${"x".repeat(101)}`]: ["q"],
    "?q=a&q=b": ["q"],
    "?q=a&limit=0": ["limit"],
    "?q=a&limit=21": ["limit"],
    "?q=a&limit=2.5": ["limit"],
    "?q=a&limit=": ["limit"],
    "?q=a&limit=1&limit=2": ["limit"],
    "?q=a&channel=buy": ["channel"],
    "?limit=many&colour=red&q=": ["colour", "q", "limit"],
  };
  for (const [query, fields] of Object.entries(refused)) {
    const { status, cacheControl, body } = await ask(`/api/localities${query}`);
    expect({ status, cacheControl, issues: body.error.issues }, query).toEqual({
      ...{ status: 400, cacheControl: "no-store" },
      issues: fields.map((field) => ({ field, reason: expect.stringMatching(/\.$/) })),
    });
  }
});

test("an address that the API does not have answers 404 as JSON, whatever the method", async () => {
  const { ask } = await setUp();
  for (const method of ["GET", "POST"]) {
    const { status, cacheControl, body } = await ask("/api/nothing/here", method);
    expect({ status, cacheControl, code: body.error.code }).toEqual({
      status: 404,
      cacheControl: "no-store",
      code: "not_found",
    });
  }
});

async function setUp() {
  const { database, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database, { name: "Newtown", postcode: "2042" });
  const insert = (overrides: Partial<Parameters<typeof insertListing>[1]>) =>
    insertListing(database, { localityId, ...overrides });
  return { database, insert, ask };
}

async function ask(path: string, method = "GET") {
  // As a page of the portal asks; of a question nobody has to know where it comes from.
  const headers = method === "GET" ? {} : { origin: "http://portal.test" };
  const request = new Request(new URL(path, "http://portal.test"), { method, headers });
  const response = await route(request);
  const cacheControl = response.headers.get("Cache-Control");
  return { status: response.status, cacheControl, body: await response.json() };
}

function route(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/api/listings") return getMany(request, {});
  if (pathname === "/api/localities") return getLocalities(request, {});
  const id = /^\/api\/listings\/(.+)$/.exec(pathname)?.[1];
  if (id !== undefined) return getOne(request, { params: Promise.resolve({ id }) });
  return request.method === "GET" ? getMissing(request, {}) : postMissing(request, {});
}
