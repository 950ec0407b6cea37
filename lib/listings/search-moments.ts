const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Inspections come and go by so much: each step is another answer. */
const STEP_MS = 5 * MINUTE_MS;

/** What counts as new beside a search that does not say. */
export const NEW_DAYS = 7;

/** From when on a listing is new: so many days before the last full hour. */
export function newSince(days: number, now: Date): Date {
  return new Date(lastFull(HOUR_MS, now) - days * DAY_MS);
}

/** Until when newSince answers the same, in milliseconds. */
export function newUntilMs(now: Date): number {
  return lastFull(HOUR_MS, now) + HOUR_MS;
}

/** The moment that the next inspections are reckoned from. */
export function inspectionStep(now: Date): Date {
  return new Date(lastFull(STEP_MS, now));
}

/** Until when inspectionStep answers the same, in milliseconds. */
export function inspectionStepUntilMs(now: Date): number {
  return lastFull(STEP_MS, now) + STEP_MS;
}

function lastFull(spanMs: number, now: Date): number {
  return Math.floor(now.getTime() / spanMs) * spanMs;
}
