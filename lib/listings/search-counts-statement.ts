import "server-only";
import type { Premises } from "@/lib/listings/asked-words";
import type { ListingSearch } from "@/lib/listings/search";
import { type Circumstances, circumstances } from "@/lib/listings/search-circumstances";
import { searchConditions } from "@/lib/listings/search-conditions";
import { type CountGroup, isToldByKey } from "@/lib/listings/search-counts";
import { NEW_DAYS, newSince } from "@/lib/listings/search-moments";
import { Prisma } from "@/prisma/generated/client";

/** The one row that the statement answers. */
export type CountsRow = Circumstances & { readonly groups: readonly CountGroup[] };

/** What a search finds, counted in groups, as one statement: an index is read once, and grouped by one number. */
export function countsStatement(search: ListingSearch, premises: Premises): Prisma.Sql {
  const { now } = premises;
  const { asked, fixed, isNew, ...rooms } = searchConditions(search, premises);
  const told = (name: "beds" | "baths" | "parking") =>
    isToldByKey(name, search[name]) ? UNASKED : Prisma.sql`(${rooms[name]}) IS TRUE`;
  const isAskedNew = search.newWithinDays === null ? UNASKED : Prisma.sql`(${isNew})`;
  // Whoever is new by neither measure is counted nowhere.
  const newest = Math.max(NEW_DAYS, search.newWithinDays ?? 0);
  const canCount =
    search.newWithinDays === null
      ? Prisma.sql`true`
      : Prisma.sql`s.published_at >= ${newSince(search, newest, now)}::timestamptz`;
  return Prisma.sql`
    WITH ${asked}
    SELECT ${circumstances(search, now)},
      coalesce((SELECT json_agg(json_build_array(key, "inBeds", "inBaths", "inParking", "isNew", count, "countNew")) FROM (
        SELECT s.facet_key AS key, ${told("beds")} AS "inBeds", ${told("baths")} AS "inBaths", ${told("parking")} AS "inParking",
          ${isAskedNew} AS "isNew", count(*) AS count,
          count(*) FILTER (WHERE s.published_at >= ${newSince(search, NEW_DAYS, now)}::timestamptz) AS "countNew"
        FROM listing_search s
        WHERE ${fixed} AND ${canCount}
        GROUP BY 1, 2, 3, 4, 5
      ) grouped), '[]') AS groups`;
}

const UNASKED = Prisma.sql`NULL::boolean`;
