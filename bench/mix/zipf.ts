import type { Random } from "@/prisma/seed/demo/random";

/**
 * Draws as people do: the chance falls with one over the rank, first the one of the greatest weight. That is Zipf's law with exponent 1;
 * of pages of the web 0.64 to 0.83 was measured (Breslau and others, "Web Caching and Zipf-like Distributions", 1999), so the large
 * are asked for rather more here. What weighs nothing is never drawn; equal weights keep the order in which they are given.
 */
export function createZipf<T>(items: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  const ranked = items
    .filter((item) => weightOf(item) > 0)
    .sort((one, other) => weightOf(other) - weightOf(one));
  const sums = new Float64Array(ranked.length);
  let total = 0;
  for (let rank = 1; rank <= ranked.length; rank++) {
    total += 1 / rank;
    sums[rank - 1] = total;
  }
  return (random) => {
    const drawn = ranked[firstBeyond(sums, random.share() * total)];
    if (drawn === undefined) throw new Error("There is nothing to draw from.");
    return drawn;
  };
}

function firstBeyond(sums: Float64Array, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
