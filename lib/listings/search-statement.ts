import "server-only";
import type { CardIds, FoundNames } from "@/lib/listings/freshness";
import { CARD_IDS_JSON, CARD_JSON, CARD_TABLES, type CardRow } from "@/lib/listings/listing-row";
import type { ListingSearch } from "@/lib/listings/search";
import { type SearchConditions, searchConditions } from "@/lib/listings/search-conditions";
import type { CountGroup } from "@/lib/listings/search-counts";
import type { SearchCursor } from "@/lib/listings/search-cursor";
import { foundNames } from "@/lib/listings/search-names";
import { isAfter, ORDER_BY, SORT_VALUE, searchOrder } from "@/lib/listings/search-order";
import { Prisma } from "@/prisma/generated/client";

/** The one row that the statement answers. */
export type SearchRow = {
  readonly found: FoundNames;
  readonly groups: readonly CountGroup[];
  /** In order; one more than the page holds when there is a next page. */
  readonly items: readonly {
    readonly value: SearchCursor["value"];
    readonly card: CardRow;
    readonly ids: CardIds;
  }[];
};

/** A search as one statement, so that its page, its counts and the names that it checks are of one moment. */
export function searchStatement(search: ListingSearch, cursor: SearchCursor | null, now: Date): Prisma.Sql {
  const conditions = searchConditions(search, now);
  return Prisma.sql`
    WITH ${conditions.asked}
    SELECT ${foundNames(search)} AS found, (${countGroups(conditions)}) AS groups, (${pageItems(search, conditions, cursor)}) AS items`;
}

function countGroups({ from, fixed, isNew, type, beds, baths, parking }: SearchConditions): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(grouped), '[]')
    FROM (
      SELECT s.property_type AS "type", ${atMostFive(Prisma.sql`s.bedrooms`)} AS "beds",
        ${atMostFive(Prisma.sql`floor(s.bathrooms / 100)`)} AS "baths", ${atMostFive(Prisma.sql`s.parking`)} AS "parking",
        l.price_currency AS "currency",
        ${type} AS "inType", ${beds} IS TRUE AS "inBeds", ${baths} IS TRUE AS "inBaths", ${parking} IS TRUE AS "inParking",
        count(*) AS "count"
      FROM ${from} JOIN listing l ON l.id = s.id
      WHERE ${fixed} AND ${isNew}
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ) grouped`;
}

/** Not least(), which passes over null: a listing that says nothing of its parking would have five. */
function atMostFive(rooms: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${rooms} > 5 THEN 5 ELSE ${rooms} END`;
}

function pageItems(
  search: ListingSearch,
  { from, all }: SearchConditions,
  cursor: SearchCursor | null,
): Prisma.Sql {
  const order = searchOrder(search);
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object('value', ${SORT_VALUE[order]}, 'card', ${CARD_JSON}, 'ids', ${CARD_IDS_JSON}) ORDER BY ${ORDER_BY[order]}), '[]')
    FROM ${CARD_TABLES} JOIN listing_search s ON s.id = l.id
    WHERE l.id = ANY (ARRAY(
      SELECT s.id FROM ${from}
      WHERE ${all} AND ${isAfter(order, cursor)}
      ORDER BY ${ORDER_BY[order]}
      LIMIT ${search.limit + 1}
    ))`;
}
