export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  readonly between: (min: number, max: number) => number;
  /** Both ends included. */
  readonly int: (min: number, max: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  readonly chance: (probability: number) => boolean;
  /** An independent stream, so that one part of a drawing can change without disturbing the others. */
  readonly fork: (label: string) => Random;
};

/**
 * A repeatable stream of numbers: the same seed gives the same stream on every machine.
 * The generator is mulberry32 by Tommy Ettinger, public domain (gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
export function createRandom(seed: number | string): Random {
  const origin = typeof seed === "number" ? scramble(seed) : hash(seed);
  let state = origin;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  return {
    next,
    between: (min, max) => min + next() * (max - min),
    int: (min, max) => Math.floor(min + next() * (max - min + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    chance: (probability) => next() < probability,
    fork: (label) => createRandom(scramble(origin ^ hash(label))),
  };
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return scramble(value);
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): neighbouring seeds give unrelated streams. */
function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
