import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/accounts/person";
import { findVisible } from "@/lib/listings/find-visible";
import { type KeptDraft, noDraft } from "@/lib/listings/listing-draft";
import { runtime } from "@/lib/platform/runtime";

export const DRAFT = {
  id: true,
  listingId: true,
  baseVersion: true,
  changes: true,
  updatedAt: true,
} as const;

/** What a person has typed for a listing and not saved, or null. */
export async function findDraft(id: number, person: Person): Promise<KeptDraft | null> {
  await findVisible(id, person);
  const where = { userId_listingId: { userId: person.userId, listingId: id } };
  const row = await runtime().database.listingDraft.findUnique({ where, select: DRAFT });
  return row === null ? null : keptDraft(row);
}

/** The listings that a person has begun and not made, the last touched first. */
export async function findNewDrafts(person: Person): Promise<KeptDraft[]> {
  const rows = await runtime().database.listingDraft.findMany({
    where: { userId: person.userId, listingId: null },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    select: DRAFT,
  });
  return rows.map(keptDraft);
}

/** One of them. AppError not_found when the person has no such draft. */
export async function findNewDraft(draftId: number, person: Person): Promise<KeptDraft> {
  const where = { id: draftId, userId: person.userId, listingId: null };
  const row = await runtime().database.listingDraft.findFirst({ where, select: DRAFT });
  if (row === null) throw noDraft(draftId);
  return keptDraft(row);
}

type Row = Omit<KeptDraft, "changes" | "updatedAt"> & {
  readonly changes: unknown;
  readonly updatedAt: Date;
};

export function keptDraft({ changes, updatedAt, ...row }: Row): KeptDraft {
  return {
    ...row,
    changes: z.record(z.string(), z.unknown()).parse(changes),
    updatedAt: updatedAt.toISOString(),
  };
}
