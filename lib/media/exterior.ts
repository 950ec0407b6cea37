import { countryside } from "./countryside";
import type { Facts } from "./facts";
import { land } from "./land";
import type { Mood } from "./mood";
import type { Random } from "./random";
import type { Scene } from "./scene";
import { street } from "./street";

export type Picture = {
  readonly scene: Scene;
  /** Painted first to last: behind the subject, the subject, before it. */
  readonly behind: readonly string[];
  readonly subject: string;
  readonly before: readonly string[];
};

/** The outside of a property, as its type asks: a street, open country, or a block of land. */
export function exterior(random: Random, mood: Mood, facts: Facts): Picture {
  switch (facts.propertyType) {
    case "rural":
      return countryside(random, mood, facts);
    case "land":
      return land(random, mood, facts);
    default:
      return street(random, mood, facts);
  }
}
