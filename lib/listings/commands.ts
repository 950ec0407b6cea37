import "server-only";
import type { Actor } from "@/lib/audit/audit-entry";
import { insertListing } from "@/lib/listings/insert-listing";
import type { ListingId } from "@/lib/listings/listing";
import { Lease, ListingChanges, ListingInput, parseInput, Sale } from "@/lib/listings/listing-input";
import { requireAgency } from "@/lib/listings/listing-rights";
import {
  goingUnderOffer,
  leasing,
  publishing,
  relisting,
  rowOf,
  selling,
  setting,
  withdrawing,
} from "@/lib/listings/listing-transition";
import { changeListing, type ListingWritten, type WriteOptions } from "@/lib/listings/listing-write";
import { findAskedPrice, type StoredListing } from "@/lib/listings/stored-listing";

/** A new draft; publish() shows it. AppError bad_request names what is wrong or missing. */
export async function createListing(input: ListingInput, actor: Actor): Promise<ListingWritten> {
  return insertListing(parseInput(ListingInput, input, "The listing cannot be made"), actor);
}

/** Sets some fields. Where nothing differs, nothing is written: `changed` is empty. */
export async function setListing(
  id: ListingId,
  changes: ListingChanges,
  actor: Actor,
  options?: WriteOptions,
): Promise<ListingWritten> {
  const wanted = parseInput(ListingChanges, changes, `Listing ${id} cannot be changed like this`);
  const asked = { action: "set", actor, options, wanted: (listing: StoredListing) => rowOf(listing, wanted) };
  return changeListing(id, asked, (listing, now) => {
    if (wanted.agency !== undefined) requireAgency(actor, wanted.agency);
    return setting(listing, wanted, now);
  });
}

/** A draft goes on show. */
export async function publish(id: ListingId, actor: Actor, options?: WriteOptions): Promise<ListingWritten> {
  return changeListing(id, { action: "publish", actor, options }, publishing);
}

/** An offer was accepted, or an application approved; the listing stays on show. */
export async function goUnderOffer(
  id: ListingId,
  actor: Actor,
  options?: WriteOptions,
): Promise<ListingWritten> {
  return changeListing(id, { action: "go_under_offer", actor, options }, goingUnderOffer);
}

/** Sold on a day that is not in the property's future; without a price it is withheld. */
export async function sell(
  id: ListingId,
  sale: Sale,
  actor: Actor,
  options?: WriteOptions,
): Promise<ListingWritten> {
  const made = parseInput(Sale, sale, `Listing ${id} cannot be sold like this`);
  return changeListing(id, { action: "sell", actor, options }, (listing, now) => selling(listing, made, now));
}

/** Leased on a day that is not in the property's future. */
export async function lease(
  id: ListingId,
  agreed: Lease,
  actor: Actor,
  options?: WriteOptions,
): Promise<ListingWritten> {
  const made = parseInput(Lease, agreed, `Listing ${id} cannot be leased like this`);
  return changeListing(id, { action: "lease", actor, options }, (listing, now) =>
    leasing(listing, made, now),
  );
}

/** Taken off show by its vendor. */
export async function withdraw(id: ListingId, actor: Actor, options?: WriteOptions): Promise<ListingWritten> {
  return changeListing(id, { action: "withdraw", actor, options }, withdrawing);
}

/** Back on show at the price that was last asked. */
export async function relist(id: ListingId, actor: Actor, options?: WriteOptions): Promise<ListingWritten> {
  return changeListing(id, { action: "relist", actor, options }, async (listing, now, transaction) =>
    relisting(listing, await findAskedPrice(transaction, id), now),
  );
}
