import type { Offer } from "@/lib/listings/listing";
import { CLOSING_RENT, CLOSING_SALE } from "@/prisma/seed/demo/closings";
import { drawFeatures, isShared, pickSome } from "@/prisma/seed/demo/features";
import { fill, type Sentence, turnThrough, withArticles } from "@/prisma/seed/demo/grammar";
import { HOME_HEADLINES, LAND_HEADLINES } from "@/prisma/seed/demo/headlines";
import type { Home } from "@/prisma/seed/demo/home";
import { HOME_WORDS, UPSTAIRS_WORDS } from "@/prisma/seed/demo/home-words";
import type { Market } from "@/prisma/seed/demo/market";
import { HOME_OPENINGS, LAND_OPENINGS } from "@/prisma/seed/demo/openings";
import { PLACE_WORDS } from "@/prisma/seed/demo/place-words";
import type { Random } from "@/prisma/seed/demo/random";
import * as inside from "@/prisma/seed/demo/say-inside";
import * as nearby from "@/prisma/seed/demo/say-nearby";
import * as outside from "@/prisma/seed/demo/say-outside";

export type Wording = {
  readonly headline: string;
  readonly description: string;
  readonly features: string[];
};

const WORDS = { ...PLACE_WORDS, ...HOME_WORDS };
const WORDS_UPSTAIRS = { ...WORDS, ...UPSTAIRS_WORDS };
// What a home has one of, so that every sentence tells of the same.
const BUILT_IN = ["floor", "ceiling", "bench", "cooking", "warmth", "tree", "block", "view"] as const;
const NOUNS = {
  house: ["house", "home", "bungalow"],
  terrace: ["terrace", "terrace house"],
  townhouse: ["townhouse"],
  apartment: ["apartment"],
  unit: ["unit"],
  villa: ["villa"],
  rural: ["farm", "country house", "homestead", "small holding"],
  land: ["block"],
} as const;
const LARGE_HOUSE_BEDS = 4;
const LARGE_HOUSE = [...NOUNS.house, "family home"];
const SMALL_HOUSE = [...NOUNS.house, "cottage"];
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];
const HECTARE_M2 = 10_000;
// Made once: toLocaleString makes a new one for each number.
const GROUPED = new Intl.NumberFormat("en-AU");

/** What is said of a home's rooms, by what it has: ground under it, a second bathroom. Made once. */
const ROOMS = new Map(
  [false, true].flatMap((hasGround) =>
    [false, true].map((hasEnsuite) => [
      `${hasGround} ${hasEnsuite}`,
      [
        ...inside.INSIDE,
        ...(hasGround ? inside.INSIDE_GROUND : []),
        ...(hasEnsuite ? inside.INSIDE_ENSUITE : []),
      ],
    ]),
  ),
);
const LARGE_GARDEN_M2 = 400;
const GARDEN_AND_MORE = [...outside.GARDEN, ...outside.GARDEN_LARGE];
const DETAIL_WITH_PARKING = [...inside.DETAIL, ...inside.DETAIL_PARKING];

/** What the n-th listing says of itself: of any ten in a row, no two have a headline or an opening of the same pattern. */
export function writeWording(
  n: number,
  { home, market, offer }: { home: Home; market: Market; offer: Offer },
  random: Random,
): Wording {
  const words = isShared(home) ? WORDS_UPSTAIRS : WORDS;
  const facts = factsOf(home, { market, random, words });
  const speak = (sentence: Sentence) => fill(sentence, facts, { words, random });
  const isLand = home.propertyType === "land";
  const headline = turnThrough(isLand ? LAND_HEADLINES : HOME_HEADLINES, n);
  const opening = turnThrough(isLand ? LAND_OPENINGS : HOME_OPENINGS, n);
  const first = [opening, ...bodyOf(home, random)];
  const closing = random.pick(offer === "rent" ? CLOSING_RENT : CLOSING_SALE);
  const second = [...surroundings(market, random), closing];
  return {
    headline: withArticles(speak(headline)),
    description: withArticles(`${first.map(speak).join(" ")}\n\n${second.map(speak).join(" ")}`),
    features: drawFeatures(home, random),
  };
}

type Words = Readonly<Record<string, readonly string[]>>;

function factsOf(
  { propertyType, beds, landAreaM2 }: Home,
  { market, random, words }: { market: Market; random: Random; words: Words },
): Record<string, string> {
  const isStudio = propertyType === "apartment" && beds === 0;
  const rooms = beds === 1 ? "one bedroom" : `${NUMBERS[beds ?? 0]} bedrooms`;
  const facts: Record<string, string> = {
    place: market.place.name,
    noun: isStudio ? "studio" : nounOf(propertyType, beds, random),
    rooms: isStudio ? "one good room" : rooms,
  };
  for (const kind of BUILT_IN) facts[kind] = random.pick(words[kind] ?? []);
  if (landAreaM2 !== null) facts.area = areaText(landAreaM2);
  if (propertyType === "apartment") facts.deck = "a deep balcony";
  return facts;
}

function nounOf(type: Home["propertyType"], beds: number | null, random: Random): string {
  if (type !== "house") return random.pick(NOUNS[type]);
  return random.pick((beds ?? 0) >= LARGE_HOUSE_BEDS ? LARGE_HOUSE : SMALL_HOUSE);
}

function bodyOf(home: Home, random: Random): Sentence[] {
  const { propertyType, beds, baths, parking } = home;
  if (propertyType === "land") return pickSome(outside.LAND_DETAIL, 2, random);
  const isSmall = (beds ?? 0) < 2;
  const rooms = ROOMS.get(`${!isShared(home)} ${(baths ?? 0) >= 2}`) ?? inside.INSIDE;
  const body = pickSome(isSmall ? inside.INSIDE_SMALL : rooms, random.whole(1, 2), random);
  if (random.chance(0.85)) body.push(random.pick(inside.KITCHEN));
  body.push(random.pick(outsideOf(home)));
  if (random.chance(0.5)) body.push(random.pick(parking ? DETAIL_WITH_PARKING : inside.DETAIL));
  return body;
}

function outsideOf(home: Home): readonly Sentence[] {
  if (home.propertyType === "rural") return outside.PADDOCK;
  if (isShared(home)) return outside.BALCONY;
  return (home.landAreaM2 ?? 0) >= LARGE_GARDEN_M2 ? GARDEN_AND_MORE : outside.GARDEN;
}

function surroundings({ kind, isCoastal }: Market, random: Random): Sentence[] {
  const near = { inner: nearby.NEAR_INNER, suburban: nearby.NEAR_SUBURBAN, country: nearby.NEAR_COUNTRY }[
    kind
  ];
  const said = random.pick(near);
  return isCoastal && random.chance(0.8) ? [random.pick(nearby.NEAR_SEA), said] : [said];
}

function areaText(areaM2: number): string {
  if (areaM2 < HECTARE_M2) return `${GROUPED.format(areaM2)} m²`;
  return `${GROUPED.format(Math.round(areaM2 / 100) / 100)} hectares`;
}
