import { editDistance } from "@/lib/localities/edit-distance";
import type { LocalityRef } from "@/lib/localities/locality";
import { slugify } from "@/lib/slug";

/** A locality that a text may mean. */
export type PlaceCandidate = {
  readonly locality: LocalityRef;
  /** The name that it is like, of those that the text may be read as; null for what is spelt so. */
  readonly asked: string | null;
  /** How many public listings it has. */
  readonly listings: number;
};

/**
 * The places that are meant, of candidates in their order (as spelt, by likeness, by listings, by name). Misspellings are supposed where nothing is
 * spelt so; and where all that is spelt so has no listings, of what has some and is one slip away: "paramatta", which is a hamlet.
 */
export function bestPlaces(candidates: readonly PlaceCandidate[], limit: number): readonly LocalityRef[] {
  const spelt = candidates.filter(({ asked }) => asked === null);
  const alike = byLikeness(candidates);
  const meant =
    spelt.length === 0 ? alike : alike.filter(({ slips, listings }) => slips <= 1 && listings > 0);
  return [...spelt, ...meant].slice(0, limit).map(({ locality }) => locality);
}

/** Trigrams find what is alike; which of it a slip of the finger away is nearest, they do not know: "syndey" shares more with Syndal. */
function byLikeness(
  candidates: readonly PlaceCandidate[],
): readonly (PlaceCandidate & { readonly slips: number })[] {
  return candidates
    .flatMap((candidate) => {
      const { asked, locality } = candidate;
      if (asked === null) return [];
      return { ...candidate, slips: editDistance(slugify(asked), slugify(locality.name)) };
    })
    .sort((one, other) => one.slips - other.slips);
}
