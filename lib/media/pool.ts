import type { PropertyType } from "@/lib/listings/listing";
import { colorwaysOf } from "./colorways";
import { erasOf, type Subject } from "./facts";
import { SEASONS, TIMES, WEATHERS } from "./mood";
import { createRandom } from "./random";
import type { Room } from "./rooms";

/** How many different outsides a type is given: what is seen most has most. Primes, so that ids at any regular distance still meet all of them. */
export const POOL_SIZES: Record<PropertyType, number> = {
  house: 97,
  apartment: 73,
  unit: 47,
  townhouse: 47,
  terrace: 53,
  villa: 47,
  rural: 47,
  land: 47,
};

const ROOM_POOL_SIZE = 17;

export type PooledPicture = {
  /** Names the drawing among all of the pool: equal keys, equal bytes. */
  readonly key: string;
  readonly variant: number;
  readonly subject: Subject;
};

/** The outside of a listing, one of `poolSize` for its type. Eight consecutive ids of a type never share one. */
export function pictureOf(
  listing: { readonly id: number; readonly propertyType: PropertyType },
  poolSize: number = POOL_SIZES[listing.propertyType],
): PooledPicture {
  const variant = variantFor(listing.id, poolSize);
  return {
    key: `${listing.propertyType}-${variant}`,
    variant,
    subject: subjectOf(listing.propertyType, variant),
  };
}

/** A room of a listing, by the seed that `drawInterior` wants; its four rooms share one seed, so one weather. */
export function interiorOf(
  listing: { readonly id: number },
  room: Room,
  poolSize: number = ROOM_POOL_SIZE,
): { readonly key: string; readonly seed: number } {
  const variant = variantFor(listing.id, poolSize);
  return { key: `${room}-${variant}`, seed: variant };
}

/**
 * Which of `poolSize` variants an id gets. Consecutive ids step through the pool by a stride without a common divisor,
 * near the golden section of its size: any `poolSize` ids in a row take every variant once, and neighbours lie far apart.
 */
export function variantFor(id: number, poolSize: number): number {
  return Number((BigInt(id) * BigInt(strideOf(poolSize))) % BigInt(poolSize));
}

/** What is drawn for a variant: eras in turn, and paint, light, weather and season each at a pace of its own. */
export function subjectOf(propertyType: PropertyType, variant: number): Subject {
  const eras = erasOf(propertyType);
  const era = eras[variant % eras.length] ?? eras[0];
  const round = Math.floor(variant / eras.length);
  return {
    seed: createRandom(`${propertyType} ${variant}`).int(0, 2_147_483_647),
    propertyType,
    era,
    paint: (variant + round) % colorwaysOf(era).length,
    time: LIGHTS[variant % LIGHTS.length] ?? "noon",
    weather: AIRS[(variant * 2) % AIRS.length] ?? "clear",
    season: SEASONS[(variant + round * 3) % SEASONS.length] ?? "summer",
  };
}

const [MORNING, NOON, GOLDEN, DUSK] = TIMES;
const [CLEAR, HIGH, OVERCAST, RAIN, AFTER] = WEATHERS;

/** Sellers like good light: day and evening sun come oftener than dusk, clear air oftener than rain. Lengths without a common divisor. */
const LIGHTS = [NOON, GOLDEN, MORNING, NOON, DUSK, MORNING, GOLDEN, NOON, MORNING, GOLDEN, DUSK] as const;
const AIRS = [
  CLEAR,
  HIGH,
  CLEAR,
  AFTER,
  CLEAR,
  HIGH,
  OVERCAST,
  CLEAR,
  HIGH,
  CLEAR,
  RAIN,
  CLEAR,
  AFTER,
] as const;

function strideOf(poolSize: number): number {
  let stride = Math.max(1, Math.round(poolSize * 0.382));
  while (commonDivisor(stride, poolSize) !== 1) stride++;
  return stride;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
