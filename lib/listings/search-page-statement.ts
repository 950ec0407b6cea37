import "server-only";
import type { Premises } from "@/lib/listings/asked-words";
import type { CardIds } from "@/lib/listings/freshness";
import { CARD_IDS_JSON, CARD_JSON, CARD_TABLES, type CardRow } from "@/lib/listings/listing-row";
import type { ListingSearch } from "@/lib/listings/search";
import { type Circumstances, circumstances } from "@/lib/listings/search-circumstances";
import { isNarrow, searchConditions } from "@/lib/listings/search-conditions";
import type { SearchCursor } from "@/lib/listings/search-cursor";
import {
  isAfter,
  keyColumns,
  keyTexts,
  orderBy,
  type SearchOrder,
  searchOrder,
} from "@/lib/listings/search-order";
import { type Attempt, attemptsInOrder, type Walk } from "@/lib/listings/search-walk";
import { Prisma } from "@/prisma/generated/client";

/** The one row that the statement answers. */
export type PageRow = Circumstances & {
  /** In order; one more than the page holds when there is a next page. */
  readonly items: readonly {
    readonly keys: readonly string[];
    readonly card: CardRow;
    readonly ids: CardIds;
  }[];
};

type Asked = Premises & {
  readonly cursor: SearchCursor | null;
  /** The moment that next inspections are reckoned from. */
  readonly inspectedFrom: Date;
  /** How many listings the search finds, or did a moment ago: of use to the plan, and of no consequence to the answer. */
  readonly found: number;
};

/** So many are gathered and sorted rather than looked for in their order, where an index finds them and where it does not. */
const GATHERED_MAX = { found: 5_000, passed: 3_000 } as const;

/**
 * A page as one statement. Few hits are gathered from an index that holds all that is asked, and sorted. Many are met in the order of an
 * index until the page is full; where too few are met they are gathered after all. Each way is spelt so that no estimate of the planner
 * can turn it into the other.
 */
export function pageStatement(
  search: ListingSearch,
  { cursor, now, words, inspectedFrom, found }: Asked,
): Prisma.Sql {
  const conditions = searchConditions(search, { now, words });
  const order = searchOrder(search, { from: inspectedFrom, words });
  const rowsMax = search.limit + 1;
  const walk = { search, conditions, cursor, now, words, from: inspectedFrom, rowsMax };
  const quicker = found > gatheredMax(search) ? attemptsInOrder(walk) : [];
  const hits = firstFull([...quicker, gather(walk, order)], rowsMax);
  return Prisma.sql`
    WITH ${conditions.asked}, ${hits}
    SELECT ${circumstances(search, now)},
      coalesce((
        SELECT json_agg(json_build_object('keys', keys, 'card', card, 'ids', ids) ORDER BY ${orderBy(order)})
        FROM (
          SELECT hit.*, ${keyTexts(order)} AS keys, ${CARD_JSON} AS card, ${CARD_IDS_JSON} AS ids
          FROM ${CARD_TABLES} JOIN hit ON hit.id = l.id WHERE l.id = ANY (ARRAY(SELECT id FROM hit))
        ) shown), '[]') AS items`;
}

const ATTEMPTS = [Prisma.sql`attempt_1`, Prisma.sql`attempt_2`, Prisma.sql`attempt_3`];

/** What the first attempt read that filled the page, or else the last, as the common table expression hit. Those after it read nothing. */
function firstFull(attempts: readonly Attempt[], rowsMax: number): Prisma.Sql {
  const named = attempts.map((attempt, at) => ({ attempt, name: ATTEMPTS[at] ?? Prisma.sql`attempt_4` }));
  const isFull = (name: Prisma.Sql) => Prisma.sql`(SELECT count(*) FROM ${name}) = ${rowsMax}`;
  const tables = named.map(({ attempt, name }, at) => {
    const before = named.slice(0, at).map((each) => Prisma.sql`NOT ${isFull(each.name)}`);
    return Prisma.sql`${name} AS MATERIALIZED (${attempt(Prisma.join([Prisma.sql`true`, ...before], " AND "))})`;
  });
  const kept = named.map(({ name }, at) => {
    const isLast = at === named.length - 1;
    return Prisma.sql`SELECT * FROM ${name} WHERE ${isLast ? Prisma.sql`true` : isFull(name)}`;
  });
  return Prisma.sql`${Prisma.join(tables)}, hit AS MATERIALIZED (${Prisma.join(kept, " UNION ALL ")})`;
}

function gatheredMax(search: ListingSearch): number {
  const { keywords, features, bounds, area } = search;
  const isFound =
    isNarrow(search) || keywords.length + features.length > 0 || bounds !== null || area !== null;
  return isFound ? GATHERED_MAX.found : GATHERED_MAX.passed;
}

/** OFFSET 0: what is inside is planned by itself, as if there were no order. */
function gather({ conditions, cursor, rowsMax }: Walk, order: SearchOrder): Attempt {
  const after = cursor === null ? Prisma.sql`true` : isAfter(order, cursor.keys, cursor.id);
  return (gate) => Prisma.sql`
    SELECT * FROM (
      SELECT s.id, ${keyColumns(order)} FROM listing_search s ${order.beside} WHERE ${conditions.all} AND ${gate} OFFSET 0
    ) s WHERE ${after} ORDER BY ${orderBy(order)} LIMIT ${rowsMax}`;
}
