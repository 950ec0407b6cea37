import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/audit/audit-entry";
import { findLocality, listingColumns } from "@/lib/listings/listing-columns";
import type { ListingInput } from "@/lib/listings/listing-input";
import type { ListingRow } from "@/lib/listings/listing-limits";
import { requireAgency } from "@/lib/listings/listing-rights";
import { type ListingWritten, requireSound } from "@/lib/listings/listing-write";
import { priceText } from "@/lib/listings/price-text";
import { recordAudit } from "@/lib/listings/record-change";
import { writeParts } from "@/lib/listings/write-parts";
import { runtime } from "@/lib/platform/runtime";

type CheckedInput = z.output<typeof ListingInput>;

/**
 * Writes a new draft with its audit entry; an agent's belongs to their agency. AppError bad_request when fields contradict each other or name
 * what does not exist, forbidden when an agent names another agency.
 */
export function insertListing(input: CheckedInput, actor: Actor): Promise<ListingWritten> {
  return runtime().database.$transaction(async (transaction) => {
    const locality = await findLocality(transaction, input.locality);
    const row = draftRow(input, locality.currency);
    requireSound(null, row);
    const agency = requireAgency(actor, input.agency) ?? null;
    const columns = await listingColumns(transaction, { ...row, agencySlug: agency });
    const { offer, propertyType, headline, priceDisplay, priceCurrency } = row;
    const required = { offer, propertyType, headline, priceDisplay, priceCurrency, localityId: locality.id };
    const { id, version, status, agencyId } = await transaction.listing.create({
      data: { ...columns, ...required },
      select: { id: true, version: true, status: true, agencyId: true },
    });
    const { agents = [], inspections = [], media = [] } = input;
    const parts = { agents, inspections, media };
    await writeParts(transaction, id, { ...parts, agencyId, timeZone: locality.timeZone });
    const made = { ...row, locality: input.locality, agency, ...parts };
    const change = Object.fromEntries(Object.entries(made).map(([field, to]) => [field, { from: null, to }]));
    await recordAudit(transaction, { action: "create", actor, id, change, version });
    return { id, version, status, changed: Object.keys(made) };
  });
}

function draftRow(input: CheckedInput, currency: string): ListingRow {
  const { price, priceDisplay, priceLow = null, priceHigh = null } = input;
  const amount = price === undefined ? { priceLow, priceHigh } : { priceLow: price, priceHigh: price };
  return {
    offer: input.offer,
    status: "draft",
    propertyType: input.propertyType,
    headline: input.headline,
    description: input.description ?? "",
    features: input.features ?? [],
    priceDisplay:
      price === undefined ? (priceDisplay ?? "") : priceText(price, { currency, offer: input.offer }),
    ...amount,
    priceCurrency: currency,
    beds: input.beds ?? null,
    baths: input.baths ?? null,
    parking: input.parking ?? null,
    landAreaM2: input.landAreaM2 ?? null,
    floorAreaM2: input.floorAreaM2 ?? null,
    street: input.street ?? null,
    hideStreet: input.hideStreet ?? false,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    publishedAt: null,
    soldOn: null,
    soldPrice: null,
    leasedOn: null,
  };
}
