import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { canonicalQuery, type ListingSearch, PAGE_SIZE, searchWith } from "@/lib/listings/search";
import { type SearchOrder, searchOrder } from "@/lib/listings/search-order";

/** The last listing of a page: what it is sorted by, and its id. */
export type SearchCursor = { readonly value: string | number | null; readonly id: number };

const VERSION = 1;
// Postgres knows no year 0, and no one else needs it.
const DAY = z.iso.date().regex(/^[1-9]/);
const INSTANT = z.iso.datetime({ precision: 3 }).regex(/^[1-9]/);
const PRICE = z.int().min(0).nullable();

const VALUE: Readonly<Record<SearchOrder, z.ZodType<SearchCursor["value"]>>> = {
  published: INSTANT,
  sold: DAY,
  "price-up": PRICE,
  "price-down": PRICE,
};

/** The cursor of a search as `next` carries it: bound to its search and order, whatever the size of the pages. */
export function writeCursor(search: ListingSearch, { value, id }: SearchCursor): string {
  return Buffer.from(JSON.stringify([VERSION, searchHash(search), value, id])).toString("base64url");
}

/** Where the search's page begins; null for its first. Throws AppError bad_request when `after` is not of this search. */
export function readCursor(search: ListingSearch): SearchCursor | null {
  if (search.after === null) return null;
  const shape = z.tuple([
    z.literal(VERSION),
    z.literal(searchHash(search)),
    VALUE[searchOrder(search)],
    z.int().min(1).max(2_147_483_647),
  ]);
  const parsed = shape.safeParse(decode(search.after));
  if (!parsed.success) throw notOfThisSearch();
  const [, , value, id] = parsed.data;
  return { value, id };
}

function searchHash(search: ListingSearch): string {
  const question = canonicalQuery(searchWith(search, { after: null, limit: PAGE_SIZE }));
  return createHash("sha256").update(question).digest("base64url").slice(0, 16);
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}

function notOfThisSearch(): AppError {
  const reason = "It does not belong to this search: leave it out to begin at the first page.";
  return new AppError("bad_request", "This page of results cannot be found; begin at the first page.", {
    issues: [{ field: "after", reason }],
  });
}
