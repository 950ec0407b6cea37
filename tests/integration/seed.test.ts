import { expect, onTestFinished, test } from "vitest";
import { createListing } from "@/lib/listings/commands";
import { seed } from "@/prisma/seed/seed";
import { createTestDatabase } from "@/tests/support/database";

const TODAY = "2026-11-22";

async function setUp() {
  const held = await createTestDatabase();
  onTestFinished(held.close);
  const lines: string[] = [];
  const run = (listings: number, at?: (done: number) => void) =>
    seed(held.url, { listings, today: TODAY, log: (line) => lines.push(line), ...(at ? { at } : {}) });
  return { ...held, run, lines };
}

test("two thousand invented listings pass every constraint, with histories, agents and inspections, and say that they are invented", async () => {
  const { database, run, lines } = await setUp();
  const seeded = await run(2000);
  expect(seeded).toMatchObject({ seeded: true, listings: 2000 });
  expect(seeded.localities).toBeGreaterThan(3500);
  expect(lines.at(-1)).toMatch(/^2000 invented listings in \d+ localities$/);

  expect(await database.feedSource.findMany()).toMatchObject([
    {
      slug: "demo",
      kind: "demo",
      name: "Demonstration listings (invented)",
      credit: expect.stringMatching(/^Invented/),
    },
  ]);
  expect(
    await database.listing.count({ where: { source: { slug: "demo" }, agency: { isDemo: true } } }),
  ).toBe(2000);
  expect(await database.agency.count({ where: { isDemo: false } })).toBe(0);
  expect(await database.agent.count({ where: { isDemo: false } })).toBe(0);
  expect(await database.listing.count({ where: { agents: { none: {} } } })).toBe(0);
  expect(await database.listing.count({ where: { status: { not: "draft" }, events: { none: {} } } })).toBe(0);
  expect(await database.inspection.count()).toBeGreaterThan(1000);
  const strangers = await database.$queryRaw`
    SELECT listing.id FROM listing JOIN listing_agent ON listing_id = listing.id
      JOIN agent ON agent.id = agent_id WHERE agent.agency_id <> listing.agency_id`;
  expect(strangers).toEqual([]);
});

test("a second run does nothing and says so", async () => {
  const { database, run, lines } = await setUp();
  await run(50);
  const before = await database.listing.findMany({ orderBy: { id: "asc" } });
  expect(await run(80)).toMatchObject({ seeded: false, listings: 50 });
  expect(lines.at(-1)).toBe("the database is in use (50 listings); nothing was seeded");
  expect(await database.listing.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});

test("listings that were deleted stay deleted", async () => {
  const { database, run } = await setUp();
  await run(20);
  await database.listing.deleteMany();
  expect(await run(20)).toMatchObject({ seeded: false, listings: 0 });
});

test("two that start together seed once", async () => {
  const { database, run } = await setUp();
  const both = await Promise.all([run(50), run(50)]);
  expect(both.map(({ seeded }) => seeded).sort()).toEqual([false, true]);
  expect(await database.listing.count()).toBe(50);
  expect(await database.feedSource.count()).toBe(1);
});

test("a seed that was interrupted leaves no listing, agency or source, and the next one makes them all", async () => {
  const { database, run } = await setUp();
  const interrupted = run(5000, (done) => {
    if (done >= 4000) throw new Error("the power went");
  });
  await expect(interrupted).rejects.toThrow("the power went");
  expect(await database.listing.count()).toBe(0);
  expect(await database.agency.count()).toBe(0);
  expect(await database.feedSource.count()).toBe(0);
  expect(await run(50)).toMatchObject({ seeded: true, listings: 50 });
});

test("a portal that has a listing of its own is left as it is", async () => {
  const { database, run } = await setUp();
  const { id: regionId } = await database.region.findUniqueOrThrow({ where: { slug: "nsw" } });
  const place = { slug: "newtown", name: "Newtown", latitude: -33.9, longitude: 151.2 };
  await database.locality.create({ data: { regionId, ...place } });
  const own = { headline: "A house", locality: "nsw/newtown", price: 1_000_000 } as const;
  await createListing({ ...own, offer: "sale", propertyType: "house" }, { name: "a test" });
  expect(await run(50)).toEqual({ seeded: false, localities: 1, listings: 1 });
});

test("after the seed the next listing gets the next id", async () => {
  const { run, database } = await setUp();
  await run(20);
  const { slug, region } = await database.locality.findFirstOrThrow({ include: { region: true } });
  const { _max } = await database.listing.aggregate({ _max: { id: true } });
  const written = await createListing(
    {
      offer: "rent",
      propertyType: "unit",
      headline: "A unit",
      locality: `${region.slug}/${slug}`,
      price: 500,
    },
    { name: "a test" },
  );
  expect(written.id).toBe((_max.id ?? 0) + 1);
});
