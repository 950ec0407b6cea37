import "server-only";
import { type AskedWord, hasWordsInHeadline } from "@/lib/listings/asked-words";
import type { ListingSearch } from "@/lib/listings/search";
import { boundsOf } from "@/lib/listings/search-area";
import { Prisma } from "@/prisma/generated/client";

/** What a search is sorted by. */
export type OrderName = "published" | "sold" | "price-up" | "price-down" | "inspection" | "nearest" | "match";

/** One thing that listings are sorted by: never null, for a cursor is compared with it. */
type Key = {
  /** Of `s`, and of nothing in it that an index of places or windows does not hold: else each listing that is looked at would be fetched. */
  readonly value: Prisma.Sql;
  readonly type: Prisma.Sql;
  readonly runs: "up" | "down";
};

/** An order: its keys, and then the id, so that no two listings share a place. */
export type SearchOrder = {
  readonly name: OrderName;
  readonly keys: readonly Key[];
  readonly idRuns: "up" | "down";
  /** What the keys ask beside `s`. */
  readonly beside: Prisma.Sql;
};

/** What stands for nothing among the texts of a cursor: it comes last. */
export const NO_PRICE_UP = "9223372036854775807";
export const NO_PRICE_DOWN = "-1";
export const NO_INSPECTION = "infinity";

const TIMESTAMP = Prisma.sql`timestamptz`;
const DAY = Prisma.sql`date`;
const NUMBER = Prisma.sql`bigint`;
const PUBLISHED: Key = { value: Prisma.sql`s.published_at`, type: TIMESTAMP, runs: "down" };
// Listings without a price come last, whichever way prices run.
const PRICE_UP: Key = {
  value: Prisma.sql`coalesce(s.price_low, ${NO_PRICE_UP}::text::bigint)`,
  type: NUMBER,
  runs: "up",
};
const PRICE_DOWN: Key = {
  value: Prisma.sql`coalesce(s.price_low, ${NO_PRICE_DOWN}::text::bigint)`,
  type: NUMBER,
  runs: "down",
};
const SOLD: Key = {
  value: Prisma.sql`(SELECT sold_on FROM listing_search WHERE id = s.id)`,
  type: DAY,
  runs: "down",
};

export function orderName({ channel, sort }: ListingSearch): OrderName {
  if (sort !== "newest") return sort;
  return channel === "sold" ? "sold" : "published";
}

/** The order of a search; `from` is the moment that next inspections are reckoned from, `words` what its keywords stand for. */
export function searchOrder(
  search: ListingSearch,
  { from, words }: { readonly from: Date; readonly words: readonly AskedWord[] },
): SearchOrder {
  const name = orderName(search);
  const plain = { name, beside: Prisma.empty };
  switch (name) {
    case "published":
      return { ...plain, keys: [PUBLISHED], idRuns: "down" };
    case "sold":
      return { ...plain, keys: [SOLD], idRuns: "down" };
    case "price-up":
      return { ...plain, keys: [PRICE_UP], idRuns: "up" };
    case "price-down":
      return { ...plain, keys: [PRICE_DOWN], idRuns: "down" };
    case "nearest":
      return { ...plain, keys: [distance(search)], idRuns: "up" };
    case "match":
      return { ...plain, keys: [tier(words), PUBLISHED], idRuns: "down" };
    case "inspection":
      return { name, keys: INSPECTION, idRuns: "up", beside: nextInspection(from) };
  }
}

/** Whole metres: two readings of one distance must not differ in their last digit. */
function distance(search: ListingSearch): Key {
  const { lat, lng } = middle(search);
  const km = Prisma.sql`distance_km(${lat}, ${lng}, s.latitude, s.longitude)`;
  return { value: Prisma.sql`round(1000 * ${km})::bigint`, type: NUMBER, runs: "up" };
}

function middle({ localities, bounds, area }: ListingSearch): {
  readonly lat: Prisma.Sql;
  readonly lng: Prisma.Sql;
} {
  // In one order, because a sum of fractions turns on it.
  if (localities.length > 0)
    return {
      lat: Prisma.sql`(SELECT avg(latitude ORDER BY id) FROM asked_locality)`,
      lng: Prisma.sql`(SELECT avg(longitude ORDER BY id) FROM asked_locality)`,
    };
  const window = bounds ?? boundsOf(area ?? []);
  return {
    lat: Prisma.sql`${(window.south + window.north) / 2}::float8`,
    lng: Prisma.sql`${(window.west + window.east) / 2}::float8`,
  };
}

/** First those that have all words in their headline. */
function tier(words: readonly AskedWord[]): Key {
  const inHeadline = hasWordsInHeadline(words);
  return { value: Prisma.sql`CASE WHEN ${inHeadline} THEN 0 ELSE 1 END`, type: NUMBER, runs: "up" };
}

/** Those without an inspection last, the newest first. */
const INSPECTION: readonly Key[] = [
  {
    value: Prisma.sql`coalesce(next.starts_at, ${NO_INSPECTION}::text::timestamptz)`,
    type: TIMESTAMP,
    runs: "up",
  },
  {
    value: Prisma.sql`CASE WHEN next.starts_at IS NULL THEN s.published_at ELSE '-infinity' END`,
    type: TIMESTAMP,
    runs: "down",
  },
];

function nextInspection(from: Date): Prisma.Sql {
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT (SELECT min(starts_at) FROM inspection WHERE listing_id = s.id AND ends_at > ${from}::timestamptz) AS starts_at OFFSET 0) next`;
}

/** The keys of an order as columns k0, k1, …, to be selected beside s.id. */
export function keyColumns({ keys }: SearchOrder): Prisma.Sql {
  return Prisma.join(keys.map(({ value }, at) => Prisma.sql`${value} AS ${column(at)}`));
}

/** The order of rows with the columns id, k0, k1, … */
export function orderBy({ keys, idRuns }: SearchOrder): Prisma.Sql {
  const runs = (way: "up" | "down") => (way === "up" ? Prisma.sql`ASC` : Prisma.sql`DESC`);
  return Prisma.join([
    ...keys.map((key, at) => Prisma.sql`${column(at)} ${runs(key.runs)}`),
    Prisma.sql`id ${runs(idRuns)}`,
  ]);
}

/** What a cursor keeps of a row with those columns: texts, which Postgres reads back as exactly what they were. */
export function keyTexts({ keys }: SearchOrder): Prisma.Sql {
  return Prisma.sql`json_build_array(${Prisma.join(keys.map((_, at) => Prisma.sql`${column(at)}::text`))})`;
}

/** Whether a row with those columns comes after another, of which these are the texts. */
export function isAfter({ keys, idRuns }: SearchOrder, texts: readonly string[], id: number): Prisma.Sql {
  const behind = (way: "up" | "down") => (way === "up" ? Prisma.sql`>` : Prisma.sql`<`);
  return keys.reduceRight(
    (rest, { type, runs }, at) => {
      const value = Prisma.sql`${texts[at] ?? null}::text::${type}`;
      return Prisma.sql`(${column(at)} ${behind(runs)} ${value} OR ${column(at)} = ${value} AND ${rest})`;
    },
    Prisma.sql`id ${behind(idRuns)} ${id}::int`,
  );
}

function column(at: number): Prisma.Sql {
  return COLUMNS[at] ?? Prisma.sql`k0`;
}

const COLUMNS = [Prisma.sql`k0`, Prisma.sql`k1`];
