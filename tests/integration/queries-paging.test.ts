import { expect, onTestFinished, test, vi } from "vitest";
import { LISTING_SORTS, type ListingSort } from "@/lib/listings/search";
import type { Database } from "@/lib/platform/prisma";
import { createTestDatabase } from "@/tests/support/database";
import { insertListing } from "@/tests/support/listings";
import { picker } from "@/tests/support/picker";
import { plainSearch } from "@/tests/support/plain-search";
import { insertRandomWorld, type RandomWorld } from "@/tests/support/random-world";
import { search, walk, walkAsOfMany } from "@/tests/support/searching";

const SEED = Number(process.env.VERANDAH_TEST_SEED ?? Date.now());
const NOW = new Date("2026-03-05T03:40:00Z");
const MINUTE_MS = 60_000;

/** Each finds some dozens, in an order of its own. */
const QUESTIONS: Readonly<Record<ListingSort, string>> = {
  newest: "channel=buy",
  "price-up": "channel=buy",
  "price-down": "channel=buy",
  inspection: "channel=buy",
  nearest: "channel=buy&locality=nsw/ashby,wa/ashby",
  match: "channel=buy&keywords=garden",
};
const WALKS = { gathered: walk, "in order": walkAsOfMany } as const;

const CASES = LISTING_SORTS.flatMap((sort) =>
  Object.keys(WALKS).map((way) => [sort, way as keyof typeof WALKS] as const),
);

// Time passes too: who looks through the next inspections for an hour sees some begin and end.
test.each(CASES)(
  `writes between pages neither hide nor repeat a listing that they leave alone (%s, %s, seed ${SEED})`,
  async (sort, way) => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    onTestFinished(() => void vi.useRealTimers());
    const { database, close } = await createTestDatabase();
    onTestFinished(close);
    const pick = picker(SEED);
    const world = await insertRandomWorld(database, { count: 110, now: NOW, pick });
    const question = search(`${QUESTIONS[sort]}&limit=3&sort=${sort}`);
    const before = plainSearch(world, question).ids;
    const touched = new Set<number>();
    const seen = await WALKS[way](question, async () => {
      vi.setSystemTime(Date.now() + 4 * MINUTE_MS);
      const id = pick(before);
      touched.add(id);
      await disturb(database, id, pick);
      await insertAnother(database, world, pick);
    });
    const left = before.filter((id) => !touched.has(id));
    expect(touched.size).toBeGreaterThan(2);
    expect(left.length).toBeGreaterThan(2);
    expect(seen.filter((id) => left.includes(id))).toEqual(left);
  },
  60_000,
);

type Pick = <T>(values: readonly T[]) => T;

/** Changes something that a search may be sorted by. */
async function disturb(database: Database, id: number, pick: Pick): Promise<void> {
  const low = pick([0, 1, 2, 3, 5]);
  const startsAt = new Date(Date.now() + pick([0.1, 2, 30]) * 60 * MINUTE_MS);
  const data = pick([
    { status: "withdrawn" as const },
    { priceLow: low, priceHigh: low },
    { publishedAt: new Date() },
    { headline: pick(["A garden", "Nothing of the kind"]) },
    { latitude: -33.9, longitude: 151.18, hideStreet: false },
    { inspections: { create: { startsAt, endsAt: new Date(startsAt.getTime() + 30 * MINUTE_MS) } } },
    { inspections: { deleteMany: {} } },
  ]);
  await database.listing.update({ where: { id }, data });
}

async function insertAnother(database: Database, { places }: RandomWorld, pick: Pick): Promise<void> {
  const price = pick([0, 2, 3]);
  const startsAt = new Date(Date.now() + pick([0.2, 3]) * 60 * MINUTE_MS);
  await insertListing(database, {
    localityId: pick(places).id,
    headline: pick(["A garden", "A pool"]),
    publishedAt: new Date(),
    priceLow: price,
    priceHigh: price,
    inspections: { create: { startsAt, endsAt: new Date(startsAt.getTime() + 30 * MINUTE_MS) } },
  });
}
