import { expect, onTestFinished, test, vi } from "vitest";
import { searchListings } from "@/lib/listings/queries";
import type { ListingSearch } from "@/lib/listings/search";
import { holdRuntime } from "@/lib/platform/runtime";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search } from "@/tests/support/searching";

const QUESTION = search("channel=buy&limit=5");

test("a cursor serves pages of another size, but no other search, no other order and no other channel", async () => {
  const { next } = await setUp();
  const wider = await searchListings({ ...QUESTION, limit: 9, after: next });
  expect(wider.items).toHaveLength(9);
  await expectRefused({ ...QUESTION, after: next, sort: "price-up" });
  await expectRefused({ ...QUESTION, after: next, sort: "inspection" });
  await expectRefused({ ...QUESTION, after: next, beds: { min: 1, max: null } });
  await expectRefused({ ...QUESTION, after: next, channel: "rent" });
});

test("a cursor that anything was done to is refused, whatever bit or end of it", async () => {
  const { next } = await setUp();
  const bytes = Buffer.from(next, "base64url");
  const changed = [...bytes.keys()].map((at) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy.toString("base64url");
  });
  const cut = [1, 15, 16, 17, bytes.length - 1].map((end) => bytes.subarray(0, end).toString("base64url"));
  const longer = Buffer.concat([bytes, Buffer.from(" ")]).toString("base64url");
  for (const after of [...changed, ...cut, longer, `${next}A`, "x", "null"]) {
    await expectRefused({ ...QUESTION, after });
  }
});

// The old form was not signed, and whoever wrote one could ask for what no page shows.
test("what anybody can write is no cursor", async () => {
  await setUp();
  const payload = Buffer.from(JSON.stringify([2, ["2026-03-01 00:00:00+00"], 5, null]));
  const forged = Buffer.concat([Buffer.alloc(16), payload]);
  await expectRefused({ ...QUESTION, after: forged.toString("base64url") });
  await expectRefused({ ...QUESTION, after: payload.toString("base64url") });
});

test("processes that share a database read each other's cursors, and so do those that are given one key", async () => {
  const { next, runtime } = await setUp();
  const other = { ...runtime };
  onTestFinished(() => holdRuntime(runtime));
  holdRuntime(other);
  expect((await searchListings({ ...QUESTION, after: next })).items).toHaveLength(5);
  holdRuntime({ ...runtime, env: { ...runtime.env, SEARCH_CURSOR_KEY: "another key of the portal" } });
  await expectRefused({ ...QUESTION, after: next });
  const { next: signed } = await searchListings({ ...QUESTION, limit: 6 });
  holdRuntime({ ...runtime, env: { ...runtime.env, SEARCH_CURSOR_KEY: "another key of the portal" } });
  expect((await searchListings({ ...QUESTION, limit: 6, after: signed })).items).toHaveLength(6);
});

test("the order of next inspections is good for a day, and then is out of date", async () => {
  const now = new Date();
  vi.useFakeTimers({ toFake: ["Date"], now });
  onTestFinished(() => void vi.useRealTimers());
  await setUp();
  const question = search("channel=buy&limit=5&sort=inspection");
  const { next: after } = await searchListings(question);
  vi.setSystemTime(now.getTime() + 23 * 3_600_000);
  expect((await searchListings({ ...question, after })).items).toHaveLength(5);
  vi.setSystemTime(now.getTime() + 25 * 3_600_000);
  await expectRefused({ ...question, after }, /out of date/);
});

async function expectRefused(asked: ListingSearch, reason = /first page/): Promise<void> {
  await expect(searchListings(asked), JSON.stringify(asked)).rejects.toMatchObject({
    code: "bad_request",
    issues: [{ field: "after", reason: expect.stringMatching(reason) }],
  });
}

async function setUp() {
  const { database, runtime, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database);
  for (let made = 0; made < 20; made++) await insertListing(database, { localityId });
  const { next } = await searchListings(QUESTION);
  if (next === null) throw new Error("Twenty listings fit on one page of five.");
  return { runtime, next };
}
