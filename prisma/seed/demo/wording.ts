import type { Offer } from "@/lib/listings/listing";
import { fill, type Sentence, turnThrough } from "@/prisma/seed/demo/grammar";
import type { Home } from "@/prisma/seed/demo/home";
import type { Market } from "@/prisma/seed/demo/market";
import type { Random } from "@/prisma/seed/demo/random";
import * as say from "@/prisma/seed/demo/sentences";
import { WORDS } from "@/prisma/seed/demo/words";

export type Wording = {
  readonly headline: string;
  readonly description: string;
  readonly features: string[];
};

const NOUNS = {
  house: ["house", "home", "family home", "cottage", "bungalow"],
  terrace: ["terrace", "terrace house"],
  townhouse: ["townhouse"],
  apartment: ["apartment"],
  unit: ["unit"],
  villa: ["villa"],
  rural: ["farm", "country house", "homestead", "small holding"],
  land: ["block"],
} as const;
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];
const FEATURES_MIN = 3;
const FEATURES_MAX = 7;
const HECTARE_M2 = 10_000;

/** What the n-th listing says of itself: of any ten in a row, no two have a headline or an opening of the same pattern. */
export function writeWording(
  n: number,
  { home, market, offer }: { home: Home; market: Market; offer: Offer },
  random: Random,
): Wording {
  const facts = factsOf(home, market, random);
  const speak = (sentence: Sentence) => fill(sentence, facts, { words: WORDS, random });
  const isLand = home.propertyType === "land";
  const headline = turnThrough(isLand ? say.LAND_HEADLINES : say.HOME_HEADLINES, n);
  const opening = turnThrough(isLand ? say.LAND_OPENINGS : say.HOME_OPENINGS, n);
  const body = bodyOf(home, random);
  const around = surroundings(market, random).map((pool) => random.pick(pool));
  const closing = random.pick(offer === "rent" ? say.CLOSING_RENT : say.CLOSING_SALE);
  const paragraphs = [
    [opening, ...body],
    [...around, closing],
  ];
  return {
    headline: speak(headline),
    description: paragraphs.map((sentences) => sentences.map(speak).join(" ")).join("\n\n"),
    features: featuresOf(home, random),
  };
}

function factsOf({ propertyType, beds, landAreaM2 }: Home, market: Market, random: Random) {
  const isStudio = propertyType === "apartment" && beds === 0;
  const noun = isStudio ? "studio" : random.pick(NOUNS[propertyType]);
  const rooms = beds === 1 ? "one bedroom" : `${NUMBERS[beds ?? 0]} bedrooms`;
  const facts = {
    place: market.place.name,
    noun,
    rooms: isStudio ? "one good room" : rooms,
    ...builtIn(random),
  };
  const area = landAreaM2 === null ? {} : { area: areaText(landAreaM2) };
  return propertyType === "apartment" ? { ...facts, ...area, deck: "a deep balcony" } : { ...facts, ...area };
}

/** What a home has one of, so that every sentence tells of the same. */
function builtIn(random: Random): Record<string, string> {
  const kinds = ["floor", "ceiling", "bench", "cooking"];
  return Object.fromEntries(kinds.map((kind) => [kind, random.pick(WORDS[kind] ?? [])]));
}

function bodyOf({ propertyType, beds }: Home, random: Random): Sentence[] {
  if (propertyType === "land") return pickSome(say.LAND_DETAIL, 2, random);
  const outside =
    propertyType === "rural" ? say.PADDOCK : propertyType === "apartment" ? say.BALCONY : say.GARDEN;
  const inside = (beds ?? 0) < 2 ? say.INSIDE_SMALL : say.INSIDE;
  return [
    ...pickSome(inside, random.whole(1, 2), random),
    ...(random.chance(0.85) ? [random.pick(say.KITCHEN)] : []),
    random.pick(outside),
    ...(random.chance(0.5) ? [random.pick(say.DETAIL)] : []),
  ];
}

function surroundings({ kind, isCoastal }: Market, random: Random): (readonly Sentence[])[] {
  const near = { inner: say.NEAR_INNER, suburban: say.NEAR_SUBURBAN, country: say.NEAR_COUNTRY }[kind];
  return isCoastal && random.chance(0.8) ? [say.NEAR_SEA, near] : [near];
}

function featuresOf({ propertyType, parking }: Home, random: Random): string[] {
  const count = random.whole(FEATURES_MIN, FEATURES_MAX);
  if (propertyType === "land") return pickSome(say.LAND_FEATURES, Math.min(count, 4), random);
  const outside =
    propertyType === "rural"
      ? say.RURAL_FEATURES
      : propertyType === "apartment"
        ? say.BALCONY_FEATURES
        : say.GARDEN_FEATURES;
  const fitting = parking ? outside : outside.filter((feature) => feature !== "Secure parking");
  const chosen = [...pickSome(say.HOME_FEATURES, count - 2, random), ...pickSome(fitting, 2, random)];
  return [...new Set(chosen)];
}

/** So many different ones, in the order of the draw. */
function pickSome<T>(choices: readonly T[], count: number, random: Random): T[] {
  const rest = [...choices];
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    const [chosen] = rest.splice(random.whole(0, rest.length - 1), 1);
    if (chosen === undefined) throw new Error("There is nothing left to pick.");
    return chosen;
  });
}

function areaText(areaM2: number): string {
  if (areaM2 < HECTARE_M2) return `${areaM2.toLocaleString("en-AU")} m²`;
  return `${(Math.round(areaM2 / 100) / 100).toLocaleString("en-AU")} hectares`;
}
