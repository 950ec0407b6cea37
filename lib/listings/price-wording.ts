// What a price's text says, whatever spaces, dashes and cases it is written with.

// Words are looked for between what is no letter: "fromage" is cheese.
const OPEN_WORDS =
  /(?<!\p{L})(?:(?:offers?|bids?|prices?|expressions?)\s+)?(?:from|over|above|exceeding|in\s+excess\s+of|upwards?\s+of|starting\s+(?:at|from)|more\s+than|greater\s+than|no\s+less\s+than|minimum|plus)(?!\p{L})/iu;
/** After an amount or before it: "$1.2m+", "> $900,000". */
const OPEN_SIGNS = /\d\s*[km]?\s*\+|\+\s*\$?\s*\d|[>≥]\s*[A-Z]{0,3}\$?\s*\d/iu;
const AUCTION = /(?<!\p{L})auctions?(?!\p{L})/iu;
/** "$1.2m", "1,200,000", "950k": a day or a year is none. */
const AMOUNT =
  /\$\s*\d|(?<![\d\p{L}])\d{1,3}(?:[,\s]\d{3})+(?!\d)|(?<![\d\p{L}])\d+(?:\.\d+)?\s*(?:k|m|mil|million)(?!\p{L})|(?<!\d)\d{5,}(?!\d)/iu;
/** Every dash and full-width or odd sign as its plain one. */
export function plainly(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Dash_Punctuation}−]/gu, "-")
    .replace(/[＋⁺﹢]/gu, "+")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The word or sign that leaves a price open at its upper end, as it stands in the text; null when there is none. */
export function openEndIn(text: string): string | null {
  const plain = plainly(text);
  const word = OPEN_WORDS.exec(plain)?.[0];
  if (word !== undefined && AMOUNT.test(plain)) return word.trim();
  const sign = OPEN_SIGNS.exec(plain)?.[0];
  return sign === undefined ? null : (/[+>≥]/u.exec(sign)?.[0] ?? null);
}

export function namesAuction(text: string): boolean {
  return AUCTION.test(plainly(text));
}

export function namesAmount(text: string): boolean {
  return AMOUNT.test(plainly(text));
}
