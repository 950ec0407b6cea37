/**
 * The band of a price, for tags of searches: its first two digits and how many follow, as one number that grows with it. Prices of one band
 * lie at most a tenth apart. The triggers reckon it too (cache_price_band in prisma/migrations).
 */
export function priceBand(amount: number): number {
  const digits = String(amount);
  return digits.length < 2 ? amount : 90 * (digits.length - 2) + Number(digits.slice(0, 2));
}

/** Whether a price is the least of its band, as round ones are. */
export function isBandStart(amount: number): boolean {
  return /^\d{1,2}0*$/.test(String(amount));
}
