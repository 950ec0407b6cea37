import { sortedSet } from "@/lib/listings/search-place";
import { accept, quoted, type Reading, refuse, type SearchField } from "@/lib/listings/search-reading";
import { unaccented } from "@/lib/slug";

const WORDS_MAX = 10;
const WORD_LENGTH_MAX = 40;

/**
 * Words that a listing must hold, all of them, in any order: small letters without accents, each once. Whatever is no letter or digit
 * separates them. They are written with `+` between, which an address reads as a space.
 */
export const KEYWORDS: SearchField<readonly string[]> = {
  absent: [],
  read: readKeywords,
  write: (words) => sortedSet(words).join("+") || null,
};

function readKeywords(text: string): Reading<readonly string[]> {
  if (hasForeignLetters(text))
    return refuse(`${quoted(text)} cannot be searched: write words of the letters a to z and digits 0 to 9.`);
  const words = sortedSet(unaccented(text).match(/[a-z0-9]+/g) ?? []);
  if (words.length === 0)
    return refuse(`There is no word in ${quoted(text)}: write words of letters and digits, or leave it out.`);
  if (words.length > WORDS_MAX)
    return refuse(
      `At most ${WORDS_MAX} words can be searched at once, and there are ${words.length}: leave some out.`,
    );
  const long = words.find((word) => word.length > WORD_LENGTH_MAX);
  if (long !== undefined)
    return refuse(
      `${quoted(long)} is too long: write words of at most ${WORD_LENGTH_MAX} letters and digits.`,
    );
  return accept(words);
}

/** Whether something of a text would be lost in a to z and 0 to 9: letters or digits of another script, not accents or punctuation. */
export function hasForeignLetters(text: string): boolean {
  return /(?![a-z0-9])[\p{Letter}\p{Number}]/u.test(unaccented(text));
}
