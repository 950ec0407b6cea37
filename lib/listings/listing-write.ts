import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Actor, AuditChange } from "@/lib/audit/audit-entry";
import { given } from "@/lib/given";
import type { ListingStatus } from "@/lib/listings/listing";
import { listingColumns } from "@/lib/listings/listing-columns";
import { findConflict, inTheMeantime } from "@/lib/listings/listing-conflict";
import { type Values, valuesOf } from "@/lib/listings/listing-fields";
import { refuse } from "@/lib/listings/listing-input";
import { brokenRules, type ListingRow } from "@/lib/listings/listing-limits";
import { noListing, requireRights } from "@/lib/listings/listing-rights";
import type { Decision, RowChanges } from "@/lib/listings/listing-transition";
import { recordAudit, recordEvent } from "@/lib/listings/record-change";
import { lockListing, type StoredListing } from "@/lib/listings/stored-listing";
import { writeParts } from "@/lib/listings/write-parts";
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

type Change = {
  readonly action: string;
  readonly actor: Actor;
  readonly options?: WriteOptions | undefined;
  /** What the caller wants the fields to be, for whoever has to choose when somebody else was first. */
  readonly wanted?: (listing: StoredListing) => RowChanges;
  /** The audit entry that this change undoes. */
  readonly undoes?: bigint;
};
type Decide = (listing: StoredListing, now: Date, transaction: Transaction) => Decision | Promise<Decision>;

/**
 * Decides on a locked listing and writes the decision with its event and its audit entry, all or nothing. Rights and version are looked at
 * under the lock: what was allowed before the lock may be no more.
 * AppError: not_found (none, or none that the actor may know of), forbidden, conflict (`expectedVersion`; its details hold both versions),
 * and what the decision throws.
 */
export function changeListing(id: number, change: Change, decide: Decide): Promise<ListingWritten> {
  const { action, actor, options = {}, undoes } = change;
  return runtime().database.$transaction(async (transaction) => {
    const listing = await lockListing(transaction, id);
    if (listing === null) throw noListing(id);
    requireRights(actor, listing);
    if (options.expectedVersion !== undefined && options.expectedVersion !== listing.version) {
      const wanted = change.wanted === undefined ? {} : valuesOf(change.wanted(listing));
      const conflict = await findConflict(transaction, listing, { seen: options.expectedVersion, wanted });
      throw inTheMeantime(listing, options.expectedVersion, conflict);
    }
    const decision = await decide(listing, options.now ?? new Date(), transaction);
    const audited = difference(valuesOf(listing), valuesOf(decision.changes));
    const changed = Object.keys(audited);
    if (changed.length === 0) return { id, version: listing.version, status: listing.status, changed };
    const after = { ...listing, ...decision.changes };
    requireSound(id, after);
    const version = listing.version + 1;
    // Sent one after the other without waiting: the transaction's one connection keeps their order, and none needs what another answers.
    const [written] = await Promise.all([
      write(transaction, listing, decision.changes),
      decision.event === null ? undefined : recordEvent(transaction, id, decision.event, after),
      recordAudit(transaction, { action, actor, id, change: audited, version, undoes }),
    ]);
    return { id, ...written, changed };
  });
}

async function write(
  transaction: Transaction,
  { id, timeZone }: StoredListing,
  changes: RowChanges,
): Promise<{ version: number; status: ListingStatus }> {
  const { agents, inspections, media, ...row } = changes;
  const { agencyId, ...written } = await transaction.listing.update({
    where: { id },
    // A trigger counts; asked for by itself, because what is written beside the listing's row is a version of the listing too.
    data: { ...(await listingColumns(transaction, row)), version: { increment: 1 } },
    select: { version: true, status: true, agencyId: true },
  });
  await writeParts(transaction, id, { ...given({ agents, inspections, media }), agencyId, timeZone });
  return written;
}

/** What holds between fields: a change may be right by itself and wrong beside what stays. */
export function requireSound(subject: number | null, row: ListingRow): void {
  const issues = brokenRules(row).map(([field, reason]) => ({ field, reason }));
  const refusal =
    subject === null ? "The listing cannot be made" : `Listing ${subject} cannot be changed like this`;
  if (issues.length > 0) throw refuse(refusal, issues);
}

function difference(before: Values, after: Values): AuditChange {
  const changed = Object.entries(after).filter(
    ([field, to]) => to !== undefined && !isDeepStrictEqual(before[field], to),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: before[field], to }]));
}
