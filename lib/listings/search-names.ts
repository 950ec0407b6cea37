import { AppError, type FieldIssue } from "@/lib/errors";
import type { FoundNames } from "@/lib/listings/freshness";
import type { ListingSearch } from "@/lib/listings/search";

/** Every region, locality, agency and agent of the search that does not exist, as what is wrong with it. */
export function unknownNames(search: ListingSearch, found: FoundNames): readonly FieldIssue[] {
  const { region, agency, agent } = search;
  const isFound = (key: string) => found.localities.some((locality) => locality.key === key);
  const localities = search.localities.filter((key) => !isFound(key));
  const issues: FieldIssue[] = localities.map((key) => unknown("locality", "locality", key));
  if (region !== null && found.region === null) issues.push(unknown("region", "region", region));
  if (agency !== null && found.agency === null) issues.push(unknown("agency", "agency", agency));
  if (agent !== null && found.agent === null) issues.push(unknown("agent", "agent", agent));
  return issues;
}

/** What a search of such names is answered with. */
export function refuseNames(issues: readonly FieldIssue[]): AppError {
  return new AppError("bad_request", issues.map(({ reason }) => reason).join(" "), { issues });
}

function unknown(field: string, noun: string, name: string): FieldIssue {
  return { field, reason: `There is no ${noun} "${name}" here: check its spelling, or leave it out.` };
}
