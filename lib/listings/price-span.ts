/** Prices from one to another, both among them; null: as many as there are. */
export type PriceSpan = { readonly from: number; readonly to: number | null };

/** Of so many digits prices are told apart by the first; those of fewer, and those of more, are one size each. */
const TOLD_APART = { from: 3, to: 8 } as const;

/** A part of all prices: those of a size (how many digits), or of a size and a first digit. The triggers name them too (cache_price_kinds). */
export type PricePart = `size-${number}` | `step-${number}`;

/** The fewest parts that together hold all prices of a span, and little else. */
export function partsOfSpan({ from, to }: PriceSpan): readonly PricePart[] {
  const [first, last] = [stepOf(from), to === null ? null : stepOf(to)];
  const parts: PricePart[] = [];
  for (let size = first.size; size <= (last?.size ?? TOLD_APART.to + 1); size++) {
    const least = size === first.size ? first.digit : 1;
    const most = size === last?.size ? last.digit : 9;
    if (isWhole(size) || (least === 1 && most === 9)) parts.push(`size-${size}`);
    else for (let digit = least; digit <= most; digit++) parts.push(`step-${10 * size + digit}`);
  }
  return parts;
}

function stepOf(amount: number): { readonly size: number; readonly digit: number } {
  const digits = String(amount);
  const size = Math.min(Math.max(digits.length, TOLD_APART.from - 1), TOLD_APART.to + 1);
  return { size, digit: Number(digits.slice(0, 1)) };
}

function isWhole(size: number): boolean {
  return size < TOLD_APART.from || size > TOLD_APART.to;
}
