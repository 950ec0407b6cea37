import "server-only";
import type { Actor, AuditChange } from "@/lib/audit/audit-entry";
import { findVisible } from "@/lib/listings/find-visible";
import { AUDITED_CHANGE } from "@/lib/listings/listing-conflict";
import { runtime } from "@/lib/platform/runtime";

/** One entry of a listing's history: who, when, what, from where. */
export type HistoryEntry = {
  readonly id: string;
  /** ISO. */
  readonly at: string;
  /** A person's name, or the part of the portal that it was ("command line"). */
  readonly actor: string;
  readonly isPerson: boolean;
  /** The address that a person acted from. */
  readonly address: string | null;
  readonly action: string;
  readonly change: AuditChange;
  /** The listing's version afterwards; null in entries from before versions were kept. */
  readonly version: number | null;
  /** The entry that this one undid, and the ones that undid this one. */
  readonly undoes: string | null;
  readonly undoneBy: readonly string[];
};

export type HistoryPage = {
  readonly items: readonly HistoryEntry[];
  /** Give it as `before` for what is older; null at the end. */
  readonly next: string | null;
};

/** What was done to a listing, newest first, from before the entry `before` on. AppError not_found, forbidden as for its other reads. */
export async function findHistory(
  id: number,
  actor: Actor,
  { before, limit }: { readonly before?: bigint | undefined; readonly limit: number },
): Promise<HistoryPage> {
  await findVisible(id, actor);
  const rows = await runtime().database.auditEntry.findMany({
    where: {
      subject: "listing",
      subjectId: String(id),
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: {
      ...{ id: true, at: true, actor: true, userId: true, address: true, action: true, change: true },
      ...{ version: true, undoes: true, undoneBy: { select: { id: true }, orderBy: { id: "asc" } } },
    },
  });
  const items = rows.slice(0, limit).map(({ userId, undoes, undoneBy, ...row }) => ({
    ...row,
    id: String(row.id),
    at: row.at.toISOString(),
    isPerson: userId !== null,
    action: row.action.replace(/^listing\./, ""),
    change: AUDITED_CHANGE.parse(row.change),
    undoes: undoes === null ? null : String(undoes),
    undoneBy: undoneBy.map((entry) => String(entry.id)),
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
