import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import { AUDITED_CHANGE } from "@/lib/listings/listing-conflict";
import { requireAgency } from "@/lib/listings/listing-rights";
import { changeListing, type ListingWritten, type WriteOptions } from "@/lib/listings/listing-write";
import { changedSince, reversing } from "@/lib/listings/reversal";

/**
 * Undoes one change of a listing's history, as a change of its own that names it; undoing that brings the first back. AppError: not_found (no
 * such change of this listing), forbidden (it would give an agent's listing to another agency), conflict when fields have been changed since (its details name them) or when it is how the listing was made.
 */
export function reverseChange(
  id: number,
  entryId: bigint,
  actor: Actor,
  options?: WriteOptions,
): Promise<ListingWritten> {
  return changeListing(
    id,
    { action: "undo", actor, options, undoes: entryId },
    async (listing, now, transaction) => {
      const entry = await transaction.auditEntry.findFirst({
        where: { id: entryId, subject: "listing", subjectId: String(id) },
        select: { action: true, change: true },
      });
      if (entry === null)
        throw new AppError("not_found", `Listing ${id} has no change ${entryId} in its history.`);
      if (entry.action === "listing.create")
        throw new AppError(
          "conflict",
          "The making of a listing is not undone; withdraw the listing instead.",
        );
      const change = AUDITED_CHANGE.parse(entry.change);
      if (change.agency !== undefined) requireAgency(actor, z.string().nullable().parse(change.agency.from));
      const fields = changedSince(listing, change);
      if (fields.length === 0) return reversing(listing, change, now);
      const names = fields.map(({ field }) => field).join(", ");
      const message = `That change cannot be undone: ${names} ${fields.length === 1 ? "has" : "have"} been changed since. Undo what came later first, or set the fields.`;
      const conflict = {
        version: listing.version,
        changedBy: null,
        changedAt: null,
        isComplete: true,
        fields,
      };
      throw new AppError("conflict", message, { details: { conflict } });
    },
  );
}
