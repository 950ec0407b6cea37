import type { Home } from "@/prisma/seed/demo/home";
import type { Random } from "@/prisma/seed/demo/random";

const COUNT_MIN = 3;
const COUNT_MAX = 7;
const LAND_COUNT_MAX = 4;
const OUTSIDE_COUNT = 2;

const INSIDE =
  "Air conditioning|Built-in robes|Dishwasher|Study|Timber floors|Internal laundry|Fibre internet|Gas cooking|Double glazing|Walk-in robe|Security system|Heating|Storage|Ceiling fans".split(
    "|",
  );
const UNDER_A_ROOF_OF_ITS_OWN = [...INSIDE, "Open fireplace", "Solar panels", "Skylights"];
const GARDEN =
  "Courtyard|Deck|Shed|Swimming pool|Fully fenced|Vegetable garden|Rainwater tank|Outdoor entertaining|Side access|Verandah|Workshop|Fruit trees".split(
    "|",
  );
const COURTYARD =
  "Courtyard|Deck|Fully fenced|Outdoor entertaining|Rainwater tank|Fruit trees|Garden shed".split("|");
const BALCONY =
  "Balcony|Intercom|Storage cage|Bicycle storage|Secure parking|Shared garden|Pets allowed|Lift|Rooftop terrace|Gym".split(
    "|",
  );
// Blocks of units have two storeys, and nothing on the roof.
const UNIT_BLOCK =
  "Balcony|Storage cage|Bicycle storage|Secure parking|Shared garden|Pets allowed|Intercom".split("|");
const RURAL =
  "Dam|Bore|Cattle yards|Machinery shed|Horse paddocks|Creek frontage|Hay shed|Orchard|Rainwater tank|Verandah|Workshop".split(
    "|",
  );
const LAND = "Titled|Services connected|Fenced|No covenants|Views|Crossover in place".split("|");

/** A few features that fit the home: none needs a roof, a garden, a second bathroom or a garage that is not there. */
export function drawFeatures(home: Home, random: Random): string[] {
  const count = random.whole(COUNT_MIN, COUNT_MAX);
  if (home.propertyType === "land") return pickSome(LAND, Math.min(count, LAND_COUNT_MAX), random);
  const chosen = [
    ...pickSome(isShared(home) ? INSIDE : UNDER_A_ROOF_OF_ITS_OWN, count - OUTSIDE_COUNT, random),
    ...pickSome(outsideOf(home), OUTSIDE_COUNT, random),
  ];
  const fitting = home.parking ? chosen : chosen.filter((feature) => feature !== "Secure parking");
  return (home.baths ?? 0) >= 2 && random.chance(0.6) ? ["Ensuite", ...fitting] : fitting;
}

/** Whether neighbours live above or below. */
export function isShared({ propertyType, landAreaM2 }: Home): boolean {
  return propertyType === "apartment" || (propertyType === "unit" && landAreaM2 === null);
}

function outsideOf(home: Home): readonly string[] {
  if (home.propertyType === "apartment") return BALCONY;
  if (isShared(home)) return UNIT_BLOCK;
  if (home.propertyType === "rural") return RURAL;
  return home.propertyType === "house" ? GARDEN : COURTYARD;
}

/** So many different ones, in the order of the draw. */
export function pickSome<T>(choices: readonly T[], count: number, random: Random): T[] {
  const wanted = Math.min(count, choices.length);
  const chosen: T[] = [];
  while (chosen.length < wanted) {
    const choice = random.pick(choices);
    if (!chosen.includes(choice)) chosen.push(choice);
  }
  return chosen;
}
