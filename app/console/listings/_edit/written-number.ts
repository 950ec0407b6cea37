import { groupDigits } from "@/app/_ui/group-digits";
import { rangeInText } from "@/lib/listings/price-text";

const PLAIN = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/** A number as somebody wrote it; null for nothing, and the text itself for the check to refuse where it is none. */
export function readNumber(text: string): number | string | null {
  const written = text.trim();
  if (written === "") return null;
  return PLAIN.test(written) ? Number(written.replaceAll(",", "")) : written;
}

/** The same for an amount of money: "1.25m" and "950k" are amounts too. */
export function readAmount(text: string): number | string | null {
  const plain = readNumber(text);
  if (typeof plain !== "string") return plain;
  const range = rangeInText(plain);
  return range !== null && range.low === range.high ? range.low : plain;
}

/** What stands in a control for a value. */
export function writtenNumber(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

export function writtenAmount(value: unknown): string {
  return groupDigits(writtenNumber(value));
}
