import type { Alternative, Condition } from "@/lib/feeds/mapping";
import { toNumber } from "@/lib/feeds/number-text";
import type { TemplateValues } from "@/lib/feeds/template";

/** The texts that apply, filled in; one that names something without a value does not apply. */
export function applyingTexts(alternatives: readonly Alternative[], values: TemplateValues): string[] {
  return alternatives.flatMap(({ text, when }) => {
    if (when && !holds(when, values.columns)) return [];
    return text.fill(values) ?? [];
  });
}

function holds(when: Condition, columns: TemplateValues["columns"]): boolean {
  const text = columns[when.column] ?? "";
  if (when.above !== undefined) return (toNumber(text) ?? Number.NEGATIVE_INFINITY) > when.above;
  if (when.is) return when.is.some((wanted) => isSame(text, wanted));
  return !when.not?.some((unwanted) => isSame(text, unwanted));
}

function isSame(text: string, wanted: string | number): boolean {
  return typeof wanted === "number" ? toNumber(text) === wanted : text === wanted;
}
