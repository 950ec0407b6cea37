import type { PropertyType } from "@/lib/listings/listing";
import type { PlanSubject } from "@/lib/media/plan-layout";
import { variantFor } from "@/lib/media/pool";

const BEDS_MAX = 6;
const BATHS_MAX = 4;
const CARS_MAX = 2;
const VARIANTS = 2;

/** Parts of the ordinary floor area for the rooms: each lies within a fifth of the areas that it stands for. */
const SIZES = [0.72, 1, 1.4] as const;

type PlanFacts = {
  readonly id: number;
  readonly propertyType: PropertyType;
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  readonly floorAreaM2: number | null;
};

/** The plan of a listing among those of the pool: its own bedrooms, bathrooms and garage as far as the pool goes, and about its area. */
export function planOf(listing: PlanFacts): { readonly key: string; readonly subject: PlanSubject } {
  const beds = within(listing.beds ?? 2, 0, BEDS_MAX);
  const baths = within(listing.baths ?? 1, 1, bathsMax(beds));
  const cars = isStacked(listing.propertyType) ? 0 : within(listing.parking ?? 0, 0, CARS_MAX);
  const ordinary = ordinaryArea(beds, baths, cars);
  const ratio = (listing.floorAreaM2 ?? ordinary) / ordinary;
  const size = ratio < Math.sqrt(SIZES[0]) ? SIZES[0] : ratio > Math.sqrt(SIZES[2]) ? SIZES[2] : SIZES[1];
  return pooledPlan({ beds, baths, cars, size, variant: variantFor(listing.id, VARIANTS) });
}

/** Every plan of the pool. */
export function allPlans(): ReturnType<typeof planOf>[] {
  const plans = [];
  for (let beds = 0; beds <= BEDS_MAX; beds++)
    for (let baths = 1; baths <= bathsMax(beds); baths++)
      for (let cars = 0; cars <= CARS_MAX; cars++)
        for (const size of SIZES)
          for (let variant = 0; variant < VARIANTS; variant++)
            plans.push(pooledPlan({ beds, baths, cars, size, variant }));
  return plans;
}

type Quantised = {
  readonly beds: number;
  readonly baths: number;
  readonly cars: number;
  readonly size: number;
  readonly variant: number;
};

function pooledPlan({ beds, baths, cars, size, variant }: Quantised): ReturnType<typeof planOf> {
  const floorAreaM2 = Math.round(ordinaryArea(beds, baths, cars) * size);
  const seed = ((beds * 5 + baths) * 3 + cars) * 1000 + floorAreaM2 * 7 + variant;
  return {
    key: `plan-${beds}-${baths}-${cars}-${floorAreaM2}-${variant}`,
    subject: { seed, beds, baths, parking: cars, floorAreaM2 },
  };
}

function ordinaryArea(beds: number, baths: number, cars: number): number {
  return 32 + 27 * beds + 7 * (baths - 1) + 18 * cars;
}

function bathsMax(beds: number): number {
  return Math.min(BATHS_MAX, beds + 1);
}

/** Their cars stand under or beside the building, not in the home. */
function isStacked(propertyType: PropertyType): boolean {
  return propertyType === "apartment" || propertyType === "unit";
}

/** A whole number in the range; the quarters that some count bathrooms in fall away. */
function within(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.floor(value)));
}
