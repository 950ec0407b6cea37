/** What needs no quoting, neither in a header nor in the rules of a CDN. Every tag of lib/<domain>/freshness.ts is spelt so. */
const TAG = /^[\w:-]+$/;
/** CDNs cut longer ones off, and what is cut off is not purged. */
const LENGTH_MAX = 8_000;

/** Whether an answer that a CDN keeps can have this tag. */
export function isCacheTag(tag: string): boolean {
  return TAG.test(tag);
}

/** The Cache-Tag of an answer with these tags; null when a CDN could not find it by each of them, so must not keep it. */
export function cacheTagsOf(tags: readonly string[]): string | null {
  const text = tags.join(",");
  return text.length <= LENGTH_MAX && tags.every(isCacheTag) ? text : null;
}
