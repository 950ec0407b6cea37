import "server-only";
import type { CardIds, FoundNames } from "@/lib/listings/freshness";
import { CARD_IDS_JSON, CARD_JSON, CARD_TABLES, type CardRow } from "@/lib/listings/listing-row";
import type { ListingSearch } from "@/lib/listings/search";
import { type SearchConditions, searchConditions } from "@/lib/listings/search-conditions";
import type { CountGroup } from "@/lib/listings/search-counts";
import type { SearchCursor } from "@/lib/listings/search-cursor";
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

/**
 * A search as one statement, so that its page, its counts and the names that it checks are of one moment. The counts read every listing of
 * the channel and place once; the page reads no more than it shows, plus one.
 */
export function searchStatement(search: ListingSearch, cursor: SearchCursor | null): Prisma.Sql {
  const conditions = searchConditions(search);
  return Prisma.sql`
    WITH asked_locality AS (${askedLocality(search)})
    SELECT (${foundNames(search)}) AS found, (${countGroups(conditions)}) AS groups, (${pageItems(search, conditions, cursor)}) AS items`;
}

function askedLocality({ localities }: ListingSearch): Prisma.Sql {
  const regions = localities.map((key) => key.split("/")[0] ?? "");
  const slugs = localities.map((key) => key.split("/")[1] ?? "");
  return Prisma.sql`
    SELECT locality.id, locality.region_id AS region, region.slug || '/' || locality.slug AS key
    FROM unnest(${regions}::text[], ${slugs}::text[]) AS asked (region, locality)
    JOIN region ON region.slug = asked.region
    JOIN locality ON locality.region_id = region.id AND locality.slug = asked.locality`;
}

function foundNames({ region, agency, agent }: ListingSearch): Prisma.Sql {
  return Prisma.sql`SELECT json_build_object(
    'region', (SELECT id FROM region WHERE slug = ${region}),
    'localities', (SELECT coalesce(json_agg(asked_locality), '[]') FROM asked_locality),
    'agency', (SELECT id FROM agency WHERE slug = ${agency}),
    'agent', (SELECT id FROM agent WHERE slug = ${agent}))`;
}

function countGroups({ tables, fixed, type, beds, baths, parking }: SearchConditions): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(grouped), '[]')
    FROM (
      SELECT l.property_type AS "type", ${atMostFive(Prisma.sql`l.bedrooms`)} AS "beds",
        ${atMostFive(Prisma.sql`floor(l.bathrooms)`)} AS "baths", ${atMostFive(Prisma.sql`l.parking`)} AS "parking",
        l.price_currency AS "currency",
        ${type} AS "inType", ${beds} IS TRUE AS "inBeds", ${baths} IS TRUE AS "inBaths", ${parking} IS TRUE AS "inParking",
        count(*) AS "count"
      FROM ${tables}
      WHERE ${fixed}
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ) grouped`;
}

/** Not least(), which passes over null: a listing that says nothing of its parking would have five. */
function atMostFive(rooms: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${rooms} > 5 THEN 5 ELSE ${rooms} END`;
}

function pageItems(
  search: ListingSearch,
  conditions: SearchConditions,
  cursor: SearchCursor | null,
): Prisma.Sql {
  const order = searchOrder(search);
  const { tables, fixed, type, beds, baths, parking } = conditions;
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object('value', ${SORT_VALUE[order]}, 'card', ${CARD_JSON}, 'ids', ${CARD_IDS_JSON}) ORDER BY ${ORDER_BY[order]}), '[]')
    FROM ${CARD_TABLES}
    WHERE l.id = ANY (ARRAY(
      SELECT l.id FROM ${tables}
      WHERE ${Prisma.join([fixed, type, beds, baths, parking, isAfter(order, cursor)], " AND ")}
      ORDER BY ${ORDER_BY[order]}
      LIMIT ${search.limit + 1}
    ))`;
}
