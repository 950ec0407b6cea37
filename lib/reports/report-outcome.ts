import type { ErrorCode } from "@/lib/errors";
import { REFERENCE } from "@/lib/reports/report";

/** Why a report was not taken, as the page after the form says it. */
export const REFUSALS = {
  fields: { status: 400, title: "Something is missing in this report" },
  listing: { status: 404, title: "There is no such listing" },
  wait: { status: 429, title: "That is much for one address to report" },
  busy: { status: 503, title: "The report could not be taken just now" },
} as const;
export type RefusalWhy = keyof typeof REFUSALS;

const WHY: Readonly<Partial<Record<ErrorCode, RefusalWhy>>> = {
  not_found: "listing",
  too_many_requests: "wait",
  unavailable: "busy",
};

/** Where a browser goes that sent a report which was taken. */
export function sentPath(reference: string): string {
  return `/report/sent?reference=${reference}`;
}

/** Where it goes when it was not. */
export function refusedPath(code: ErrorCode): string {
  return `/report/refused?why=${WHY[code] ?? "fields"}`;
}

/** The reference in the address of the page after the form, or null for what is none. */
export function readReference(given: string | string[] | undefined): string | null {
  return typeof given === "string" && REFERENCE.test(given) ? given : null;
}

/** Why, in the address of that page; null for what is no reason. */
export function readRefusal(given: string | string[] | undefined): RefusalWhy | null {
  return typeof given === "string" && Object.hasOwn(REFUSALS, given) ? (given as RefusalWhy) : null;
}
