import "server-only";
import type { Actor } from "@/lib/audit/audit-entry";
import type { EditableListing } from "@/lib/listings/editable-listing";
import { valuesOf } from "@/lib/listings/listing-fields";
import { noListing, requireRights } from "@/lib/listings/listing-rights";
import { allowedVerbs, missingForPublishing } from "@/lib/listings/listing-workflow";
import { type PriceWarning, priceWarnings } from "@/lib/listings/price-rules";
import { findStoredListing, type StoredListing } from "@/lib/listings/stored-listing";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";

/** A listing with all that its editor needs, as it is now: of one snapshot, past every cache. AppError not_found, forbidden. */
export function findCurrentForEditing(id: number, actor: Actor): Promise<EditableListing> {
  return runtime().readSnapshot(async (transaction) => {
    const stored = await findStoredListing(transaction, id);
    if (stored === null) throw noListing(id);
    requireRights(actor, stored);
    const { createdAt, updatedAt, agency, media, ...row } = await findSurroundings(transaction, id);
    return {
      ...{ id, version: stored.version, channel: stored.channel, timeZone: stored.timeZone },
      ...row,
      fields: valuesOf(stored),
      agency: agency === null ? null : { slug: agency.slug, name: agency.name },
      agents: agency?.agents ?? [],
      pictures: media,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      priceWarnings: warningsFor(stored),
      missingForPublishing: missingForPublishing(stored),
      verbs: allowedVerbs(stored),
    };
  });
}

/** What the advertising rules of the listing's state say to its price. */
function warningsFor(listing: StoredListing): PriceWarning[] {
  const [region = ""] = listing.localityKey.split("/");
  const hasAuction = listing.inspections.some(({ kind }) => kind === "auction");
  return priceWarnings({ ...listing, region, hasAuction });
}

function findSurroundings(transaction: Transaction, id: number) {
  return transaction.listing.findUniqueOrThrow({
    where: { id },
    select: {
      createdAt: true,
      updatedAt: true,
      locality: {
        select: {
          ...{ slug: true, name: true, postcode: true },
          region: { select: { slug: true, code: true, name: true } },
        },
      },
      agency: {
        select: {
          ...{ slug: true, name: true },
          agents: { select: { slug: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] },
        },
      },
      media: {
        select: { id: true, kind: true, contentHash: true, widthPx: true, heightPx: true },
        orderBy: { position: "asc" },
      },
      source: { select: { slug: true, name: true } },
    },
  });
}
