import { dayText, grouped } from "@/app/(portal)/_listing/listing-words";
import type { Median } from "@/lib/localities/suburb-profile";

/** 1250000 as "$1,250,000"; of any other currency its code stands before it. */
export function moneyText(amount: number, currency: string): string {
  return currency === "AUD" ? `$${grouped(amount)}` : `${currency} ${grouped(amount)}`;
}

/** 1250000 as "$1.25m", 640000 as "$640k": for an axis, or a card. */
export function shortMoney(amount: number, currency: string): string {
  const sign = currency === "AUD" ? "$" : `${currency} `;
  if (amount >= 999_500) return `${sign}${trimmed(amount / 1_000_000)}m`;
  if (amount >= 10_000) return `${sign}${trimmed(amount / 1_000)}k`;
  return `${sign}${grouped(Math.round(amount))}`;
}

/** "1 sale", "34 sales", "1,204 sales". */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A middle value, or that it is of too few to say. */
export function medianText({ median }: Median, write: (value: number) => string): string {
  return median === null ? "Too few to say" : write(median);
}

/** The year that ends on a day. */
export function yearTo(day: string): string {
  return `in the year to ${dayText(day)}`;
}

function trimmed(number: number): string {
  return String(Number(number.toPrecision(3)));
}
