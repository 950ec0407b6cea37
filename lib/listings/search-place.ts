import { accept, quoted, type Reading, refuse, type SearchField } from "@/lib/listings/search-reading";
import type { LocalityKey } from "@/lib/localities/locality";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SLUG_LENGTH_MAX = 60;
const LOCALITIES_MAX = 50;

/** The slug of a region, agency or agent. */
export const SLUG_FIELD: SearchField<string | null> = {
  absent: null,
  read(text) {
    const slug = text.toLowerCase();
    return isSlug(slug)
      ? accept(slug)
      : refuse(`${quoted(text)} is not a name as addresses carry it: write it like "bondi-beach".`);
  },
  write: (slug) => slug,
};

/** Localities, comma-separated: `nsw/newtown,nsw/enmore`, or `newtown,enmore` when the region is given beside them. */
export function readLocalities(text: string, region: string | null): Reading<readonly LocalityKey[]> {
  const items = text.split(",");
  if (items.length > LOCALITIES_MAX)
    return refuse(`At most ${LOCALITIES_MAX} localities can be searched at once; there are ${items.length}.`);
  const keys: LocalityKey[] = [];
  for (const item of items) {
    const key = readLocality(item.trim(), region);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return accept(sortedSet(keys));
}

function readLocality(text: string, region: string | null): Reading<LocalityKey> {
  const parts = text.toLowerCase().split("/");
  const [first = "", second = "", ...more] =
    parts.length === 1 && region !== null ? [region, ...parts] : parts;
  if (parts.length === 1 && region === null && isSlug(first))
    return refuse(`Say in which region ${quoted(text)} lies: write it like nsw/newtown.`);
  if (more.length > 0 || !isSlug(first) || !isSlug(second))
    return refuse(`${quoted(text)} is no locality: write it like nsw/newtown.`);
  if (region !== null && first !== region)
    return refuse(
      `${quoted(text)} does not lie in the region "${region}": leave the region out, or name a locality of it.`,
    );
  return accept<LocalityKey>(`${first}/${second}`);
}

/** Each once, in one order. */
export function sortedSet<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort();
}

/** Whether a text is a name as addresses carry it: small letters and digits, joined by single hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_LENGTH_MAX && SLUG.test(text);
}
