/** Of the notice that is written above a stored page while nobody can tell whether it is still true. */
export const STALE_NOTICE_ID = "stale-notice";
