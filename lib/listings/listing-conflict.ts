import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type FieldConflict, fieldConflicts, type ListingConflict } from "@/lib/listings/field-conflicts";
import { type Values, valuesOf } from "@/lib/listings/listing-fields";
import type { StoredListing } from "@/lib/listings/stored-listing";
import type { Transaction } from "@/lib/platform/prisma";

/** More than these would be no help to whoever has to choose. */
const ENTRIES_MAX = 200;

export const AUDITED_CHANGE = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }));

type Side = {
  /** The version on which the caller's change was made. */
  readonly seen: number;
  readonly wanted: Values;
};

/** What others made of a listing since a version, beside what the caller wants it to be. From the audit: only commands are told in it. */
export async function findConflict(
  transaction: Transaction,
  listing: StoredListing,
  { seen, wanted }: Side,
): Promise<ListingConflict> {
  const entries = await transaction.auditEntry.findMany({
    where: { subject: "listing", subjectId: String(listing.id), version: { gt: seen } },
    orderBy: { id: "asc" },
    take: ENTRIES_MAX,
    select: { actor: true, at: true, change: true },
  });
  const changes = entries.map(({ change }) => AUDITED_CHANGE.parse(change));
  const last = entries.at(-1);
  const isComplete = seen < listing.version && entries.length === listing.version - seen;
  const fields: FieldConflict[] = fieldConflicts({ current: valuesOf(listing), changes, wanted, isComplete });
  return {
    version: listing.version,
    changedBy: last?.actor ?? null,
    changedAt: last?.at.toISOString() ?? null,
    isComplete,
    fields,
  };
}

export function inTheMeantime(
  { id, version }: StoredListing,
  seen: number,
  conflict: ListingConflict,
): AppError {
  const message = `Listing ${id} was changed in the meantime (version ${version}, you saw ${seen}); look at it again, then repeat your change.`;
  return new AppError("conflict", message, { details: { conflict } });
}
