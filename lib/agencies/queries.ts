import "server-only";
import type { Agency } from "@/lib/agencies/agency";
import { runtime } from "@/lib/platform/runtime";

/** The agency with this slug and its agents by name, or null; one statement. */
export function getAgency(slug: string): Promise<Agency | null> {
  return runtime().database.agency.findUnique({
    relationLoadStrategy: "join",
    where: { slug },
    select: {
      slug: true,
      name: true,
      phone: true,
      email: true,
      website: true,
      isDemo: true,
      agents: { select: { slug: true, name: true, phone: true, email: true }, orderBy: { name: "asc" } },
    },
  });
}
