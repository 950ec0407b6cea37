import "server-only";
import type { LoadContext } from "@/lib/cache/load-scope";
import { ANY_PLACE, suburbProfileRead, suburbProfileTags } from "@/lib/localities/freshness";
import type { LocalityKey } from "@/lib/localities/locality";
import { suburbProfileOf } from "@/lib/localities/make-suburb-profile";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";
import { type SuburbProfileRow, suburbProfileStatement } from "@/lib/localities/suburb-profile-statement";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/**
 * What is on offer in a locality, what is asked for it, and what its homes sold for and how fast; null when there is no such locality.
 * One statement.
 *
 * A sale is an event `sold` of a listing that now belongs to the locality and has the type that it is counted by, whatever became of it
 * since; each of its sales counts, on the day it has in the region. Its price is what was paid, where that is one amount in the currency of
 * the country. Days on market are those from the day on which a home was listed, since it last had been sold, let or withdrawn, to the day
 * on which the offer was accepted that led to the sale, or to the sale itself where no such day is on record; an offer that fell through
 * ("relisted") does not begin it anew. A sale without a day of listing on record is in no such figure. Whether a home was sold by auction
 * is not on record.
 */
export function getSuburbProfile(key: LocalityKey): Promise<SuburbProfile | null> {
  return cachedRead(suburbProfileRead(key), (context) => loadSuburbProfile(key, new Date(), context));
}

/** The profile as of an instant, past the cache. It holds until the next midnight of the region. */
export async function loadSuburbProfile(
  key: LocalityKey,
  now: Date,
  { addTags, expiresAt }: Pick<LoadContext, "addTags" | "expiresAt">,
): Promise<SuburbProfile | null> {
  const [row] = await runtime().database.$queryRaw<SuburbProfileRow[]>(suburbProfileStatement(key, now));
  if (row === undefined) {
    addTags(...ANY_PLACE);
    return null;
  }
  addTags(...suburbProfileTags(row.ids));
  expiresAt(row.endsAtMs);
  return suburbProfileOf(row);
}
