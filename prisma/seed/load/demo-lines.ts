import type { DemoListing } from "@/prisma/seed/demo/generate";
import { copyLine } from "@/prisma/seed/load/copy-text";
import type { OfficeIds } from "@/prisma/seed/load/write-offices";

/** The tables of a listing, parents first, each with the columns in which demoLines gives its lines. */
export const DEMO_TABLES = {
  listing: `id, source_id, external_id, offer, status, property_type, headline, description, features, price_display, price_low,
    price_high, price_currency, bedrooms, bathrooms, parking, land_area_m2, floor_area_m2, street, hide_street, locality_id,
    latitude, longitude, agency_id, published_at, sold_on, sold_price, leased_on`,
  listing_agent: "listing_id, agent_id, position",
  listing_event: "listing_id, kind, occurred_on, price_display, price_low, price_high",
  inspection: "listing_id, kind, starts_at, ends_at",
} as const;

export type DemoTable = keyof typeof DEMO_TABLES;
export type DemoIds = {
  readonly id: number;
  readonly sourceId: number;
  readonly externalId: string;
  readonly offices: readonly OfficeIds[];
};

/** The lines of one listing for COPY, by table. */
export function demoLines(demo: DemoListing, ids: DemoIds): Readonly<Record<DemoTable, string>> {
  const { id, offices } = ids;
  const agentIds = demo.agents.map((agent) => offices[demo.office]?.agentIds[agent]);
  return {
    listing: listingLine(demo, ids),
    listing_agent: agentIds.map((agentId, position) => copyLine([id, agentId, position])).join(""),
    listing_event: demo.events
      .map((event) =>
        copyLine([id, event.kind, event.occurredOn, event.priceDisplay, event.priceLow, event.priceHigh]),
      )
      .join(""),
    inspection: demo.inspections
      .map(({ kind, startsAt, endsAt }) => copyLine([id, kind, startsAt, endsAt]))
      .join(""),
  };
}

function listingLine(
  { place, row, office }: DemoListing,
  { id, sourceId, externalId, offices }: DemoIds,
): string {
  return copyLine([
    ...[id, sourceId, externalId, row.offer, row.status, row.propertyType],
    ...[row.headline, row.description, row.features],
    ...[row.priceDisplay, row.priceLow, row.priceHigh, row.priceCurrency],
    ...[row.beds, row.baths, row.parking, row.landAreaM2, row.floorAreaM2],
    ...[row.street, row.hideStreet, place.id, row.latitude, row.longitude],
    ...[offices[office]?.agencyId, row.publishedAt, row.soldOn, row.soldPrice, row.leasedOn],
  ]);
}
