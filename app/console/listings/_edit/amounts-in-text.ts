import { rangeInText } from "@/lib/listings/price-text";

export type Range = { readonly low: number; readonly high: number };

const AMOUNT = /\$ ?\d[\d,]*(?:\.\d+)? ?[km]?(?![a-z\d])/gi;

/** The amounts that a price's text names, the least and the most: also beside words that are none ("Auction, guide $705,000 – $735,000"). */
export function amountsIn(text: string): Range | null {
  const whole = rangeInText(text.trim());
  if (whole !== null) return whole;
  const amounts = (text.match(AMOUNT) ?? []).flatMap((amount) => rangeInText(amount.trim())?.low ?? []);
  return amounts.length === 0 ? null : { low: Math.min(...amounts), high: Math.max(...amounts) };
}
