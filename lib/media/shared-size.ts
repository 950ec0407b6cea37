/** Pixels: what services that show a picture beside a link ask for. */
export const SHARED_SIZE = { width: 1200, height: 630 } as const;
