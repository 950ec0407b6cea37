import { readListingPaths } from "@/bench/load/listing-paths";
import { type MixUrls, mixUrls } from "@/bench/load/urls";
import { readMixWorld } from "@/bench/mix/world";

/** The written mix as addresses of what a database has. */
export async function readMixUrls(databaseUrl: string, distinct: number): Promise<MixUrls> {
  const world = await readMixWorld(databaseUrl);
  return mixUrls(world, await readListingPaths(databaseUrl, world.listings), { distinct });
}
