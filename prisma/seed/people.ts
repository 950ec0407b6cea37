import { slugify } from "@/lib/slug";
import { distanceKm, type Point } from "@/prisma/seed/demo/distance";
import { readShippedTable } from "@/prisma/seed/shipped-table";

/** What a place weighs that the shipped table does not have, as the table's own places without a figure do. */
const PEOPLE_UNKNOWN = 1000;
const SAME_PLACE_KM = 15;

type Placed = Point & { readonly regionSlug: string; readonly name: string };

/** How many people a place of Australia weighs: those of the place of that name nearby in the shipped table. */
export function createPeople(): (place: Placed) => number {
  const byName = new Map<string, { readonly at: Point; readonly people: number }[]>();
  for (const [region = "", name = "", latitude, longitude, people] of readShippedTable("australia.tsv")) {
    const key = keyOf(region, name);
    const entry = {
      at: { latitude: Number(latitude), longitude: Number(longitude) },
      people: Number(people),
    };
    byName.set(key, [...(byName.get(key) ?? []), entry]);
  }
  return (place) => {
    const namesakes = (byName.get(keyOf(place.regionSlug, place.name)) ?? [])
      .map(({ at, people }) => ({ km: distanceKm(place, at), people }))
      .sort((one, other) => one.km - other.km);
    const [nearest] = namesakes;
    return nearest && nearest.km < SAME_PLACE_KM ? nearest.people : PEOPLE_UNKNOWN;
  };
}

function keyOf(region: string, name: string): string {
  return `${region}/${slugify(name)}`;
}
