/** Up to here counts are exact. Apart from search.ts, so that a browser that shows counts is not sent the parser of searches. */
export const COUNT_MAX = 10_000;
