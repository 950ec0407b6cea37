import "server-only";
import { hasWordsInHeadline, type Premises } from "@/lib/listings/asked-words";
import type { ListingSearch } from "@/lib/listings/search";
import { IN_CHANNEL, type SearchConditions, searchConditions } from "@/lib/listings/search-conditions";
import type { SearchCursor } from "@/lib/listings/search-cursor";
import { NO_INSPECTION, NO_PRICE_DOWN, NO_PRICE_UP, orderName } from "@/lib/listings/search-order";
import { Prisma } from "@/prisma/generated/client";

/** A walk that has not filled its page by then is given up: what it looks for is rare where it looks. */
const STEPS_MAX = 5_000;
/** Reading the words of a listing takes longer than passing it. */
const WORD_STEPS_MAX = 2_000;

export type Walk = Premises & {
  readonly search: ListingSearch;
  readonly conditions: SearchConditions;
  readonly cursor: SearchCursor | null;
  /** The moment that next inspections are reckoned from. */
  readonly from: Date;
  readonly rowsMax: number;
};

/** A way to read the first rows of a page, with the columns of its order (search-order.ts): where `gate` is false it reads nothing. */
export type Attempt = (gate: Prisma.Sql) => Prisma.Sql;

/**
 * Ways that end as soon as the page is full, the quickest first: what one reads is right if it is rowsMax rows. None when no index has the
 * order, or none would begin near what is looked for.
 */
export function attemptsInOrder(walk: Walk): readonly Attempt[] {
  const { cursor } = walk;
  switch (orderName(walk.search)) {
    case "published":
      return [along(walk, newest(cursor && { published: cursor.keys[0], id: cursor.id }))];
    case "sold":
      return [along(walk, soldLast(cursor))];
    case "price-up":
      return walkUp(walk);
    case "price-down":
      return walkDown(walk);
    case "inspection":
      return cursor?.keys[0] === NO_INSPECTION ? [] : [walkInspections(walk), sweepInspections(walk)];
    case "match":
      return [walkMatches(walk)];
    case "nearest":
      return [];
  }
}

type Way = {
  readonly keys: Prisma.Sql;
  /** As an index has it. */
  readonly order: Prisma.Sql;
  readonly begins: Prisma.Sql;
  /** What is asked of a row beside the search's own conditions. */
  readonly also?: Prisma.Sql;
  readonly stepsMax?: number;
};

const ANY = Prisma.sql`true`;

/** The inner rows are bounded, so the conditions stay outside: they are asked of each row as it comes, until enough have come. */
function along({ search, conditions, rowsMax }: Walk, way: Way): Attempt {
  const { keys, order, begins, also = ANY, stepsMax = stepsOf(search) } = way;
  return (gate) => Prisma.sql`
    SELECT s.id, ${keys} FROM (
      SELECT * FROM listing_search s WHERE ${IN_CHANNEL[search.channel]} AND ${begins} AND ${gate} ORDER BY ${order} LIMIT ${stepsMax}
    ) s WHERE ${conditions.each} AND ${also} ORDER BY ${order} LIMIT ${rowsMax}`;
}

function stepsOf({ keywords }: ListingSearch): number {
  return keywords.length > 0 ? WORD_STEPS_MAX : STEPS_MAX;
}

function newest(after: { readonly published: string | undefined; readonly id: number } | null): Way {
  return {
    keys: Prisma.sql`s.published_at AS k0`,
    order: Prisma.sql`s.published_at DESC, s.id DESC`,
    begins: after
      ? Prisma.sql`(s.published_at, s.id) < (${after.published}::text::timestamptz, ${after.id}::int)`
      : ANY,
  };
}

function soldLast(cursor: SearchCursor | null): Way {
  return {
    keys: Prisma.sql`s.sold_on AS k0`,
    order: Prisma.sql`s.sold_on DESC, s.id DESC`,
    begins: cursor ? Prisma.sql`(s.sold_on, s.id) < (${cursor.keys[0]}::text::date, ${cursor.id}::int)` : ANY,
  };
}

/** A least price asked for is one of the upper end of a guide: where the first such guide begins, no index tells. */
function walkUp(walk: Walk): readonly Attempt[] {
  const { search, cursor } = walk;
  if ((search.price !== null && search.price.min !== null) || cursor?.keys[0] === NO_PRICE_UP) return [];
  const after = cursor
    ? Prisma.sql`(s.price_low, s.id) > (${cursor.keys[0]}::text::bigint, ${cursor.id}::int)`
    : ANY;
  const way = {
    keys: Prisma.sql`s.price_low AS k0`,
    order: Prisma.sql`s.price_low, s.id`,
    begins: Prisma.sql`${after} AND ${isPriced(search)}`,
  };
  return [along(walk, way)];
}

function walkDown(walk: Walk): readonly Attempt[] {
  const { search, cursor } = walk;
  if (cursor?.keys[0] === NO_PRICE_DOWN) return [];
  const after = cursor
    ? Prisma.sql`(s.price_low, s.id) < (${cursor.keys[0]}::text::bigint, ${cursor.id}::int)`
    : ANY;
  const way = {
    keys: Prisma.sql`s.price_low AS k0`,
    order: Prisma.sql`s.price_low DESC, s.id DESC`,
    begins: Prisma.sql`${after} AND ${isPriced(search)}`,
  };
  return [along(walk, way)];
}

function isPriced({ price }: ListingSearch): Prisma.Sql {
  const most = price?.max ?? null;
  return most === null ? Prisma.sql`s.price_low IS NOT NULL` : Prisma.sql`s.price_low <= ${most}::bigint`;
}

/** Along the inspections to come, each with its listing if it is that listing's next. */
function walkInspections(walk: Walk): Attempt {
  const { conditions, rowsMax } = walk;
  return (gate) => Prisma.sql`
    SELECT s.id, i.starts_at AS k0, '-infinity'::timestamptz AS k1 FROM (
      ${inspections(walk, gate)} LIMIT ${STEPS_MAX}
    ) i, LATERAL (SELECT s.id FROM listing_search s WHERE s.id = i.listing_id AND ${conditions.each} OFFSET 0) s
    WHERE ${isNext(walk)} ORDER BY i.starts_at, i.listing_id LIMIT ${rowsMax}`;
}

/** The same where what is searched lies far behind, as the west does in the morning: along all of them, with a table of what is found. */
function sweepInspections(walk: Walk): Attempt {
  const { conditions, rowsMax } = walk;
  return (gate) => Prisma.sql`
    SELECT i.listing_id AS id, i.starts_at AS k0, '-infinity'::timestamptz AS k1
    FROM (${inspections(walk, gate)} OFFSET 0) i
    WHERE (i.listing_id IN (SELECT s.id FROM listing_search s WHERE ${conditions.all})) IS TRUE AND ${isNext(walk)}
    ORDER BY i.starts_at, i.listing_id LIMIT ${rowsMax}`;
}

function inspections({ from, cursor }: Walk, gate: Prisma.Sql): Prisma.Sql {
  const after =
    cursor === null
      ? ANY
      : Prisma.sql`(starts_at, listing_id) > (${cursor.keys[0]}::text::timestamptz, ${cursor.id}::int)`;
  return Prisma.sql`
    SELECT starts_at, listing_id FROM inspection
    WHERE ends_at > ${from}::timestamptz AND starts_at > ${from}::timestamptz - interval '1 day' AND ${after} AND ${gate}
    GROUP BY starts_at, listing_id ORDER BY starts_at, listing_id`;
}

/** As a value, not a join, which could lose the order. */
function isNext({ from }: Walk): Prisma.Sql {
  return Prisma.sql`(
    SELECT true FROM inspection earlier
    WHERE earlier.listing_id = i.listing_id AND earlier.ends_at > ${from}::timestamptz AND earlier.starts_at < i.starts_at LIMIT 1) IS NULL`;
}

/** Those with all words in their headline are few enough to be gathered; the others are as frequent as the words. */
function walkMatches(walk: Walk): Attempt {
  const { search, now, words, cursor, rowsMax } = walk;
  const [tier, published] = cursor?.keys ?? [];
  const after = cursor && { published, id: cursor.id };
  if (words.length === 0) return along(walk, tierOf(0, newest(after)));
  const inHeadline = hasWordsInHeadline(words);
  const rest = tierOf(1, newest(tier === "1" ? after : null));
  const second = along(walk, { ...rest, also: Prisma.sql`(${inHeadline}) IS NOT TRUE` });
  if (tier === "1") return second;
  const first = tierOf(0, newest(after));
  // Who has a word in the headline has it: asked twice, it might be the more frequent of the two that is looked up.
  const asHeadline = words.map((word) => ({ ...word, codes: word.headlineCodes }));
  const { all } = searchConditions(search, { now, words: asHeadline });
  return (gate) => Prisma.sql`
    SELECT * FROM (
      (SELECT * FROM (
        SELECT s.id, ${first.keys} FROM listing_search s WHERE ${all} AND ${first.begins} AND ${gate} OFFSET 0
      ) s ORDER BY k1 DESC, id DESC LIMIT ${rowsMax})
      UNION ALL (${second(gate)})
    ) s ORDER BY k0, k1 DESC, id DESC LIMIT ${rowsMax}`;
}

function tierOf(tier: 0 | 1, way: Way): Way {
  return { ...way, keys: Prisma.sql`${tier}::bigint AS k0, s.published_at AS k1` };
}
