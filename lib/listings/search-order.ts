import "server-only";
import type { ListingSearch } from "@/lib/listings/search";
import type { SearchCursor } from "@/lib/listings/search-cursor";
import { Prisma } from "@/prisma/generated/client";

/** What a search is sorted by. Every order ends with the id, so that no two listings share a place. */
export type SearchOrder = "published" | "sold" | "price-up" | "price-down";

export function searchOrder({ channel, sort }: ListingSearch): SearchOrder {
  if (sort === "price-up" || sort === "price-down") return sort;
  // Until search-order orders by inspection, nearest and match, they show the newest first.
  return channel === "sold" ? "sold" : "published";
}

/** The value of the order, as a cursor keeps it. */
export const SORT_VALUE: Readonly<Record<SearchOrder, Prisma.Sql>> = {
  published: Prisma.sql`to_char(s.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  sold: Prisma.sql`to_char(s.sold_on, 'YYYY-MM-DD')`,
  "price-up": Prisma.sql`s.price_low`,
  "price-down": Prisma.sql`s.price_low`,
};

/** Listings without a price come last, whichever way prices run. */
export const ORDER_BY: Readonly<Record<SearchOrder, Prisma.Sql>> = {
  published: Prisma.sql`s.published_at DESC, s.id DESC`,
  sold: Prisma.sql`s.sold_on DESC, s.id DESC`,
  "price-up": Prisma.sql`s.price_low ASC NULLS LAST, s.id ASC`,
  "price-down": Prisma.sql`s.price_low DESC NULLS LAST, s.id DESC`,
};

/** Whether a listing comes after the cursor's in the order. */
export function isAfter(order: SearchOrder, cursor: SearchCursor | null): Prisma.Sql {
  if (cursor === null) return Prisma.sql`true`;
  const { value, id } = cursor;
  if (order === "published") return Prisma.sql`(s.published_at, s.id) < (${value}::timestamptz, ${id}::int)`;
  if (order === "sold") return Prisma.sql`(s.sold_on, s.id) < (${value}::date, ${id}::int)`;
  const isBehind = order === "price-up" ? Prisma.sql`>` : Prisma.sql`<`;
  if (value === null) return Prisma.sql`s.price_low IS NULL AND s.id ${isBehind} ${id}::int`;
  return Prisma.sql`(s.price_low IS NULL OR (s.price_low, s.id) ${isBehind} (${value}::bigint, ${id}::int))`;
}
