import "server-only";
import type { Actor } from "@/lib/audit/audit-entry";
import { noListing, requireRights } from "@/lib/listings/listing-rights";
import { findStoredListing, type StoredListing } from "@/lib/listings/stored-listing";
import { runtime } from "@/lib/platform/runtime";

/** A listing as it is stored now, of one snapshot and past every cache. AppError not_found, forbidden (requireRights). */
export async function findVisible(id: number, actor: Actor): Promise<StoredListing> {
  const listing = await runtime().readSnapshot((transaction) => findStoredListing(transaction, id));
  if (listing === null) throw noListing(id);
  requireRights(actor, listing);
  return listing;
}
