/** What nearly every page is written with: ASCII, and the signs that the portal's own sentences have. */
export const COMMON_CHARACTERS: readonly string[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)),
  ..."\u00a0·²×–—‘’“”…−",
];
