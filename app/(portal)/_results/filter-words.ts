// Apart from search-words.ts, so that a browser that shows filters is not sent the parser of searches.
import { dayText, grouped } from "@/app/(portal)/_listing/listing-words";
import { COUNT_MAX } from "@/lib/listings/count-max";
import type { NumberRange, OpenWindow } from "@/lib/listings/search";

/** "394", or "10,000+" from where on counts are not exact. */
export function countWords(count: number): string {
  return count < COUNT_MAX ? grouped(count) : `${grouped(COUNT_MAX)}+`;
}

/** "1 home", "394 homes". */
export function homesWords(count: number): string {
  return `${countWords(count)} ${count === 1 ? "home" : "homes"}`;
}

/** "3+ beds", "2 baths", "up to 5 beds", "3 to 5 beds". */
export function rangeWords({ min, max }: NumberRange, word: string): string {
  const plural = `${word}s`;
  if (min !== null && max === null) return `${min}+ ${plural}`;
  if (min === max) return `${min} ${min === 1 ? word : plural}`;
  if (min === null) return `Up to ${max} ${max === 1 ? word : plural}`;
  return `${min} to ${max} ${plural}`;
}

/** "swimming-pool" as "Swimming pool". */
export function featureWords(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export function newWords(days: number): string {
  if (days === 7) return "New this week";
  return `New in ${days} ${days === 1 ? "day" : "days"}`;
}

/** "Open this weekend", "Open 28 Nov 2026", "Open 28 Nov 2026 to 29 Nov 2026". */
export function openWords(open: OpenWindow): string {
  if (open.kind === "weekend") return "Open this weekend";
  const { from, to } = open;
  return from === to ? `Open ${dayText(from)}` : `Open ${dayText(from)} to ${dayText(to)}`;
}
