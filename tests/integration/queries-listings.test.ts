import { PrismaPg } from "@prisma/adapter-pg";
import { expect, onTestFinished, test } from "vitest";
import { getAgency } from "@/lib/agencies/queries";
import { ListingId } from "@/lib/listings/listing";
import { countListings, findGoneListing, getListing, searchListings } from "@/lib/listings/queries";
import {
  findLocalities,
  getLocalities,
  getLocality,
  listRegions,
  resolvePlace,
} from "@/lib/localities/queries";
import { holdRuntime } from "@/lib/platform/runtime";
import { PrismaClient } from "@/prisma/generated/client";
import { createTestDatabase } from "@/tests/support/database";
import { insertAgency, insertListing, insertLocality } from "@/tests/support/listings";
import { search, walk } from "@/tests/support/searching";

test("a hidden street is on no card and no page, and its pin neither", async () => {
  const { newtown, insert } = await setUp();
  const { id } = await insert({
    hideStreet: true,
    street: "9 Secret Lane",
    latitude: -33.951,
    longitude: 151.151,
  });
  const { items } = await searchListings(search("channel=buy"));
  const listing = await getListing(ListingId.parse(id));
  expect(items).toMatchObject([{ id, street: null, slug: `house-${newtown.slug}-nsw` }]);
  expect(listing).toMatchObject({ id, street: null, coordinates: null });
  expect(JSON.stringify([items, listing])).not.toMatch(/Secret|33\.95|151\.15/);
});

// Otherwise a window made ever smaller would find the house, whatever the page hides.
test("no window of a map tells where a hidden street lies: only the window of its locality holds it", async () => {
  const { newtown, insert } = await setUp();
  const { id: hidden } = await insert({ hideStreet: true, latitude: -33.955, longitude: 151.155 });
  const { id: shown } = await insert({ latitude: -33.955, longitude: 151.155 });
  const { id: unplaced } = await insert({ latitude: null, longitude: null });
  expect(newtown).toMatchObject({ latitude: -33.9, longitude: 151.18 });
  expect(await found("bounds=151.15,-33.96,151.16,-33.95")).toEqual([shown]);
  expect(await found("bounds=151.17,-33.91,151.19,-33.89")).toEqual([unplaced, hidden]);
});

test("drafts, withdrawn and leased listings are found by no search and have no page", async () => {
  const { insert } = await setUp();
  const draft = await insert({ status: "draft", publishedAt: null });
  const withdrawn = await insert({ status: "withdrawn" });
  const leased = await insert({ status: "leased", offer: "rent", leasedOn: new Date("2026-04-01") });
  for (const channel of ["buy", "rent", "sold"]) expect(await found(`channel=${channel}`)).toEqual([]);
  const ids = [draft, withdrawn, leased].map(({ id }) => ListingId.parse(id));
  expect(await Promise.all(ids.map(getListing))).toEqual([null, null, null]);
  expect(await Promise.all(ids.map(findGoneListing))).toMatchObject([
    null,
    { status: "withdrawn", channel: "buy", locality: { region: { slug: "nsw" } } },
    { status: "leased", channel: "rent" },
  ]);
});

test("a listing's page shows all that is known of it", async () => {
  const { newtown, agency, insert } = await setUp();
  const { id } = await insert({
    agencyId: agency.id,
    bathrooms: 2.25,
    features: ["Pool"],
    latitude: -33.9,
    longitude: 151.2,
    agents: { create: { agentId: agency.agentId } },
    inspections: {
      create: { startsAt: new Date("2030-03-07T00:00Z"), endsAt: new Date("2030-03-07T00:30Z") },
    },
    events: {
      create: [
        {
          kind: "price_changed",
          occurredOn: new Date("2026-03-02"),
          priceDisplay: "$9",
          priceLow: 9,
          priceHigh: 9,
        },
        { kind: "listed", occurredOn: new Date("2026-03-01") },
      ],
    },
  });
  expect(await getListing(ListingId.parse(id))).toEqual({
    id,
    slug: `1-example-street-${newtown.slug}-nsw`,
    channel: "buy",
    status: "active",
    offer: "sale",
    propertyType: "house",
    headline: expect.any(String),
    price: { display: "$1,000,000", low: 1_000_000, high: 1_000_000, currency: "AUD" },
    beds: 3,
    baths: 2.25,
    parking: 1,
    landAreaM2: null,
    floorAreaM2: null,
    street: "1 Example Street",
    locality: {
      slug: newtown.slug,
      name: newtown.name,
      postcode: "2042",
      region: { slug: "nsw", code: "NSW", name: "New South Wales" },
    },
    agency: { slug: "harbour", name: "Agency harbour" },
    publishedAt: "2026-03-01T00:00:00.000Z",
    soldOn: null,
    source: null,
    image: null,
    images: [],
    description: "",
    features: ["Pool"],
    coordinates: { latitude: -33.9, longitude: 151.2 },
    agents: [{ slug: agency.agentSlug, name: "Agent of harbour", phone: null, email: null }],
    inspections: [
      { kind: "open_home", startsAt: "2030-03-07T00:00:00.000Z", endsAt: "2030-03-07T00:30:00.000Z" },
    ],
    history: [
      { kind: "listed", occurredOn: "2026-03-01", price: null },
      { kind: "price_changed", occurredOn: "2026-03-02", price: { display: "$9", low: 9, high: 9 } },
    ],
    timeZone: "Australia/Sydney",
    credit: "",
    version: 1,
  });
});

test("a price finds the guides that overlap it, and no listing without one", async () => {
  const { insert } = await setUp();
  const { id: guide } = await insert({ priceLow: 1_200_000, priceHigh: 1_300_000 });
  await insert({ priceLow: null, priceHigh: null, priceDisplay: "Contact agent" });
  expect(await found("price=-1200000")).toEqual([guide]);
  expect(await found("price=1250000-1260000")).toEqual([guide]);
  expect(await found("price=1300000-")).toEqual([guide]);
  expect(await found("price=-1199999")).toEqual([]);
  expect(await found("price=1300001-")).toEqual([]);
});

test("an agency and an agent find their own listings", async () => {
  const { agency, insert } = await setUp();
  const { id } = await insert({ agencyId: agency.id, agents: { create: { agentId: agency.agentId } } });
  const { id: colleagues } = await insert({ agencyId: agency.id });
  await insert({});
  expect(await found("agency=harbour")).toEqual([colleagues, id]);
  expect(await found(`agent=${agency.agentSlug}`)).toEqual([id]);
});

test("names that do not exist are refused, each with its field; a place without listings is not", async () => {
  await setUp();
  const asked = search("agency=nobody&agent=none&locality=nsw/atlantis,nsw/newtown");
  const fields = [{ field: "locality" }, { field: "agency" }, { field: "agent" }];
  await expect(searchListings(asked)).rejects.toMatchObject({ code: "bad_request", issues: fields });
  await expect(searchListings(search("region=zz"))).rejects.toMatchObject({ issues: [{ field: "region" }] });
  expect(await searchListings(search("region=nt"))).toMatchObject({ total: 0, items: [], next: null });
});

test("a total is exact up to 10,000, and says so beyond", async () => {
  const { database, newtown } = await setUp();
  await insertMany(database, { locality: newtown.id, count: 10_000 });
  expect(await searchListings(search("limit=1"))).toMatchObject({ total: 10_000, totalIsExact: true });
  await insertMany(database, { locality: newtown.id, count: 1 });
  expect(await searchListings(search("limit=1"))).toMatchObject({ total: 10_000, totalIsExact: false });
});

test("prices in several currencies are told apart by a notice where they are compared", async () => {
  const { insert } = await setUp();
  await insert({});
  expect((await searchListings(search("sort=price-up"))).notice).toBeNull();
  await insert({ priceCurrency: "USD" });
  expect((await searchListings(search("sort=price-up"))).notice).toMatch(/currenc/);
  expect((await searchListings(search(""))).notice).toBeNull();
});

test("every read is one statement, so that it cannot mix what was with what is, but for a look at the vocabulary before; a page of a search is three reads", async () => {
  const { insert, countStatements } = await setUp();
  const { id } = await insert({});
  const asked = search(
    "locality=nsw/newtown&around=5&keywords=house,garden&beds=3-&price=-2000000&bounds=151,-34,152,-33&agency=harbour&open=weekend",
  );
  const listing = ListingId.parse(id);
  const reads: readonly (readonly [() => Promise<unknown>, number])[] = [
    [() => searchListings(search("locality=nsw/newtown")), 3],
    // What finds nothing has no page and nothing to choose from; what its words stand for is asked first.
    [() => searchListings(asked), 2],
    [() => countListings(search("region=nsw")), 1],
    [() => getListing(listing), 1],
    [() => findGoneListing(listing), 1],
    [() => findLocalities("newtwon nsw 2042"), 1],
    [() => resolvePlace("nsw"), 1],
    [() => getLocality("nsw/newtown"), 1],
    [() => getLocalities(["nsw/newtown", "nsw/enmore"]), 1],
    [() => listRegions(), 1],
    [() => getAgency("harbour"), 1],
  ];
  const counts: number[] = [];
  for (const [read] of reads) counts.push(await countStatements(read));
  expect(counts).toEqual(reads.map(([, statements]) => statements));
});

test("what cannot be counted cheaply is not counted: features and open homes of more than 10,000", async () => {
  const { database, newtown, insert } = await setUp();
  await insert({ features: ["Swimming pool", "Deck"] });
  await insert({ features: ["Swimming pool"] });
  expect((await searchListings(search("limit=1"))).facets).toMatchObject({
    features: [
      { slug: "swimming-pool", label: "Swimming pool", count: 2 },
      { slug: "deck", label: "Deck", count: 1 },
    ],
    openThisWeekend: 0,
  });
  await insertMany(database, { locality: newtown.id, count: 9_999 });
  expect((await searchListings(search("limit=1"))).facets).toMatchObject({
    features: null,
    openThisWeekend: null,
  });
});

async function setUp() {
  const { url, database, runtime, close } = await createTestDatabase();
  onTestFinished(close);
  const place = { latitude: -33.9, longitude: 151.18 };
  const newtown = {
    ...place,
    ...(await insertLocality(database, { name: "Newtown", postcode: "2042", ...place })),
  };
  const agency = await insertAgency(database, "harbour");
  const insert = (overrides: Partial<Parameters<typeof insertListing>[1]>) =>
    insertListing(database, { localityId: newtown.id, ...overrides });
  const countStatements = async (read: () => Promise<unknown>): Promise<number> => {
    const watched = new PrismaClient({
      adapter: new PrismaPg(url),
      log: [{ emit: "event", level: "query" }],
    });
    let count = 0;
    watched.$on("query", () => {
      count += 1;
    });
    holdRuntime({ ...runtime, database: watched });
    await read();
    holdRuntime(runtime);
    await watched.$disconnect();
    return count;
  };
  return { database, newtown, agency, insert, countStatements };
}

async function found(query: string): Promise<readonly number[]> {
  return walk(search(query));
}

async function insertMany(
  database: Awaited<ReturnType<typeof createTestDatabase>>["database"],
  { locality, count }: { locality: number; count: number },
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO listing (offer, status, property_type, headline, price_display, price_currency, locality_id, published_at)
    SELECT 'sale', 'active', 'house', 'House', 'Contact agent', 'AUD', ${locality}, now() FROM generate_series(1, ${count}::int)`;
}
