import { randomFrom } from "@/tests/faults/world";

/** Picks one of some values; a seed repeats what it picks. */
export function picker(seed: number): <T>(values: readonly T[]) => T {
  const chance = randomFrom(seed);
  // Never beyond the last: chance is below 1.
  return <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
}
