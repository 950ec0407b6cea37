import { AppError, type FieldIssue } from "@/lib/errors";
import type { ListingSearch } from "@/lib/listings/search";
import type { SearchRow } from "@/lib/listings/search-statement";

/** Throws AppError bad_request that names every region, locality, agency and agent of the search that does not exist. */
export function refuseUnknownNames(search: ListingSearch, found: SearchRow["found"]): void {
  const { region, agency, agent } = search;
  const localities = search.localities.filter((key) => !found.localities.includes(key));
  const issues: FieldIssue[] = localities.map((key) => unknown("locality", "locality", key));
  if (region !== null && !found.region) issues.push(unknown("region", "region", region));
  if (agency !== null && !found.agency) issues.push(unknown("agency", "agency", agency));
  if (agent !== null && !found.agent) issues.push(unknown("agent", "agent", agent));
  if (issues.length === 0) return;
  throw new AppError("bad_request", issues.map(({ reason }) => reason).join(" "), { issues });
}

function unknown(field: string, noun: string, name: string): FieldIssue {
  return { field, reason: `There is no ${noun} "${name}" here: check its spelling, or leave it out.` };
}
