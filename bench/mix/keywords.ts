import type { Random } from "@/prisma/seed/demo/random";

/** Of a hundred searches so many have keywords. */
export const KEYWORD_SEARCHES = 5;

/** What people write, as often as its weight says; about one in seven is misspelt. */
const TEXTS = {
  pool: 22,
  "swimming pool": 8,
  garden: 9,
  study: 7,
  "water views": 8,
  "granny flat": 8,
  "sea views": 4,
  balcony: 5,
  renovated: 5,
  courtyard: 3,
  "double garage": 4,
  fireplace: 3,
  "solar panels": 3,
  "open plan": 3,
  "walk to beach": 3,
  "quiet street": 2,
  "corner block": 2,
  "high ceilings": 2,
  "close to school": 2,
  verandah: 2,
  workshop: 2,
  "north facing": 2,
  gard: 1,
  renov: 1,
  poool: 3,
  "swiming pool": 4,
  balcany: 2,
  garaden: 2,
  "grany flat": 2,
  verander: 2,
  courtyrad: 1,
  "fire plase": 1,
} as const;

/** The words of one search, as a search holds them. */
export function drawKeywords(random: Random): readonly string[] {
  return [...new Set(random.weighted(TEXTS).split(" "))].sort();
}
