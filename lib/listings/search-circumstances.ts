import "server-only";
import { nextMidnight } from "@/lib/listings/open-window";
import type { ListingSearch } from "@/lib/listings/search";
import { foundNames } from "@/lib/listings/search-names";
import type { FoundNames } from "@/lib/listings/search-tags";
import { Prisma } from "@/prisma/generated/client";

/** What an answer to a search is checked, tagged and dated by. */
export type Circumstances = {
  readonly found: FoundNames;
  /** Until when a day is the day that it was, in milliseconds; null where no days are asked. */
  readonly dayUntilMs: number | null;
};

/** The columns of Circumstances, beside what a statement answers. Needs the common table expressions of the search's conditions. */
export function circumstances(
  search: ListingSearch,
  now: Date,
  { asksDays = search.open !== null } = {},
): Prisma.Sql {
  return Prisma.sql`${foundNames(search)} AS found,
    ${asksDays ? nextMidnight(now) : Prisma.sql`NULL`} AS "dayUntilMs"`;
}
