const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session ends this long after it began, */
export const SESSION_MAX_MS = 30 * DAY;
/** and when nothing was asked in it for this long, */
export const SESSION_IDLE_MS = 12 * HOUR;
/** or when its second factor does not come in time. */
export const CODE_WAIT_MS = 10 * MINUTE;
/** That somebody was seen is written this often at most. */
export const SEEN_EVERY_MS = 5 * MINUTE;
