import "server-only";
import type { Agency, AgencyRef } from "@/lib/agencies/agency";
import { ANY_AGENCY, agencyRead, agencyTag } from "@/lib/agencies/freshness";
import { cachedRead } from "@/lib/platform/cached-read";
import { runtime } from "@/lib/platform/runtime";

/** The agency with this slug and its agents by name, or null; one statement. */
export function getAgency(slug: string): Promise<Agency | null> {
  return cachedRead(agencyRead(slug), async ({ addTags }) => {
    const row = await runtime().database.agency.findUnique({
      relationLoadStrategy: "join",
      where: { slug },
      select: AGENCY,
    });
    if (row === null) {
      addTags(...ANY_AGENCY);
      return null;
    }
    const { id, ...agency } = row;
    addTags(agencyTag(id));
    return agency;
  });
}

/** Every agency by name, for who chooses one; past the cache. */
export function listAgencies(): Promise<readonly AgencyRef[]> {
  return runtime().database.agency.findMany({ select: { slug: true, name: true }, orderBy: { name: "asc" } });
}

const AGENCY = {
  id: true,
  slug: true,
  name: true,
  phone: true,
  email: true,
  website: true,
  isDemo: true,
  agents: { select: { slug: true, name: true, phone: true, email: true }, orderBy: { name: "asc" } },
} as const;
