/** The finite number that a text is ("1250000", "2.5", "1.225e+006"), or null; "NaN" and "Infinity" are none. */
export function toNumber(text: string): number | null {
  if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/**
 * "1,250,000.50" as "1250000.50". Where the point separates thousands, a comma separates decimals. Wrong groups ("1,25") stay, and are
 * no number.
 */
export function withoutThousands(text: string, separator: string): string {
  const [whole = "", ...decimals] = text.split(separator === "." ? "," : ".");
  const groups = whole.split(separator);
  const isGrouped = groups.slice(1).every((group) => /^[0-9]{3}$/.test(group));
  return isGrouped ? [groups.join(""), ...decimals].join(".") : text;
}
