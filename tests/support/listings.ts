import type { Database } from "@/lib/platform/prisma";
import type { Prisma } from "@/prisma/generated/client";

type Overrides<T> = Partial<T>;

let made = 0;

/** A locality of New South Wales, or of the region with the slug given. */
export async function insertLocality(
  database: Database,
  { region = "nsw", ...overrides }: Overrides<Prisma.LocalityUncheckedCreateInput> & { region?: string } = {},
): Promise<{ id: number; slug: string; name: string }> {
  const { id: regionId } = await database.region.findUniqueOrThrow({
    where: { slug: region },
    select: { id: true },
  });
  const name = overrides.name ?? `Testville ${++made}`;
  return database.locality.create({
    data: {
      regionId,
      name,
      slug: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      latitude: -33.9,
      longitude: 151.18,
      ...overrides,
    },
    select: { id: true, slug: true, name: true },
  });
}

/** An agency with one agent. */
export async function insertAgency(
  database: Database,
  slug: string,
): Promise<{ id: number; agentId: number; agentSlug: string }> {
  const agentSlug = `${slug}-agent`;
  const agency = await database.agency.create({
    data: { slug, name: `Agency ${slug}`, agents: { create: { slug: agentSlug, name: `Agent of ${slug}` } } },
    select: { id: true, agents: { select: { id: true } } },
  });
  const [agent] = agency.agents;
  if (!agent) throw new Error("An agency was made without its agent.");
  return { id: agency.id, agentId: agent.id, agentSlug };
}

/** An active house for sale at 1,000,000, published on 1 March 2026, unless told otherwise. The locality must exist. */
export async function insertListing(
  database: Database,
  overrides: Overrides<Prisma.ListingUncheckedCreateInput> & { localityId: number },
): Promise<{ id: number; version: number }> {
  return database.listing.create({
    data: {
      offer: "sale",
      status: "active",
      propertyType: "house",
      headline: `House ${++made}`,
      priceDisplay: "$1,000,000",
      priceLow: 1_000_000,
      priceHigh: 1_000_000,
      priceCurrency: "AUD",
      bedrooms: 3,
      bathrooms: 2,
      parking: 1,
      street: "1 Example Street",
      publishedAt: new Date("2026-03-01T00:00:00Z"),
      ...overrides,
    },
    select: { id: true, version: true },
  });
}
