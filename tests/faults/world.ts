/** Version n of a listing of the fault run: what it says, what it costs, where it is. */
export function headlineOf(version: number): string {
  return `v${version}`;
}

export function versionOf(headline: string): number {
  return Number(headline.slice(1));
}

/** A price that tells the version, too: one that does not fit the headline was read from two moments. */
export function priceOf(version: number): number {
  return 1_000 + version;
}

/** It moves with every fourth version. */
export function suburbOf<T>(version: number, suburbs: readonly T[]): T {
  const suburb = suburbs[Math.floor(version / 4) % suburbs.length];
  if (suburb === undefined) throw new Error("There are no suburbs.");
  return suburb;
}

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
