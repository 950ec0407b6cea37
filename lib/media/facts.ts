import type { PropertyType } from "@/lib/listings/listing";
import { type Colorway, colorwaysOf, type Era } from "./colorways";
import { SEASONS, type Season, TIMES, type TimeOfDay, WEATHERS, type Weather } from "./mood";
import { createRandom } from "./random";

/** What is to be drawn. Whatever is left out is chosen by the seed. */
export type Subject = {
  readonly seed: number;
  readonly propertyType: PropertyType;
  readonly era?: Era | undefined;
  readonly time?: TimeOfDay | undefined;
  readonly weather?: Weather | undefined;
  readonly season?: Season | undefined;
  /** Which of the era's colourways; wraps around. */
  readonly paint?: number | undefined;
};

export type Facts = {
  readonly seed: number;
  readonly propertyType: PropertyType;
  readonly era: Era;
  readonly time: TimeOfDay;
  readonly weather: Weather;
  readonly season: Season;
  readonly colorway: Colorway;
};

const ERAS_OF: Record<PropertyType, readonly [Era, ...Era[]]> = {
  house: ["federation", "mid-century", "queenslander", "contemporary", "art-deco", "victorian", "brutalist"],
  terrace: ["victorian", "federation", "victorian", "contemporary"],
  townhouse: ["contemporary", "mid-century", "brutalist", "federation"],
  apartment: ["art-deco", "brutalist", "contemporary", "mid-century", "federation"],
  unit: ["mid-century", "art-deco", "brutalist", "contemporary"],
  villa: ["federation", "contemporary", "mid-century", "art-deco"],
  rural: ["victorian", "queenslander", "federation", "contemporary"],
  land: ["federation", "queenslander", "mid-century", "contemporary"],
};

/** The eras in which this type of property is drawn. */
export function erasOf(propertyType: PropertyType): readonly [Era, ...Era[]] {
  return ERAS_OF[propertyType];
}

/** The subject with every open question settled by its seed. */
export function settle(subject: Subject): Facts {
  const dice = createRandom(subject.seed).fork("facts");
  const era = subject.era ?? dice.pick(erasOf(subject.propertyType));
  const sets = colorwaysOf(era);
  const paint = subject.paint ?? dice.int(0, sets.length - 1);
  const colorway = sets[paint % sets.length];
  if (!colorway) throw new Error(`The era ${era} has no colourway.`);
  return {
    seed: subject.seed,
    propertyType: subject.propertyType,
    era,
    colorway,
    time: subject.time ?? dice.pick(TIMES),
    weather: subject.weather ?? dice.pick(WEATHERS),
    season: subject.season ?? dice.pick(SEASONS),
  };
}
