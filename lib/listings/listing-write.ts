import "server-only";
import type { Actor, AuditChange } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import type { ListingStatus } from "@/lib/listings/listing";
import { listingColumns } from "@/lib/listings/listing-columns";
import { refuse } from "@/lib/listings/listing-input";
import { brokenRules, type ListingRow } from "@/lib/listings/listing-limits";
import type { Decision, RowChanges } from "@/lib/listings/listing-transition";
import { lockListing, type StoredListing } from "@/lib/listings/stored-listing";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";

/** `expectedVersion`: refuse (conflict) when the listing has changed since the caller read it. `now` is for tests. */
export type WriteOptions = { readonly expectedVersion?: number; readonly now?: Date };

/** A listing after a command; `changed` names the fields that did, and is empty when nothing was written. */
export type ListingWritten = {
  readonly id: number;
  readonly version: number;
  readonly status: ListingStatus;
  readonly changed: readonly string[];
};

type Decide = (listing: StoredListing, now: Date, transaction: Transaction) => Decision | Promise<Decision>;

/**
 * Decides on a locked listing and writes the decision with its event and its audit entry, all or nothing.
 * AppError: not_found (no such listing), conflict (`expectedVersion`), and what the decision throws.
 */
export function changeListing(
  id: number,
  { action, actor, options = {} }: { action: string; actor: Actor; options?: WriteOptions | undefined },
  decide: Decide,
): Promise<ListingWritten> {
  return runtime().database.$transaction(async (transaction) => {
    const listing = await lockListing(transaction, id);
    if (listing === null) throw new AppError("not_found", `There is no listing ${id}.`);
    requireVersion(listing, options.expectedVersion);
    const decision = await decide(listing, options.now ?? new Date(), transaction);
    const change = difference(listing, decision.changes);
    const changed = Object.keys(change);
    if (changed.length === 0) return { id, version: listing.version, status: listing.status, changed };
    const after = { ...listing, ...decision.changes };
    requireSound(id, after);
    const { version, status } = await transaction.listing.update({
      where: { id },
      data: await listingColumns(transaction, decision.changes),
      select: { version: true, status: true },
    });
    if (decision.event !== null) await recordEvent(transaction, id, decision.event, after);
    await recordAudit(transaction, { action, actor, id, change });
    return { id, version, status, changed };
  });
}

export async function recordAudit(
  transaction: Transaction,
  { action, actor, id, change }: { action: string; actor: Actor; id: number; change: AuditChange },
): Promise<void> {
  await transaction.auditEntry.create({
    data: {
      actor: actor.name,
      userId: actor.userId ?? null,
      action: `listing.${action}`,
      subject: "listing",
      subjectId: String(id),
      // The same plain data with undefined left out, in the type that Prisma wants for JSON.
      change: JSON.parse(JSON.stringify(change)),
    },
  });
}

/** A second sale on one day is a correction of the first: a home is sold once a day at most. */
async function recordEvent(
  transaction: Transaction,
  listingId: number,
  event: NonNullable<Decision["event"]>,
  after: ListingRow,
): Promise<void> {
  const { kind } = event;
  const occurredOn = new Date(event.occurredOn);
  const price = {
    priceDisplay: after.priceDisplay,
    priceLow: kind === "sold" ? after.soldPrice : after.priceLow,
    priceHigh: kind === "sold" ? after.soldPrice : after.priceHigh,
  };
  if (kind === "sold") {
    const corrected = await transaction.listingEvent.updateMany({
      where: { listingId, kind, occurredOn },
      data: price,
    });
    if (corrected.count > 0) return;
  }
  await transaction.listingEvent.create({ data: { listingId, kind, occurredOn, ...price } });
}

function requireVersion({ id, version }: StoredListing, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  const message = `Listing ${id} was changed in the meantime (version ${version}, you saw ${expected}); look at it again, then repeat your change.`;
  throw new AppError("conflict", message);
}

/** What holds between fields: a change may be right by itself and wrong beside what stays. */
export function requireSound(subject: number | null, row: ListingRow): void {
  const issues = brokenRules(row).map(([field, reason]) => ({ field, reason }));
  const refusal =
    subject === null ? "The listing cannot be made" : `Listing ${subject} cannot be changed like this`;
  if (issues.length > 0) throw refuse(refusal, issues);
}

function difference(listing: StoredListing, changes: RowChanges): AuditChange {
  const before: Readonly<Record<string, unknown>> = listing;
  const changed = Object.entries(changes).filter(
    ([field, to]) => to !== undefined && JSON.stringify(before[field]) !== JSON.stringify(to),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: before[field], to }]));
}
