import { expect, onTestFinished, test } from "vitest";
import type { ListingEventKind } from "@/lib/listings/listing";
import { dayIn } from "@/lib/listings/region-day";
import { getSuburbProfile, loadSuburbProfile } from "@/lib/localities/profile-queries";
import { type Chance, chanceFrom } from "@/tests/support/chance";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing, insertLocality } from "@/tests/support/listings";
import { type PlainStock, plainProfile } from "@/tests/support/plain-profile";

const SEED = Number(process.env.VERANDAH_TEST_SEED ?? Date.now());
const LISTINGS = 120;
const DAY_MS = 86_400_000;
const PLACES = [
  { region: "nsw", timeZone: "Australia/Sydney", currency: "AUD" },
  { region: "us-wa", timeZone: "America/Los_Angeles", currency: "USD" },
] as const;
/** Ends of quarters, of a leap year's February, and days on which a region's clocks change; of Sydney, of Seattle and of neither. */
const MOMENTS = [
  ...["2026-03-31T12:59:59Z", "2026-03-31T13:00:00Z", "2026-04-01T06:59:59Z", "2026-04-01T07:00:00Z"],
  ...["2028-02-28T13:30:00Z", "2028-02-29T12:00:00Z", "2026-10-03T15:00:00Z", "2026-11-01T07:30:00Z"],
  ...["2026-12-31T13:00:00Z", "2027-01-01T08:00:00Z", "2026-06-15T00:00:00Z"],
].map((instant) => new Date(instant));

test(`the figures of a place are those of a plain count of its listings and their histories, on any day (seed ${SEED})`, async () => {
  const { database, profileAt } = await setUp();
  const chance = chanceFrom(SEED);
  for (const { region, timeZone, currency } of PLACES) {
    const { id, slug } = await insertLocality(database, { region, name: `Place ${region}` });
    const elsewhere = await insertLocality(database, { region });
    const listings: PlainStock[] = [];
    for (let made = 0; made < LISTINGS; made++) {
      listings.push(await insertAny(database, chance, id));
      if (made % 4 === 0) await insertAny(database, chance, elsewhere.id);
    }
    for (const now of MOMENTS) {
      const { profile, endsAtMs } = await profileAt(`${region}/${slug}`, now);
      if (profile === null) throw new Error(`${slug} is not there.`);
      const { locality, ...figures } = profile;
      expect(locality).toMatchObject({ slug, name: `Place ${region}`, region: { slug: region } });
      expect(figures, `${region} at ${now.toISOString()}`).toEqual(
        plainProfile(listings, { now, timeZone, currency }),
      );
      const ends = [endsAtMs - 1, endsAtMs].map((instant) => dayIn(timeZone, new Date(instant)));
      expect(ends).toEqual([figures.asOf, dayIn(timeZone, new Date(endsAtMs + DAY_MS / 2))]);
      expect(ends[0]).not.toBe(ends[1]);
    }
  }
});

test("a middle value is that of three or more, the mean of two middle ones rounded half up, and says of how many", async () => {
  const { sell, profileAt } = await setUp();
  const priceAfter = async (...prices: readonly (number | null)[]) => {
    for (const price of prices) await sell({ price, on: "2026-05-01" });
    return (await profileAt("nsw/here", new Date("2026-06-01T00:00Z"))).profile?.lastYear.all;
  };
  expect(await priceAfter(100, 201)).toMatchObject({ sales: 2, price: { median: null, count: 2 } });
  expect(await priceAfter(null)).toMatchObject({ sales: 3, price: { median: null, count: 2 } });
  expect(await priceAfter(300)).toMatchObject({ sales: 4, price: { median: 201, count: 3 } });
  expect(await priceAfter(400)).toMatchObject({ sales: 5, price: { median: 251, count: 4 } });
});

test("a home that was sold again counts twice, by the quarter of each sale, though it is on offer once more", async () => {
  const { database, sell, profileAt } = await setUp();
  const id = await sell({ price: 500, on: "2025-01-10" });
  await database.listingEvent.createMany({
    data: [
      { listingId: id, kind: "relisted", occurredOn: new Date("2026-01-05") },
      { listingId: id, kind: "sold", occurredOn: new Date("2026-02-14"), priceLow: 600, priceHigh: 600 },
      { listingId: id, kind: "relisted", occurredOn: new Date("2026-03-01") },
    ],
  });
  await database.listing.update({ where: { id }, data: { status: "active", soldOn: null, soldPrice: null } });
  const { profile } = await profileAt("nsw/here", new Date("2026-03-15T00:00Z"));
  const counted = profile?.quarters.map(({ quarter, all }) => `${quarter} ${all.sales}`);
  expect(counted?.filter((text) => !text.endsWith(" 0"))).toEqual(["2025-Q1 1", "2026-Q1 1"]);
  expect(profile?.stock).toMatchObject({ buy: { all: 1 }, sold: { all: 0 } });
  expect(profile?.lastYear.all).toMatchObject({ sales: 1, daysOnMarket: { count: 1 } });
});

test("days on market run from the listing to the offer that led to the sale, through one that fell through", async () => {
  const { database, sell, profileAt } = await setUp();
  const on = (kind: ListingEventKind, day: string) => ({ kind, occurredOn: new Date(day) });
  const sellAfter = async (times: number, history: readonly ReturnType<typeof on>[]) => {
    for (let sold = 0; sold < times; sold++) {
      const listingId = await sell({ price: null, on: "2026-05-31" });
      await database.listingEvent.createMany({ data: history.map((event) => ({ listingId, ...event })) });
    }
    return (await profileAt("nsw/here", new Date("2026-06-01T00:00Z"))).profile?.lastYear.all.daysOnMarket;
  };
  const listed = on("listed", "2026-05-01");
  const offered = on("under_offer", "2026-05-21");
  const fellThrough = [on("under_offer", "2026-05-02"), on("relisted", "2026-05-03")];
  const takenOff = [on("listed", "2025-01-01"), on("withdrawn", "2025-02-01"), on("relisted", "2026-05-30")];
  expect(await sellAfter(1, [])).toEqual({ median: null, count: 0 });
  expect(await sellAfter(3, [listed])).toEqual({ median: 30, count: 3 });
  expect(await sellAfter(4, [listed, offered])).toEqual({ median: 20, count: 7 });
  expect(await sellAfter(8, [listed, ...fellThrough])).toEqual({ median: 30, count: 15 });
  expect(await sellAfter(16, [listed, ...fellThrough, offered])).toEqual({ median: 20, count: 31 });
  expect(await sellAfter(32, takenOff)).toEqual({ median: 1, count: 63 });
});

test("a place that does not exist has no profile, and one without a listing has one of nothing", async () => {
  const { database } = await setUp();
  expect(await getSuburbProfile("nsw/nowhere")).toBeNull();
  const nowhere = await insertLocality(database, { slug: "nowhere", name: "Nowhere" });
  const profile = await getSuburbProfile("nsw/nowhere");
  expect(profile?.locality.name).toBe(nowhere.name);
  expect(profile).toMatchObject({
    currency: "AUD",
    stock: { buy: { all: 0, byType: {} } },
    askingPrice: { all: { median: null, count: 0 }, byType: {} },
    lastYear: {
      all: { sales: 0, price: { median: null, count: 0 }, daysOnMarket: { median: null, count: 0 } },
    },
  });
  expect(profile?.quarters).toHaveLength(12);
});

async function setUp() {
  const { database, close } = await createTestDatabase();
  onTestFinished(close);
  const { id: localityId } = await insertLocality(database, { slug: "here" });
  /** A house that was sold then; null: at a price that was withheld. */
  const sell = async ({ price, on }: { price: number | null; on: string }) => {
    const occurredOn = new Date(on);
    const event = { kind: "sold", occurredOn, priceLow: price, priceHigh: price } as const;
    const sold = { status: "sold", soldOn: occurredOn, soldPrice: price, events: { create: event } } as const;
    return (await insertListing(database, { localityId, ...sold })).id;
  };
  const profileAt = async (key: `${string}/${string}`, now: Date) => {
    let endsAtMs = Number.POSITIVE_INFINITY;
    const expiresAt = (instantMs: number) => {
      endsAtMs = instantMs;
    };
    const profile = await loadSuburbProfile(key, now, { addTags: () => {}, expiresAt });
    return { profile, endsAtMs };
  };
  return { database, sell, profileAt };
}

const KINDS = [
  ...["listed", "listed", "relisted", "price_changed", "under_offer", "under_offer"],
  ...["sold", "sold", "sold", "withdrawn", "leased"],
] as ListingEventKind[];

/** A listing with a history that makes no sense, so that nothing rests on histories that do. */
async function insertAny(
  database: Awaited<ReturnType<typeof createTestDatabase>>["database"],
  { pick, whole }: Chance,
  localityId: number,
): Promise<PlainStock> {
  const status = pick(["active", "active", "sold", "under_offer", "withdrawn", "leased"] as const);
  const offer = status === "sold" ? "sale" : status === "leased" ? "rent" : pick(["sale", "rent"] as const);
  const price = () => {
    const low = pick([null, whole(100, 200), whole(100, 200)]);
    return { priceLow: low, priceHigh: low === null ? null : low + pick([0, 0, 0, 25]) };
  };
  const asked = price();
  const row = {
    propertyType: pick(["house", "unit", "villa"] as const),
    priceCurrency: pick(["AUD", "USD"]),
    ...asked,
  };
  const days = {
    soldOn: status === "sold" ? new Date() : null,
    leasedOn: status === "leased" ? new Date() : null,
  };
  const { id } = await insertListing(database, { localityId, status, offer, ...row, ...days });
  const { channel } = await database.listing.findUniqueOrThrow({ where: { id }, select: { channel: true } });
  const salesOn = new Set<number>();
  const events = Array.from({ length: whole(0, 9) }, () => {
    const kind = pick(KINDS);
    // Around the moments that are asked about: some sales are too old, some not yet made, many on a day with others.
    const at = pick(MOMENTS).getTime() + pick([0, 0, 1, -1, -364, -365, -366, whole(-1_250, 300)]) * DAY_MS;
    const occurredOn = new Date(at - (at % DAY_MS));
    return { listingId: id, kind, occurredOn, ...(kind === "sold" ? price() : {}) };
  }).filter(
    ({ kind, occurredOn }) => kind !== "sold" || (!salesOn.has(+occurredOn) && salesOn.add(+occurredOn)),
  );
  const made = await database.listingEvent.createManyAndReturn({ data: events });
  return {
    ...{
      type: row.propertyType,
      channel,
      low: asked.priceLow,
      high: asked.priceHigh,
      currency: row.priceCurrency,
    },
    events: made.map(({ kind, occurredOn, priceLow, priceHigh, id: eventId }) => ({
      ...{ id: Number(eventId), kind, day: occurredOn.toISOString().slice(0, 10) },
      ...{
        low: priceLow === null ? null : Number(priceLow),
        high: priceHigh === null ? null : Number(priceHigh),
      },
    })),
  };
}
