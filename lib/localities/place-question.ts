import { z } from "zod";
import { AppError } from "@/lib/errors";

const LENGTH_MAX = 100;
const REGION_WORDS_MAX = 3;
const LIMIT_MAX = 20;
/** So many places are offered unless told otherwise. */
export const PLACES_SHOWN = 8;

const LIMIT_REASON = `It must be a whole number from 1 to ${LIMIT_MAX}.`;

/** What the address of a place question can hold: the text that was typed, and how many places are wanted. */
export const PLACE_PARAMETERS = {
  q: z
    .string({ error: "It is missing: give the beginning of a suburb, a state or a postcode." })
    .superRefine((text, context) => {
      const problem = problemWith(text);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, LIMIT_REASON)
    .transform(Number)
    .pipe(z.number().min(1, LIMIT_REASON).max(LIMIT_MAX, LIMIT_REASON))
    .default(PLACES_SHOWN),
};

/** One way to understand a text: all of it names a locality, or its last words name a region, or a number in it is a postcode. */
export type PlaceReading = {
  /** Empty when the text is a postcode alone. */
  readonly name: string;
  readonly region: string | null;
  readonly postcode: string | null;
};

/** The words of a search box's text. Only letters, digits, spaces, apostrophes and hyphens are kept, so nothing in them means anything to LIKE. */
export function readPlaceWords(text: string): readonly string[] {
  const problem = problemWith(text);
  if (problem === null) return wordsOf(text);
  throw new AppError("bad_request", "Nothing can be looked up with this.", {
    issues: [{ field: "q", reason: problem }],
  });
}

/** Every way to understand the words: "newtown nsw" is a locality "newtown nsw", or "newtown" in "nsw". */
export function readPlace(words: readonly string[]): readonly PlaceReading[] {
  const numbers = words.filter((word) => /^\d{2,10}$/.test(word));
  const others = words.filter((word) => !numbers.includes(word));
  const readings: PlaceReading[] = [{ name: words.join(" "), region: null, postcode: null }];
  const [postcode = null, ...moreNumbers] = numbers;
  if (moreNumbers.length > 0) return readings;
  if (postcode !== null) readings.push({ name: others.join(" "), region: null, postcode });
  for (let count = 1; count <= Math.min(REGION_WORDS_MAX, others.length - 1); count++) {
    readings.push({
      name: others.slice(0, -count).join(" "),
      region: others.slice(-count).join(" "),
      postcode,
    });
  }
  return readings;
}

function problemWith(text: string): string | null {
  if (text.length > LENGTH_MAX)
    return `It is longer than ${LENGTH_MAX} characters: give a suburb, a state or a postcode.`;
  if (wordsOf(text).length === 0)
    return "It is empty: give the beginning of a suburb, a state or a postcode.";
  return null;
}

function wordsOf(text: string): readonly string[] {
  const kept = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{Letter}\p{Mark}\p{Number}' -]+/gu, " ");
  return kept.split(" ").filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
}
