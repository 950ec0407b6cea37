import { hasForeignLetters } from "@/lib/listings/search-keywords";
import { isSlug, sortedSet } from "@/lib/listings/search-place";
import { accept, quoted, type Reading, refuse, type SearchField } from "@/lib/listings/search-reading";
import { slugify } from "@/lib/slug";

const FEATURES_MAX = 10;

/** What a listing must have, all of it, as slugs: `air-conditioning,swimming-pool`. "Swimming pool" is read as `swimming-pool`. */
export const FEATURES: SearchField<readonly string[]> = {
  absent: [],
  read: readFeatures,
  write: (features) => sortedSet(features).join(",") || null,
};

function readFeatures(text: string): Reading<readonly string[]> {
  const items = text.split(",").map((item) => item.trim());
  const wrong = items.find((item) => hasForeignLetters(item) || !isSlug(slugify(item)));
  if (wrong !== undefined)
    return refuse(
      `${quoted(wrong)} is no feature: write it with letters a to z, digits and hyphens, like "swimming-pool".`,
    );
  const features = sortedSet(items.map(slugify));
  if (features.length > FEATURES_MAX)
    return refuse(
      `At most ${FEATURES_MAX} features can be asked for at once, and there are ${features.length}: leave some out.`,
    );
  return accept(features);
}
