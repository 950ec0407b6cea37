import "server-only";
import type { Channel } from "@/lib/listings/listing";
import type { ListingRow } from "@/lib/listings/listing-limits";
import type { ListingParts } from "@/lib/listings/listing-parts";
import type { AskingPrice } from "@/lib/listings/listing-transition";
import { localTime } from "@/lib/listings/region-day";
import { type LocalityKey, localityKey } from "@/lib/localities/locality";
import type { Transaction } from "@/lib/platform/prisma";

/** A listing as a command finds it: what it may change, and what its rules ask about. */
export type StoredListing = ListingRow &
  ListingParts & {
    readonly id: number;
    readonly version: number;
    readonly channel: Channel | null;
    readonly localityKey: LocalityKey;
    readonly agencySlug: string | null;
    /** IANA name of the region's zone: its days are the property's days. */
    readonly timeZone: string;
  };

/**
 * The listing with this id, locked until the transaction ends, or null. Two commands on one listing run one after the other,
 * and the second decides on what the first left.
 */
export async function lockListing(transaction: Transaction, id: number): Promise<StoredListing | null> {
  await transaction.$queryRaw`SELECT 1 FROM listing WHERE id = ${id} FOR UPDATE`;
  return findStoredListing(transaction, id);
}

/** The same without a lock, for who only looks. */
export async function findStoredListing(transaction: Transaction, id: number): Promise<StoredListing | null> {
  const stored = await findStored(transaction, id);
  if (stored === null) return null;
  const { bedrooms, bathrooms, locality, agency, agents, inspections, media, ...rest } = stored;
  const { timeZone } = locality.region;
  return {
    ...rest,
    priceLow: numberOrNull(rest.priceLow),
    priceHigh: numberOrNull(rest.priceHigh),
    soldPrice: numberOrNull(rest.soldPrice),
    beds: bedrooms,
    baths: bathrooms === null ? null : bathrooms.toNumber(),
    publishedAt: rest.publishedAt?.toISOString() ?? null,
    soldOn: dayOrNull(rest.soldOn),
    leasedOn: dayOrNull(rest.leasedOn),
    localityKey: localityKey(locality),
    agencySlug: agency?.slug ?? null,
    timeZone,
    agents: agents.map(({ agent }) => agent.slug),
    inspections: inspections.map(({ kind, startsAt, endsAt }) => ({
      kind,
      startsAt: localTime(timeZone, startsAt),
      endsAt: localTime(timeZone, endsAt),
    })),
    media,
  };
}

function findStored(transaction: Transaction, id: number) {
  return transaction.listing.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      channel: true,
      offer: true,
      status: true,
      propertyType: true,
      headline: true,
      description: true,
      features: true,
      priceDisplay: true,
      priceLow: true,
      priceHigh: true,
      priceCurrency: true,
      bedrooms: true,
      bathrooms: true,
      parking: true,
      landAreaM2: true,
      floorAreaM2: true,
      street: true,
      hideStreet: true,
      latitude: true,
      longitude: true,
      publishedAt: true,
      soldOn: true,
      soldPrice: true,
      leasedOn: true,
      agency: { select: { slug: true } },
      agents: {
        select: { agent: { select: { slug: true } } },
        orderBy: [{ position: "asc" }, { agentId: "asc" }],
      },
      inspections: {
        select: { kind: true, startsAt: true, endsAt: true },
        orderBy: [{ startsAt: "asc" }, { endsAt: "asc" }, { kind: "asc" }],
      },
      media: { select: { id: true, caption: true }, orderBy: { position: "asc" } },
      locality: {
        select: {
          slug: true,
          name: true,
          postcode: true,
          region: { select: { slug: true, code: true, name: true, timeZone: true } },
        },
      },
    },
  });
}

function numberOrNull(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

function dayOrNull(value: Date | null): string | null {
  return value === null ? null : value.toISOString().slice(0, 10);
}

/** The price that was asked last, from the listing's history; null when the history knows of nothing but sales. */
export async function findAskedPrice(
  transaction: Transaction,
  listingId: number,
): Promise<AskingPrice | null> {
  const event = await transaction.listingEvent.findFirst({
    where: { listingId, kind: { not: "sold" }, priceDisplay: { not: null } },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: { priceDisplay: true, priceLow: true, priceHigh: true },
  });
  if (!event?.priceDisplay) return null;
  const { priceDisplay: display, priceLow, priceHigh } = event;
  return { display, low: numberOrNull(priceLow), high: numberOrNull(priceHigh) };
}
