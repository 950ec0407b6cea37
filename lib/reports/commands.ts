import "server-only";
import { randomInt } from "node:crypto";
import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/platform/runtime";
import { REFERENCE } from "@/lib/reports/report";
import type { ReportInput } from "@/lib/reports/report-input";

/** More than anybody can read: then it is not reports that are lacking. */
const OPEN_MAX = 5_000;
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const REFERENCE_LENGTH = 8;

/**
 * Keeps a report of a listing that is or was public, and answers its reference. AppError not_found where there is no such listing,
 * unavailable while too many reports are open.
 */
export async function reportListing({ listing, reason, message, email }: ReportInput): Promise<string> {
  const reference = newReference();
  const { database } = runtime();
  const open = await database.listingReport.count({ where: { closedAt: null }, take: OPEN_MAX });
  if (open >= OPEN_MAX)
    throw new AppError("unavailable", "More reports are open than can be read; try again in a few days.");
  const made = await database.$executeRaw`
    INSERT INTO listing_report (reference, listing_id, reason, message, email)
    SELECT ${reference}, id, ${reason}::report_reason, ${message}, ${email}
    FROM listing WHERE id = ${listing}::integer AND status <> 'draft'`;
  if (made === 0) throw new AppError("not_found", `There is no listing ${listing}.`);
  return reference;
}

/** Closes a report: the address of whoever sent it is forgotten. AppError not_found where none of this reference is open. */
export async function closeReport(reference: string, now = new Date()): Promise<void> {
  const { count } = await runtime().database.listingReport.updateMany({
    where: { reference, closedAt: null },
    data: { closedAt: now, email: null },
  });
  if (count === 0)
    throw new AppError(
      "not_found",
      REFERENCE.test(reference)
        ? `No report ${reference} is open.`
        : `"${reference}" is no reference of a report: one looks like K7QM2P4X.`,
    );
}

function newReference(): string {
  return Array.from({ length: REFERENCE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
