import type { PropertyType } from "@/lib/listings/listing";
import type { Market } from "@/prisma/seed/demo/market";
import type { Random } from "@/prisma/seed/demo/random";

/** What stands there, or does not yet. Areas in square metres. */
export type Home = {
  readonly propertyType: PropertyType;
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  readonly landAreaM2: number | null;
  readonly floorAreaM2: number | null;
};

type Weights = Readonly<Partial<Record<PropertyType, number>>>;

const TYPES: Readonly<Record<Market["kind"], Weights>> = {
  inner: { apartment: 44, house: 20, terrace: 15, townhouse: 11, unit: 9, villa: 1 },
  suburban: { house: 60, townhouse: 12, unit: 11, apartment: 9, villa: 4, land: 4 },
  country: { house: 62, rural: 15, land: 14, unit: 6, townhouse: 3 },
};

const BEDS: Readonly<Record<Exclude<PropertyType, "land">, Readonly<Record<string, number>>>> = {
  house: { 2: 9, 3: 42, 4: 36, 5: 11, 6: 2 },
  terrace: { 2: 38, 3: 46, 4: 16 },
  townhouse: { 2: 20, 3: 58, 4: 22 },
  apartment: { 0: 5, 1: 29, 2: 52, 3: 14 },
  unit: { 1: 18, 2: 62, 3: 20 },
  villa: { 2: 52, 3: 48 },
  rural: { 3: 40, 4: 42, 5: 18 },
};

const PARKING_MAX = {
  house: 3,
  terrace: 1,
  townhouse: 2,
  apartment: 2,
  unit: 2,
  villa: 2,
  rural: 6,
} as const;
const FLOOR_PER_BED_M2 = {
  house: 44,
  terrace: 42,
  townhouse: 44,
  apartment: 32,
  unit: 32,
  villa: 40,
  rural: 52,
} as const;
const HECTARE_M2 = 10_000;

export function drawHome(market: Market, random: Random, isRental: boolean): Home {
  const drawn = random.weighted(TYPES[market.kind]);
  // Nobody rents a bare block, and farms are let by other means.
  const propertyType = isRental && (drawn === "land" || drawn === "rural") ? "house" : drawn;
  const landAreaM2 = landFor(propertyType, market, random);
  if (propertyType === "land") {
    return { propertyType, beds: null, baths: null, parking: null, landAreaM2, floorAreaM2: null };
  }
  const beds = Number(random.weighted(BEDS[propertyType]));
  const floor = 28 + FLOOR_PER_BED_M2[propertyType] * beds * random.between(0.85, 1.2);
  return {
    propertyType,
    beds,
    baths: bathsFor(beds, random),
    parking: Math.min(PARKING_MAX[propertyType], parkingFor(market, random)),
    landAreaM2,
    floorAreaM2: random.chance(0.72) ? Math.round(floor) : null,
  };
}

function landFor(type: PropertyType, market: Market, random: Random): number | null {
  const spread = Math.exp(random.bell() * 0.32);
  if (type === "apartment" || (type === "unit" && random.chance(0.7))) return null;
  if (type === "rural") return roundTo(1000, random.between(0.4, 14) ** 2 * HECTARE_M2 * 0.4);
  if (type === "land" && market.kind === "country") return roundTo(10, 950 * spread ** 3);
  if (type === "house" || type === "land") {
    const typical = { inner: 340, suburban: 590, country: 840 }[market.kind];
    return Math.round(typical * spread);
  }
  return Math.round((type === "terrace" ? 145 : 215) * spread);
}

function bathsFor(beds: number, random: Random): number {
  if (beds <= 1) return 1;
  const [least, most] = beds === 2 ? [1, 2] : beds === 3 ? [1, 3] : [2, Math.min(4, beds - 1)];
  // The third is rarer than the second.
  const whole = Math.min(random.whole(least, most), random.whole(least, most));
  // Half a bathroom is a powder room.
  return beds > 2 && whole > 1 && random.chance(0.14) ? whole + 0.5 : whole;
}

function parkingFor({ kind }: Market, random: Random): number {
  if (kind === "inner") return random.whole(0, 2);
  return kind === "suburban" ? random.whole(1, 2) + (random.chance(0.15) ? 1 : 0) : random.whole(1, 5);
}

function roundTo(step: number, value: number): number {
  return Math.max(step, Math.round(value / step) * step);
}
