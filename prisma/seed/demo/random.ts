const ROUNDS = [0x85ebca6b, 0xc2b2ae35] as const;
const GOLDEN_GAMMA = 0x9e3779b9;

/** A 32-bit number from several, in which each bit depends on each bit given: the finaliser of MurmurHash3 (Austin Appleby, public domain), chained. */
export function mix(...values: readonly number[]): number {
  let hash = 0;
  for (const value of values) hash = finalise((hash + GOLDEN_GAMMA) ^ value);
  return hash;
}

/** A 32-bit number from a text. */
export function mixText(text: string): number {
  let hash = text.length;
  for (let index = 0; index < text.length; index += 1) hash = mix(hash, text.charCodeAt(index));
  return hash;
}

/**
 * Chance that repeats: the same seeds give the same draws. xoshiro128** 1.1 (David Blackman and Sebastiano Vigna, public domain,
 * https://prng.di.unimi.it/xoshiro128starstar.c), its state filled by `mix`, so that neighbouring seeds have nothing in common.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(...seeds: readonly number[]) {
    const seed = mix(...seeds);
    this.#a = mix(seed, 1);
    this.#b = mix(seed, 2);
    this.#c = mix(seed, 3);
    // A state of nothing but zeros would never leave it.
    this.#d = mix(seed, 4) | 1;
  }

  /** From 0 up to, but without, 1. */
  share(): number {
    const scrambled = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotate(this.#d, 11);
    return scrambled / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.share();
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.share());
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.share() * choices.length)];
    if (chosen === undefined) throw new Error("There is nothing to pick from.");
    return chosen;
  }

  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    let sum = 0;
    for (const key in weights) sum += weights[key] ?? 0;
    let rest = this.share() * sum;
    for (const key in weights) {
      rest -= weights[key] ?? 0;
      if (rest < 0) return key;
    }
    throw new Error("There is nothing to weigh.");
  }

  /** About normal, with mean 0 and deviation 1, never beyond 3.5: the sum of twelve shares would cost more than four do. */
  bell(): number {
    return (this.share() + this.share() + this.share() + this.share() - 2) * Math.sqrt(3);
  }
}

function finalise(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, ROUNDS[0]);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, ROUNDS[1]);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
