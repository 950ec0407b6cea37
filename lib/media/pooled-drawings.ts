import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { type Drawing, drawListing } from "@/lib/media/draw-listing";
import { drawFloorPlan } from "@/lib/media/floor-plan";
import { drawInterior } from "@/lib/media/interior";
import { allPlans } from "@/lib/media/plan-pool";
import { interiorOf, POOL_SIZES, ROOM_POOL_SIZE, subjectOf } from "@/lib/media/pool";
import { ROOMS } from "@/lib/media/rooms";

/** How each picture of the pool is drawn, by its key. A drawing costs 4 to 30 ms of CPU. */
export function pooledDrawings(): ReadonlyMap<string, () => Drawing> {
  const drawings = new Map<string, () => Drawing>();
  for (const propertyType of PROPERTY_TYPES)
    for (let variant = 0; variant < POOL_SIZES[propertyType]; variant++)
      drawings.set(`${propertyType}-${variant}`, () => drawListing(subjectOf(propertyType, variant)));
  for (const room of ROOMS)
    for (let id = 0; id < ROOM_POOL_SIZE; id++) {
      const { key, seed } = interiorOf({ id }, room);
      drawings.set(key, () => drawInterior(seed, room));
    }
  for (const { key, subject } of allPlans()) drawings.set(key, () => drawFloorPlan(subject));
  return drawings;
}
