import type { Facts } from "./facts";
import type { TimeOfDay, Weather } from "./mood";

const TYPES: Record<Facts["propertyType"], string> = {
  house: "house",
  terrace: "terrace house",
  townhouse: "row of townhouses",
  apartment: "apartment building",
  unit: "block of units",
  villa: "villa",
  rural: "homestead",
  land: "block of land",
};

const ERAS: Record<Facts["era"], string> = {
  victorian: "Victorian",
  federation: "Federation",
  "art-deco": "art deco",
  "mid-century": "mid-century",
  brutalist: "brutalist",
  contemporary: "contemporary",
  queenslander: "Queenslander",
};

const TIMES: Record<TimeOfDay, string> = {
  morning: "in the morning",
  noon: "at noon",
  golden: "in the last sun of the day",
  dusk: "at dusk",
};

const WEATHERS: Record<Weather, string> = {
  clear: "under a clear sky",
  "high-cloud": "under high cloud",
  overcast: "under an overcast sky",
  rain: "in light rain",
  "after-rain": "just after rain",
};

/** What is to be seen, in one sentence, for those who do not see it. */
export function altOf(facts: Facts): string {
  const what = facts.propertyType === "land" ? TYPES.land : `${ERAS[facts.era]} ${TYPES[facts.propertyType]}`;
  const article = /^[aeiou]/i.test(what) ? "an" : "a";
  return `Illustration: ${article} ${what} ${TIMES[facts.time]} ${WEATHERS[facts.weather]}, ${facts.season}.`;
}
