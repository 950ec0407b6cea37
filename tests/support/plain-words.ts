import type { PlainWorld } from "@/tests/support/plain-listing";

/** Whether a text with these stems has a keyword, or from its third letter on one that it begins. */
export function hasWord(stems: ReadonlySet<string>, word: string, { stemsOf }: PlainWorld): boolean {
  if (stemsOf(word).some((stem) => stems.has(stem))) return true;
  return word.length >= 3 && [...stems].some((stem) => stem.startsWith(word));
}
