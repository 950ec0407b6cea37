import { readFile } from "node:fs/promises";
import { addPlaces } from "@/lib/localities/commands";
import type { ListedPlace } from "@/lib/localities/merge-places";
import type { Database } from "@/lib/platform/prisma";

const AUSTRALIA = new URL("./australia.tsv", import.meta.url);

/** Puts the localities of Australia into the database, as far as they are missing; answers how many it added. */
export async function seedLocalities(database: Database): Promise<{ created: number }> {
  const regions = await database.region.findMany({ where: { countryCode: "au" } });
  const regionIds = new Map(regions.map(({ slug, id }) => [slug, id]));
  const lines = (await readFile(AUSTRALIA, "utf8")).split("\n");
  const places = lines
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => toPlace(line, regionIds));
  const { created } = await addPlaces(database, places);
  return { created };
}

function toPlace(line: string, regionIds: ReadonlyMap<string, number>): ListedPlace {
  const [region = "", name = "", latitude, longitude] = line.split("\t");
  const regionId = regionIds.get(region);
  if (regionId === undefined)
    throw new Error(`prisma/seed/australia.tsv names a region that is not there: ${line}`);
  return { regionId, name, postcode: null, latitude: Number(latitude), longitude: Number(longitude) };
}
