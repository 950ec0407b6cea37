import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { AuditChange } from "@/lib/audit/audit-entry";
import type { FieldConflict } from "@/lib/listings/field-conflicts";
import { changesOf, valuesOf } from "@/lib/listings/listing-fields";
import { type Decision, type RowChanges, requireAskingPrice } from "@/lib/listings/listing-transition";
import { dayIn } from "@/lib/listings/region-day";
import type { StoredListing } from "@/lib/listings/stored-listing";

/** The fields of a change that hold something else by now than the change gave them; undoing it would undo that too. */
export function changedSince(listing: StoredListing, change: AuditChange): FieldConflict[] {
  const current = valuesOf(listing);
  return Object.entries(change)
    .filter(([field, { to }]) => !isDeepStrictEqual(current[field], to))
    .map(([field, { from, to }]) => ({ field, base: to, theirs: current[field], mine: from }));
}

/**
 * Takes a change back: every field gets the value that it had before. The listing's public history only grows: it gains what the listing
 * became again (relisted, under offer, sold on its day, …), or another price, never loses what people could have seen. AppError conflict for
 * the price of a sale.
 */
export function reversing(listing: StoredListing, change: AuditChange, now: Date): Decision {
  const before = Object.entries(change).map(([field, { from }]) => [field, from]);
  const changes = changesOf(Object.fromEntries(before));
  return { changes, event: eventOf(listing, changes, dayIn(listing.timeZone, now)) };
}

function eventOf(listing: StoredListing, changes: RowChanges, today: string): Decision["event"] {
  const { status } = changes;
  if (status === undefined) {
    const isPriced = ["priceDisplay", "priceLow", "priceHigh"].some((field) => field in changes);
    if (isPriced) requireAskingPrice(listing);
    return isPriced && listing.channel !== null ? { kind: "price_changed", occurredOn: today } : null;
  }
  // Back to a draft: it is off show, as after a withdrawal.
  if (status === "draft" || status === "withdrawn") return { kind: "withdrawn", occurredOn: today };
  if (status === "active") return { kind: "relisted", occurredOn: today };
  if (status === "under_offer") return { kind: "under_offer", occurredOn: today };
  return { kind: status, occurredOn: changes.soldOn ?? changes.leasedOn ?? today };
}
