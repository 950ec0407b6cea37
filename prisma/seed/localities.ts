import { addPlaces } from "@/lib/localities/commands";
import type { ListedPlace } from "@/lib/localities/merge-places";
import type { Database } from "@/lib/platform/prisma";
import { readShippedTable } from "@/prisma/seed/shipped-table";

/** Puts the localities of Australia into the database, as far as they are missing; answers how many it added. */
export async function seedLocalities(database: Database): Promise<{ created: number }> {
  const regions = await database.region.findMany({ where: { countryCode: "au" } });
  const regionIds = new Map(regions.map(({ slug, id }) => [slug, id]));
  const places = readShippedTable("australia.tsv").map((row) => toPlace(row, regionIds));
  const { created } = await addPlaces(database, places);
  return { created };
}

function toPlace(row: readonly string[], regionIds: ReadonlyMap<string, number>): ListedPlace {
  const [region = "", name = "", latitude, longitude] = row;
  const regionId = regionIds.get(region);
  if (regionId === undefined)
    throw new Error(`prisma/seed/australia.tsv names a region that is not there: ${region} ${name}`);
  return { regionId, name, postcode: null, latitude: Number(latitude), longitude: Number(longitude) };
}
