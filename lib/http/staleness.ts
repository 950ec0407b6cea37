import { staleCauseOf } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** What a page says of itself that may be out of date: what is most important, then the rest. */
export function staleWords(ageMs: number): readonly [warning: string, rest: string] {
  return [
    "This page may be out of date.",
    `Our records cannot be reached right now; what you see is as it was ${ago(ageMs)}. Ask the agent before you rely on a price, or on a home still being offered.`,
  ];
}

/**
 * How old the oldest part is of what was read for this request so far, in milliseconds, when a part of it is known to be staler than is
 * promised: the database could not be asked. null when all is as promised. Call it once everything is read.
 */
export function staleForMs(): number | null {
  const reads = runtime().request.getStore()?.reads ?? [];
  return staleCauseOf(reads) === null ? null : Math.max(...reads.map(({ ageMs }) => ageMs));
}

function ago(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 1) return "less than a minute ago";
  if (minutes < HOUR_MINUTES) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const hours = Math.round(minutes / HOUR_MINUTES);
  return `${hours} ${hours === 1 ? "hour" : "hours"} ago`;
}
