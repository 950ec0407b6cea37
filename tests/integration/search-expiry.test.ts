import { expect, onTestFinished, test, vi } from "vitest";
import { ListingId } from "@/lib/listings/listing";
import { getListing, searchListings } from "@/lib/listings/queries";
import { newUntilMs } from "@/lib/listings/search-moments";
import { cacheHost } from "@/lib/platform/cache-host";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search } from "@/tests/support/searching";

const MINUTE_MS = 60_000;

/** Half a minute before an hour is full where the searches below look. */
const BEFORE_THE_HOUR = new Date(
  newUntilMs(search("channel=buy"), new Date("2026-03-05T03:00:00Z")) - MINUTE_MS / 2,
).toISOString();
/** Midnight in Sydney (+11), and no full hour: Adelaide is half an hour behind. */
const BEFORE_MIDNIGHT = "2026-03-05T12:59:30Z";
const BEFORE_A_STEP = "2026-03-05T03:34:30Z";
const BEFORE_MIDNIGHT_IN_ADELAIDE = "2026-03-05T13:29:30Z";

test.each([
  [BEFORE_THE_HOUR, "search-counts/channel=buy", "channel=buy"],
  [BEFORE_THE_HOUR, "search/channel=buy&new=3", "channel=buy&new=3"],
  [BEFORE_THE_HOUR, "search-options/channel=buy&new=3", "channel=buy&new=3"],
  [BEFORE_A_STEP, "search/channel=buy&sort=inspection", "channel=buy&sort=inspection"],
  [BEFORE_MIDNIGHT, "search-options/channel=buy", "channel=buy"],
  [BEFORE_MIDNIGHT_IN_ADELAIDE, "search/channel=buy&open=weekend", "channel=buy&open=weekend"],
  [BEFORE_MIDNIGHT_IN_ADELAIDE, "search-counts/channel=buy&open=weekend", "channel=buy&open=weekend"],
])("at %s, what depends on now ends at its next boundary: %s", async (moment, key, query) => {
  expect(await freshForMs(moment, query, key)).toBeLessThanOrEqual(MINUTE_MS / 2);
});

test.each([
  [BEFORE_THE_HOUR, "search/channel=buy", "channel=buy"],
  [BEFORE_A_STEP, "search-counts/channel=buy", "channel=buy&sort=inspection"],
  [BEFORE_MIDNIGHT, "search/channel=buy&sort=price-up", "channel=buy&sort=price-up"],
  [BEFORE_MIDNIGHT_IN_ADELAIDE, "search-options/channel=sold", "channel=sold"],
])("at %s, what does not depend on it lasts: %s", async (moment, key, query) => {
  expect(await freshForMs(moment, query, key)).toBeGreaterThan(4 * MINUTE_MS);
});

test("a later page of the next inspections is reckoned from when the first was, and lasts", async () => {
  const first = search("channel=buy&sort=inspection&limit=1");
  const { runtime } = await setUp(BEFORE_A_STEP);
  const { next: after } = await searchListings(first);
  await searchListings({ ...first, after });
  const key = [...runtime.cache.held()].map(([held]) => held).find((held) => held.includes("after="));
  expect(freshLeftMs(runtime, key ?? "")).toBeGreaterThan(4 * MINUTE_MS);
});

test("a listing is kept until the first of its inspections is over, which then is left out", async () => {
  const before = await setUp("2026-03-07T00:59:00Z");
  const shown = await getListing(before.id);
  expect(shown?.inspections).toHaveLength(1);
  expect(freshLeftMs(before.runtime, `listing/${before.id}`)).toBeLessThanOrEqual(MINUTE_MS);
  const after = await setUp("2026-03-07T01:00:00Z");
  expect((await getListing(after.id))?.inspections).toEqual([]);
  expect(freshLeftMs(after.runtime, `listing/${after.id}`)).toBeGreaterThan(4 * MINUTE_MS);
});

async function freshForMs(moment: string, query: string, key: string): Promise<number> {
  const { runtime } = await setUp(moment);
  await searchListings(search(query));
  return freshLeftMs(runtime, key);
}

type Held = Pick<Awaited<ReturnType<typeof createTestDatabase>>["runtime"], "cache">;

function freshLeftMs({ cache }: Held, key: string): number {
  const held = cache.heldUnder(key);
  if (held === undefined) throw new Error(`${key} is not held: ${[...cache.held()].map(([each]) => each)}`);
  return held.entry.freshUntilMs - cacheHost.now();
}

/** Two for sale, open on the weekend, and one sold. */
async function setUp(moment: string) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
  onTestFinished(() => void vi.useRealTimers());
  const { database, runtime, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database);
  const open = { startsAt: new Date("2026-03-07T00:00Z"), endsAt: new Date("2026-03-07T01:00Z") };
  const forSale = { localityId, publishedAt: new Date("2026-03-05T00:00Z"), inspections: { create: open } };
  const { id } = await insertListing(database, forSale);
  await insertListing(database, forSale);
  await insertListing(database, { localityId, status: "sold", soldOn: new Date("2026-03-01") });
  return { runtime, id: ListingId.parse(id) };
}
