import "server-only";
import type { Person } from "@/lib/accounts/person";
import { AppError } from "@/lib/errors";
import { DRAFT, keptDraft } from "@/lib/listings/draft-queries";
import { findVisible } from "@/lib/listings/find-visible";
import {
  DRAFT_KEPT_DAYS,
  type DraftOfListing,
  type DraftOfNew,
  type KeptDraft,
  NEW_DRAFTS_MAX,
  noDraft,
} from "@/lib/listings/listing-draft";
import type { Transaction } from "@/lib/platform/prisma";
import { runtime } from "@/lib/platform/runtime";
import type { Prisma } from "@/prisma/generated/client";

// A draft touches neither its listing nor the listing's version nor any cache; it is its person's alone.

/** Keeps what a person has typed for a listing, in place of what they had typed before. */
export async function keepDraft(id: number, draft: DraftOfListing, person: Person): Promise<KeptDraft> {
  await findVisible(id, person);
  const kept = { ...asRow(draft), baseVersion: draft.baseVersion };
  return writing(async (transaction) =>
    keptDraft(
      await transaction.listingDraft.upsert({
        where: { userId_listingId: { userId: person.userId, listingId: id } },
        create: { userId: person.userId, listingId: id, ...kept },
        update: kept,
        select: DRAFT,
      }),
    ),
  );
}

/** Forgets it; nothing happens where there is none. */
export async function discardDraft(id: number, person: Person): Promise<void> {
  await findVisible(id, person);
  await runtime().database.listingDraft.deleteMany({ where: { userId: person.userId, listingId: id } });
}

/** Keeps the beginnings of a listing. AppError conflict when the person has too many. */
export function keepNewDraft(draft: DraftOfNew, person: Person): Promise<KeptDraft> {
  const { userId } = person;
  return writing(async (transaction) => {
    // One after the other, or two at once would both be the last.
    await transaction.$queryRaw`SELECT 1 FROM user_account WHERE id = ${userId} FOR NO KEY UPDATE`;
    const held = await transaction.listingDraft.count({ where: { userId, listingId: null } });
    if (held >= NEW_DRAFTS_MAX) {
      const message = `You have ${held} drafts of new listings; finish or discard one first.`;
      throw new AppError("conflict", message);
    }
    return keptDraft(
      await transaction.listingDraft.create({ data: { userId, ...asRow(draft) }, select: DRAFT }),
    );
  });
}

/** Replaces such beginnings. AppError not_found when the person has no such draft. */
export function replaceNewDraft(draftId: number, draft: DraftOfNew, person: Person): Promise<KeptDraft> {
  return writing(async (transaction) => {
    const where = { id: draftId, userId: person.userId, listingId: null };
    const [kept] = await transaction.listingDraft.updateManyAndReturn({
      where,
      data: asRow(draft),
      select: DRAFT,
    });
    if (kept === undefined) throw noDraft(draftId);
    return keptDraft(kept);
  });
}

/** Forgets them; AppError not_found when the person has no such draft. */
export async function discardNewDraft(draftId: number, person: Person): Promise<void> {
  const where = { id: draftId, userId: person.userId, listingId: null };
  const { count } = await runtime().database.listingDraft.deleteMany({ where });
  if (count === 0) throw noDraft(draftId);
}

/** Whoever writes a draft takes away what has been left for too long, whosever it was. */
function writing<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return runtime().database.$transaction(async (transaction) => {
    await transaction.$executeRaw`
      DELETE FROM listing_draft WHERE id IN (
        SELECT id FROM listing_draft WHERE updated_at < now() - make_interval(days => ${DRAFT_KEPT_DAYS}::int)
        LIMIT 100 FOR UPDATE SKIP LOCKED)`;
    return work(transaction);
  });
}

function asRow({ changes }: DraftOfNew) {
  // Parsed from JSON; Prisma's type for it leaves out a bare null, which DraftChanges is not.
  return { changes: changes as Prisma.InputJsonObject, updatedAt: new Date() };
}
