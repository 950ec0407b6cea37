import type { Choice } from "@/app/_ui/select-field";
import { grouped } from "@/app/(portal)/_listing/listing-words";
import type { NumberRange } from "@/lib/listings/search";
import type { CountFromMin } from "@/lib/listings/search-answers";
import { countWords, rangeWords } from "./search-words";

/** The steps, and among them the price that is asked for now, whatever it is. */
export function priceChoices(
  steps: readonly number[],
  current: number | null,
  none: string,
): readonly Choice[] {
  const amounts = current === null ? steps : [...new Set([...steps, current])].sort((a, b) => a - b);
  return [
    { value: "", label: none },
    ...amounts.map((amount) => ({ value: `${amount}`, label: `$${grouped(amount)}` })),
  ];
}

/** "n or more", each with how many it would leave; and the range that is asked for now, if it is another. */
export function roomChoices(
  counts: readonly CountFromMin[],
  current: NumberRange | null,
  word: string,
): readonly Choice[] {
  const choices = counts.map(({ min, count }) => ({
    value: `${min}-`,
    label: `${min}+ (${countWords(count)})`,
  }));
  const value = rangeText(current);
  const isListed = value === "" || choices.some((choice) => choice.value === value);
  const asked = current === null || isListed ? [] : [{ value, label: rangeWords(current, word) }];
  return [{ value: "", label: "Any" }, ...asked, ...choices];
}

/** A range as a field of a form sends it: "3-", "2-4"; "" for none. */
export function rangeText(range: NumberRange | null): string {
  return range === null ? "" : `${range.min ?? ""}-${range.max ?? ""}`;
}
