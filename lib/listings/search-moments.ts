import "server-only";

import { createHash } from "node:crypto";
import type { ListingSearch } from "@/lib/listings/search";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Inspections come and go by so much: each step is another answer. */
const STEP_MS = 5 * MINUTE_MS;

/** What counts as new beside a search that does not say. */
export const NEW_DAYS = 7;

/** Where a search looks. */
type Ground = Pick<ListingSearch, "channel" | "region" | "localities">;

/** From when on a listing is new to a search: so many days before the last hour that was full there. */
export function newSince(ground: Ground, days: number, now: Date): Date {
  return new Date(lastFullHour(ground, now) - days * DAY_MS);
}

/** Until when newSince answers the same, in milliseconds. */
export function newUntilMs(ground: Ground, now: Date): number {
  return lastFullHour(ground, now) + HOUR_MS;
}

/** The moment that the next inspections are reckoned from. */
export function inspectionStep(now: Date): Date {
  return new Date(lastFull(STEP_MS, now));
}

/** Until when inspectionStep answers the same, in milliseconds. */
export function inspectionStepUntilMs(now: Date): number {
  return lastFull(STEP_MS, now) + STEP_MS;
}

/** Each ground has its own minute: counts that all ended with the hour would all be asked for again in one moment. */
function lastFullHour({ channel, region, localities }: Ground, now: Date): number {
  const minute =
    createHash("sha256")
      .update([channel, region, ...localities].join(" "))
      .digest()
      .readUInt32BE() % 60;
  const aheadMs = minute * MINUTE_MS;
  return lastFull(HOUR_MS, new Date(now.getTime() - aheadMs)) + aheadMs;
}

function lastFull(spanMs: number, now: Date): number {
  return Math.floor(now.getTime() / spanMs) * spanMs;
}
