import "server-only";
import type { Agency } from "@/lib/agencies/agency";

/** The agency with this slug and its agents, or null. */
export async function getAgency(_slug: string): Promise<Agency | null> {
  throw new Error("not written yet");
}
