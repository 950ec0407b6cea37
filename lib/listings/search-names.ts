import "server-only";
import { AppError, type FieldIssue } from "@/lib/errors";
import type { ListingSearch } from "@/lib/listings/search";
import type { FoundNames } from "@/lib/listings/search-tags";
import { Prisma } from "@/prisma/generated/client";

/** Beyond, an answer depends on the regions of the places around instead. */
const PLACES_AROUND_MAX = 100;

/** The names of a search that exist, as one JSON object (FoundNames): what an answer is checked and tagged by. Needs the tables of the search's conditions. */
export function foundNames(search: ListingSearch): Prisma.Sql {
  const { region, agency, agent, aroundKm } = search;
  return Prisma.sql`json_build_object(
    'region', (SELECT id FROM region WHERE slug = ${region}),
    'localities', (SELECT coalesce(json_agg(json_build_object('id', id, 'region', region, 'key', key)), '[]') FROM asked_locality),
    'around', ${aroundKm === null ? Prisma.sql`NULL` : PLACES_AROUND},
    'agency', (SELECT id FROM agency WHERE slug = ${agency}),
    'agent', (SELECT id FROM agent WHERE slug = ${agent}))`;
}

const PLACES_AROUND = Prisma.sql`(
  SELECT json_build_object('localities', CASE WHEN count(*) <= ${PLACES_AROUND_MAX} THEN json_agg(id) END, 'regions', json_agg(DISTINCT region_id))
  FROM locality WHERE id IN (SELECT id FROM place_around))`;

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
