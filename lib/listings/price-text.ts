import type { Offer } from "@/lib/listings/listing";

const SIGNS: Readonly<Record<string, string>> = { AUD: "$", USD: "US$", NZD: "NZ$" };
// Made once: toLocaleString makes a new one for each number, at ten times the cost.
const GROUPED = new Intl.NumberFormat("en-AU");
const SCALES: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };
const AMOUNT = String.raw`(?:[A-Z]{0,3}\$ ?)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)? ?[km]?)`;
const WEEKLY = String.raw`(?: ?(?:per week|weekly|p\.?w\.?|/ ?week))?`;
// Nothing but amounts may stand in it: "Auction 12 December 2026" has two numbers and no price.
const PRICE = new RegExp(`^${AMOUNT}(?: ?(?:-|–|—|to) ?${AMOUNT})?${WEEKLY}$`, "i");

/** An amount in whole units as people read it here: "$1,250,000", "US$450,000", "GBP 300,000". */
export function amountText(amount: number, currency: string): string {
  return `${SIGNS[currency] ?? `${currency} `}${GROUPED.format(amount)}`;
}

/** What is shown for a price of one amount; rent is per week. */
export function priceText(amount: number, { currency, offer }: { currency: string; offer: Offer }): string {
  return offer === "rent" ? `${amountText(amount, currency)} per week` : amountText(amount, currency);
}

/** What is shown once sold. */
export function soldText(soldPrice: number | null, currency: string): string {
  return soldPrice === null ? "Sold, price withheld" : `Sold for ${amountText(soldPrice, currency)}`;
}

/**
 * The range that a price's text names: "$1.2m – $1.3m" is 1,200,000 to 1,300,000, "$650 per week" is 650 to 650.
 * null when the text is anything but one amount or two, or names a fraction of a unit.
 */
export function rangeInText(text: string): { low: number; high: number } | null {
  const [, first, second = first] = PRICE.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const low = readAmount(first);
  const high = readAmount(second);
  return Number.isSafeInteger(low) && Number.isSafeInteger(high) ? { low, high } : null;
}

/** Whether the text is nothing but one number, so that its display is for us to write. */
export function isBareAmount(text: string): boolean {
  return /^\d[\d,]*$/.test(text);
}

function readAmount(text: string): number {
  const scale = SCALES[text.slice(-1).toLowerCase()] ?? 1;
  const amount = Number.parseFloat(text.replaceAll(",", "")) * scale;
  // 2.05 × 1,000,000 is 2,049,999.9999999998 in binary; cents after that are a fraction for the caller to refuse.
  return Math.round(amount * 100) / 100;
}
