import type { NumberRange } from "@/lib/listings/search";
import { accept, quoted, type Reading, refuse, type SearchField } from "@/lib/listings/search-reading";

const HOW = "write 3 for exactly 3, 3- for at least, -5 for at most, 3-5 for between";

type RangeBounds = { readonly decimals: 0 | 2; readonly most: number };

/** A range of non-negative numbers: `3-5`, `3-`, `-5`, or `3` for exactly that. Both ends belong to it. */
export function rangeField(bounds: RangeBounds): SearchField<NumberRange | null> {
  return {
    absent: null,
    read: (text) => readRange(text, bounds),
    write: (range) => (range === null ? null : writeRange(range)),
  };
}

function readRange(text: string, bounds: RangeBounds): Reading<NumberRange> {
  const ends = text.split("-");
  if (ends.length > 2 || ends.every((end) => end === ""))
    return refuse(`${quoted(text)} is no range: ${HOW}.`);
  const [from = "", to = from] = ends;
  const min = from === "" ? null : readNumber(from, bounds.decimals);
  const max = to === "" ? null : readNumber(to, bounds.decimals);
  if (min === undefined || max === undefined)
    return refuse(`${quoted(text)} is no range: ${HOW}${kind(bounds)}.`);
  if ((min ?? 0) > bounds.most || (max ?? 0) > bounds.most)
    return refuse(`The most that can be asked for is ${bounds.most}.`);
  if (min !== null && max !== null && min > max)
    return refuse(`The range is upside down: write ${max}-${min}.`);
  return accept(plainRange({ min, max }));
}

function kind({ decimals }: RangeBounds): string {
  return decimals === 0 ? ", in whole numbers" : `, with ${decimals} decimals at most`;
}

/**
 * The number that a text of digits spells; undefined when it is something else or has more decimals than asked for.
 * Judged as text: as a number, 3.00000000000000000001 would be 3.
 */
export function readNumber(text: string, decimals: number): number | undefined {
  const [, whole, fraction = ""] = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const kept = fraction.replace(/0+$/, "");
  return kept.length > decimals ? undefined : Number(`${whole}.${kept}`);
}

function writeRange(range: NumberRange): string {
  const { min, max } = plainRange(range);
  return min === max ? `${min}` : `${min ?? ""}-${max ?? ""}`;
}

/** No number here is negative, so "0 to 5" is "at most 5", and "at most 0" is "exactly 0": one spelling each. */
function plainRange({ min, max }: NumberRange): NumberRange {
  if (max === 0) return { min: 0, max: 0 };
  return { min: min === 0 && max !== null ? null : min, max };
}
