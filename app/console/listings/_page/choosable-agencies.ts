import "server-only";
import type { Person } from "@/lib/accounts/person";
import type { AgencyRef } from "@/lib/agencies/agency";
import { listAgencies } from "@/lib/agencies/queries";

/** The agencies among which somebody may choose a listing's; null for an agent, whose listings are their own agency's. */
export function choosableAgencies(person: Person): Promise<readonly AgencyRef[]> | null {
  return person.role === "agent" ? null : listAgencies();
}
