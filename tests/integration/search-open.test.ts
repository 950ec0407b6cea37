import { expect, onTestFinished, test, vi } from "vitest";
import { searchListings } from "@/lib/listings/queries";
import type { Database } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { search, walk, walkAsOfMany } from "@/tests/support/searching";

const MINUTE_MS = 60_000;

// A Thursday. The zones that are furthest ahead and behind: +14 and -12.
const THURSDAY = "2026-03-05T03:40:00Z";
const FIRST_MINUTE_AHEAD = "2026-03-06T10:00:00Z";
const LAST_MINUTE_BEHIND = "2026-03-09T11:30:00Z";

test("a weekend is that of the place, from its first minute to its last, wherever that is", async () => {
  const { database } = await setUp(THURSDAY);
  const early = new Date(Date.parse(FIRST_MINUTE_AHEAD) - 30 * MINUTE_MS).toISOString();
  const kiritimati = await insertTown(database, "ahead", "Pacific/Kiritimati");
  const ahead = await insertOpen(database, kiritimati, FIRST_MINUTE_AHEAD);
  await insertOpen(database, kiritimati, early, LAST_MINUTE_BEHIND);
  const ship = await insertTown(database, "behind", "Etc/GMT+12");
  const behind = await insertOpen(database, ship, LAST_MINUTE_BEHIND);
  for (const read of [walk, walkAsOfMany]) {
    expect(await read(search("open=weekend"))).toEqual([behind, ahead]);
    expect(await read(search("region=ahead&open=weekend"))).toEqual([ahead]);
    expect(await read(search("region=behind&open=weekend"))).toEqual([behind]);
    expect(await read(search("locality=ahead/town,behind/town&open=2026-03-07"))).toEqual([ahead]);
    expect(await read(search("open=2026-03-08"))).toEqual([behind]);
  }
});

test("a day that is over where the listing stands is none on which it is open", async () => {
  const { database } = await setUp("2026-03-07T13:30:00Z");
  const sydney = await insertOpen(database, await insertTown(database, "nsw"), "2026-03-07T01:00:00Z");
  const perth = await insertOpen(database, await insertTown(database, "wa"), "2026-03-07T01:00:00Z");
  expect(await walk(search("open=2026-03-07"))).toEqual([perth]);
  expect(await walk(search("open=weekend"))).toEqual([perth]);
  vi.setSystemTime("2026-03-06T20:00:00Z");
  expect(await walk(search("open=2026-03-07&limit=5"))).toEqual([perth, sydney]);
});

test("a listing with inspections that lie months apart is found on each of its days, and on no other", async () => {
  const { database } = await setUp("2026-03-07T01:00:00Z");
  const days = ["2026-03-08", "2026-05-09", "2026-07-10", "2026-07-11"];
  const town = await insertTown(database, "nsw");
  const id = await insertOpen(database, town, ...days.map((day) => `${day}T02:00:00Z`));
  const near = await insertOpen(database, town, "2026-05-09T02:00:00Z", "2026-07-10T02:00:00Z");
  // Of the second, the days lie as far apart as bits tell, of the first further.
  for (const [open, found] of [
    ["weekend", [id]],
    ["2026-03-07", []],
    ["2026-03-09,2026-04-09", []],
    ["2026-04-10,2026-05-08", []],
    ["2026-05-09", [near, id]],
    ["2026-05-01,2026-06-01", [near, id]],
    ["2026-05-10,2026-06-09", []],
    ["2026-07-10", [near, id]],
    ["2026-07-11,2026-08-11", [id]],
    ["2026-07-12,2026-08-11", []],
  ] as const)
    expect({ open, found: await walk(search(`open=${open}`)) }).toEqual({ open, found });
});

test("an inspection that ends while its page is looked at shows its listing on no later page again", async () => {
  const { database } = await setUp("2026-03-07T01:00:00Z");
  const starts = ["00:40", "01:20", "01:30", "02:00"].map((time) => `2026-03-07T${time}:00Z`);
  const town = await insertTown(database, "nsw");
  const ids: number[] = [];
  for (const start of starts) ids.push(await insertOpen(database, town, start));
  const first = search("sort=inspection&limit=2");
  const { items, next } = await searchListings(first);
  vi.setSystemTime("2026-03-07T01:25:00Z");
  const second = await searchListings({ ...first, limit: 9, after: next });
  expect([items, second.items].map((page) => page.map(({ id }) => id))).toEqual([
    ids.slice(0, 2),
    ids.slice(2),
  ]);
  expect((await searchListings(first)).items[0]?.id).toBe(ids[1]);
});

/** A town of a region, which is made when it is given a zone of its own. */
async function insertTown(database: Database, region: string, timeZone?: string): Promise<number> {
  if (timeZone !== undefined)
    await database.region.create({
      data: { slug: region, code: region, name: region, countryCode: "au", timeZone },
    });
  return (await insertLocality(database, { region, name: "Town" })).id;
}

/** A listing there, with inspections of half an hour. */
async function insertOpen(database: Database, town: number, ...starts: readonly string[]): Promise<number> {
  const inspections = starts.map((start) => ({
    startsAt: new Date(start),
    endsAt: new Date(Date.parse(start) + 30 * MINUTE_MS),
  }));
  const { id } = await insertListing(database, { localityId: town, inspections: { create: inspections } });
  return id;
}

async function setUp(moment: string) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
  onTestFinished(() => void vi.useRealTimers());
  const { database, close } = await createTestDatabase({ CACHE_MEMORY: "off", CACHE_SHARED: "off" });
  onTestFinished(close);
  return { database };
}
