import type { Choice } from "@/app/_ui/select-field";
import { grouped, typeName } from "@/app/(portal)/_listing/listing-words";
import type { PropertyType } from "@/lib/listings/listing";
import type { ListingSearch, NumberRange } from "@/lib/listings/search";
import type { CountFromMin, Facets } from "@/lib/listings/search-answers";
import { countWords, featureWords, newWords, openWords, rangeWords } from "./filter-words";

/** One box to tick. */
export type Tick = {
  readonly value: string;
  readonly label: string;
  /** How many homes it would leave, where that is counted. */
  readonly count: number | null;
  readonly isChosen: boolean;
};

const LAND_M2 = [100, 200, 300, 400, 500, 600, 800, 1_000, 1_500, 2_000, 5_000, 10_000, 20_000, 50_000];
const NEW_DAYS = 7;

/** The steps, and among them the price that is asked for now, whatever it is. */
export function priceChoices(
  steps: readonly number[],
  current: number | null,
  none: string,
): readonly Choice[] {
  return amountChoices(steps, current, { none, write: (amount) => `$${grouped(amount)}` });
}

/** Sizes of land, and among them the one that is asked for now. */
export function landChoices(current: number | null, none: string): readonly Choice[] {
  return amountChoices(LAND_M2, current, { none, write: (areaM2) => `${grouped(areaM2)} m²` });
}

function amountChoices(
  steps: readonly number[],
  current: number | null,
  { none, write }: { none: string; write(amount: number): string },
): readonly Choice[] {
  const amounts = current === null ? steps : [...new Set([...steps, current])].sort((a, b) => a - b);
  return [
    { value: "", label: none },
    ...amounts.map((amount) => ({ value: `${amount}`, label: write(amount) })),
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

/** Every type, in the order in which they are counted. */
export function typeTicks(chosen: readonly PropertyType[], counts: Facets["type"]): readonly Tick[] {
  const types = Object.keys(counts) as PropertyType[]; // A record of exactly the types.
  return types.map((type) => ({
    ...{ value: type, label: typeName(type), count: counts[type], isChosen: chosen.includes(type) },
  }));
}

/** The features that are asked for, and those that are frequent in what is found. */
export function featureTicks(chosen: readonly string[], counts: Facets["features"]): readonly Tick[] {
  const counted = (counts ?? []).map(({ slug, label, count }) => ({
    ...{ value: slug, label, count, isChosen: chosen.includes(slug) },
  }));
  const others = chosen.filter((slug) => !counted.some(({ value }) => value === slug));
  return [
    ...others.map((slug) => ({ value: slug, label: featureWords(slug), count: null, isChosen: true })),
    ...counted,
  ];
}

/** New within a week, or within as many days as are asked for. */
export function newTick(days: number | null, count: number): Tick {
  const asked = days ?? NEW_DAYS;
  return {
    ...{ value: `${asked}`, label: newWords(asked), isChosen: days !== null },
    count: asked === NEW_DAYS ? count : null,
  };
}

/** Open this weekend, or on the days that are asked for. */
export function openTick(open: ListingSearch["open"], count: number | null): Tick {
  const asked = open ?? { kind: "weekend" as const };
  const value = asked.kind === "weekend" ? "weekend" : `${asked.from},${asked.to}`;
  return {
    ...{ value, label: openWords(asked), isChosen: open !== null },
    count: asked.kind === "weekend" ? count : null,
  };
}

const AROUND_KM = [2, 5, 10, 20, 50];

export function aroundChoices(current: number | null): readonly Choice[] {
  return amountChoices(AROUND_KM, current, { none: "Only here", write: (km) => `Within ${km} km` });
}
