import type { Database } from "@/lib/platform/prisma";
import { insertAgency, insertListing, insertLocality } from "@/tests/support/listings";

export type CachedWorld = Awaited<ReturnType<typeof insertCachedWorld>>;

/** Two suburbs of one state and one of another, two agencies, and listings in every channel: something for each read to show. */
export async function insertCachedWorld(database: Database) {
  const [ashby, birdwood] = [
    await insertLocality(database, { name: "Ashby", postcode: "2001" }),
    await insertLocality(database, { name: "Birdwood" }),
  ];
  const calder = await insertLocality(database, { name: "Calder", region: "vic" });
  const agency = await insertAgency(database, "harbour");
  const otherAgency = await insertAgency(database, "valley");
  const source = await database.feedSource.create({
    data: { slug: "world", name: "World", kind: "csv", credit: "Open data" },
  });
  const inAshby = { localityId: ashby.id, agencyId: agency.id };
  const shown = await insertListing(database, {
    ...inAshby,
    ...{ sourceId: source.id, externalId: "1", street: "1 First Street", latitude: -33.9, longitude: 151.1 },
    ...{ bedrooms: 3, bathrooms: 2, parking: 1, landAreaM2: 400, floorAreaM2: 150, features: ["lemon tree"] },
    agents: { create: { agentId: agency.agentId } },
    media: { create: { kind: "photo", position: 0, contentHash: "a".repeat(64), widthPx: 10, heightPx: 10 } },
    inspections: {
      create: { startsAt: new Date("2030-01-05T01:00Z"), endsAt: new Date("2030-01-05T02:00Z") },
    },
    events: {
      create: [
        { kind: "listed", occurredOn: new Date("2026-03-01"), priceDisplay: "$1,000,000" },
        soldDaysAgo(20, 900_000),
      ],
    },
  });
  for (let extra = 0; extra < 3; extra++) await insertListing(database, inAshby);
  await insertListing(database, { localityId: birdwood.id, agencyId: otherAgency.id });
  await insertListing(database, { localityId: calder.id });
  await insertListing(database, { localityId: birdwood.id, offer: "rent" });
  const sold = await insertListing(database, {
    ...inAshby,
    ...{ status: "sold", soldOn: new Date("2026-04-01"), soldPrice: 1_100_000n },
    events: { create: soldDaysAgo(40, 1_100_000) },
  });
  const gone = await insertListing(database, {
    ...inAshby,
    status: "withdrawn",
    events: { create: soldDaysAgo(60, 1_000_000) },
  });
  return { ashby, birdwood, calder, agency, otherAgency, source, shown, sold, gone };
}

/** A sale that is in the figures of its place, whenever the tests are run; each on a day of its own. */
function soldDaysAgo(days: number, price: number) {
  const occurredOn = new Date(Date.now() - days * 86_400_000);
  return { kind: "sold", occurredOn, priceLow: price, priceHigh: price } as const;
}
