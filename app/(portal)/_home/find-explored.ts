import "server-only";
import { localityKey } from "@/lib/localities/locality";
import { getSuburbProfile } from "@/lib/localities/profile-queries";
import { listBusyLocalities } from "@/lib/localities/stock-queries";
import type { SuburbProfile } from "@/lib/localities/suburb-profile";

/** The figures of the places where most is for sale. */
export async function findExplored(): Promise<readonly SuburbProfile[]> {
  const busy = await listBusyLocalities();
  const profiles = await Promise.all(busy.map((locality) => getSuburbProfile(localityKey(locality))));
  return profiles.filter((profile) => profile !== null);
}
