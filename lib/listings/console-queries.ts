import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/audit/audit-entry";
import { AppError } from "@/lib/errors";
import { CONSOLE_SORTS, type ConsolePage, type ConsoleSearch } from "@/lib/listings/console-search";
import {
  type Asker,
  type Cursor,
  consoleCountsStatement,
  consolePageStatement,
  type KeyedRow,
} from "@/lib/listings/console-statement";
import { LISTING_STATUSES, type ListingStatus } from "@/lib/listings/listing";
import { scopeOf } from "@/lib/listings/listing-rights";
import { runtime } from "@/lib/platform/runtime";

/**
 * A page of the console's table as it is now, past every cache: an agent's holds the listings of their agency. Pages go by key: while
 * listings change, none is shown twice for want of a change to itself. AppError bad_request for an `after` that is none of this order.
 */
export async function searchCurrentListings(search: ConsoleSearch, actor: Actor): Promise<ConsolePage> {
  const asker: Asker = { scope: scopeOf(actor), userId: actor.userId ?? null };
  const cursor = search.after === undefined ? null : readCursor(search.after, search);
  const { rows, counted } = await runtime().readSnapshot(async (transaction) => ({
    rows: await transaction.$queryRaw<KeyedRow[]>(consolePageStatement(search, asker, cursor)),
    counted: await transaction.$queryRaw<{ status: ListingStatus; count: number }[]>(
      consoleCountsStatement(search, asker),
    ),
  }));
  const shown = rows.slice(0, search.limit);
  const last = shown.at(-1);
  const counts = new Map(counted.map(({ status, count }) => [status, count]));
  return {
    items: shown.map(({ row }) => row),
    next: rows.length > search.limit && last ? writeCursor(search, { key: last.key, id: last.row.id }) : null,
    counts: countsOf((status) => counts.get(status) ?? 0),
  };
}

function countsOf(count: (status: ListingStatus) => number): ConsolePage["counts"] {
  const entries = LISTING_STATUSES.map((status) => [status, count(status)] as const);
  // One entry for each status, which Object.fromEntries forgets.
  return Object.fromEntries(entries) as ConsolePage["counts"];
}

const CURSOR = z.tuple([
  z.enum(CONSOLE_SORTS),
  z.enum(["asc", "desc", "usual"]),
  z.string().max(400),
  z.int().min(1).max(2_147_483_647),
]);
/** What a cursor's key may be, so that Postgres can read it as its type. */
const KEY = {
  changed: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?[+-]\d\d(:\d\d)?$/,
  published: /^(-infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?[+-]\d\d(:\d\d)?)$/,
  price: /^(-1|\d{1,18})$/,
  address: /^[^\0]*$/,
  status: new RegExp(`^(${LISTING_STATUSES.join("|")})$`),
} as const;

function writeCursor({ sort, order }: ConsoleSearch, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, order ?? "usual", key, id])).toString("base64url");
}

function readCursor(text: string, { sort, order }: ConsoleSearch): Cursor {
  const read = CURSOR.safeParse(parsed(Buffer.from(text, "base64url").toString("utf8")));
  const [ofSort, ofOrder, key = "", id = 0] = read.data ?? [];
  if (ofSort === sort && ofOrder === (order ?? "usual") && KEY[sort].test(key)) return { key, id };
  const reason = "It must be the `next` of a page in the same order.";
  throw new AppError("bad_request", "The question cannot be read.", { issues: [{ field: "after", reason }] });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
