import type { Channel, PropertyType } from "@/lib/listings/listing";
import type { ListingSearch, NumberRange, OpenWindow } from "@/lib/listings/search";
import type { Random } from "@/prisma/seed/demo/random";

/** Of a hundred searches so many have no filter beside their place. */
export const UNFILTERED = 30;

/** Of a hundred others so many have each of these, one independent of the other. */
export const FILTERS = {
  price: 65,
  beds: 60,
  types: 40,
  baths: 18,
  parking: 16,
  features: 9,
  open: 6,
  newWithinDays: 5,
  land: 5,
} as const;

const SALE_PRICES = [
  ...[250_000, 300_000, 400_000, 500_000, 600_000, 700_000, 750_000, 800_000, 900_000],
  ...[1_000_000, 1_200_000, 1_500_000, 2_000_000, 2_500_000, 3_000_000, 5_000_000],
];
const RENTS = [300, 350, 400, 450, 500, 550, 600, 650, 700, 800, 900, 1_000, 1_200, 1_500];
const PRICE_ENDS = { max: 55, both: 33, min: 12 } as const;

const BEDS = { 1: 8, 2: 30, 3: 36, 4: 20, 5: 6 } as const;
const BATHS = { 1: 20, 2: 65, 3: 15 } as const;
const PARKING = { 1: 55, 2: 40, 3: 5 } as const;
/** "3 or more", exactly 3, 3 to 4. */
const ROOMS = { more: 75, exact: 13, between: 12 } as const;

const TYPES = {
  house: 38,
  apartment: 14,
  "apartment,unit": 14,
  "house,townhouse": 10,
  townhouse: 6,
  land: 6,
  unit: 4,
  "house,terrace,townhouse": 3,
  rural: 3,
  terrace: 1,
  villa: 1,
} as const;

const FEATURES = {
  "swimming-pool": 30,
  "air-conditioning": 16,
  study: 10,
  balcony: 8,
  "pets-allowed": 8,
  ensuite: 6,
  "built-in-robes": 6,
  courtyard: 5,
  "solar-panels": 5,
  deck: 4,
  "secure-parking": 2,
} as const;

/** Square metres, at least. */
const LAND = { 300: 10, 400: 15, 500: 25, 600: 20, 800: 15, 1000: 10, 10000: 5 } as const;
const NEW_DAYS = { 1: 25, 3: 25, 7: 40, 14: 10 } as const;
const OPEN_KINDS = { weekend: 80, day: 20 } as const;
const DAY_MS = 86_400_000;

type Filters = {
  -readonly [Name in keyof typeof FILTERS]?: NonNullable<ListingSearch[Name]>;
};

/** The filters of one search; `today` is YYYY-MM-DD. Of land nobody asks for rooms. */
export function drawFilters(channel: Channel, today: string, random: Random): Filters {
  if (random.chance(UNFILTERED / 100)) return {};
  const filters: Filters = {};
  const isAsked = (name: keyof typeof FILTERS) => random.chance(FILTERS[name] / 100);
  if (isAsked("types")) filters.types = random.weighted(TYPES).split(",") as PropertyType[];
  const isBuilt = !filters.types?.includes("land");
  if (isAsked("price")) filters.price = drawPrice(channel === "rent" ? RENTS : SALE_PRICES, random);
  if (isBuilt && isAsked("beds")) filters.beds = drawRooms(Number(random.weighted(BEDS)), random);
  if (isBuilt && isAsked("baths")) filters.baths = drawRooms(Number(random.weighted(BATHS)), random);
  if (isBuilt && isAsked("parking")) filters.parking = drawRooms(Number(random.weighted(PARKING)), random);
  if (isBuilt && isAsked("features")) filters.features = [random.weighted(FEATURES), ...second(random)];
  if (isAsked("newWithinDays")) filters.newWithinDays = Number(random.weighted(NEW_DAYS));
  if (channel !== "sold" && isAsked("open")) filters.open = drawOpen(today, random);
  if (isAsked("land")) filters.land = { min: Number(random.weighted(LAND)), max: null };
  return filters;
}

function second(random: Random): readonly string[] {
  return random.chance(0.25) ? [random.weighted(FEATURES)] : [];
}

function drawPrice(steps: readonly number[], random: Random): NumberRange {
  const last = steps.length - 1;
  const drawn = () => Math.round(Math.min(last, Math.max(0, last * (0.55 + 0.2 * random.bell()))));
  const ends = random.weighted(PRICE_ENDS);
  const [low, high] = [drawn(), drawn()].sort((one, other) => one - other);
  const [min = null, max = null] = [steps[low ?? 0], steps[high ?? last]];
  return ends === "max" ? { min: null, max } : ends === "min" ? { min, max: null } : { min, max };
}

function drawRooms(least: number, random: Random): NumberRange {
  const kind = random.weighted(ROOMS);
  return { min: least, max: kind === "more" ? null : kind === "exact" ? least : least + 1 };
}

function drawOpen(today: string, random: Random): OpenWindow {
  if (random.weighted(OPEN_KINDS) === "weekend") return { kind: "weekend" };
  const day = new Date(Date.parse(today) + random.whole(0, 6) * DAY_MS).toISOString().slice(0, 10);
  return { kind: "days", from: day, to: day };
}
