import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { cursorKey } from "@/lib/listings/cursor-key";
import { canonicalQuery, type ListingSearch, PAGE_SIZE, searchWith } from "@/lib/listings/search";
import { orderName } from "@/lib/listings/search-order";

/** The last listing of a page: what it is sorted by, as Postgres writes it, and its id. */
export type SearchCursor = {
  readonly keys: readonly string[];
  readonly id: number;
  /** The moment that next inspections were reckoned from on the first page, and so are on all; null in every other order. */
  readonly inspectedFromMs: number | null;
};

const VERSION = 2;
const MAC_BYTES = 16;
const PAYLOAD = z.tuple([z.literal(VERSION), z.array(z.string()), z.int(), z.int().nullable()]);
/** Next inspections of that long ago are no longer the next ones. */
const INSPECTED_FOR_MS = 24 * 3_600_000;

/** The cursor of a search as `next` carries it: signed, and bound to its search and order, whatever the size of the pages. */
export async function writeCursor(search: ListingSearch, cursor: SearchCursor): Promise<string> {
  const payload = Buffer.from(JSON.stringify([VERSION, cursor.keys, cursor.id, cursor.inspectedFromMs]));
  return Buffer.concat([await macOf(search, payload), payload]).toString("base64url");
}

/**
 * Where the search's page begins; null for its first. Throws AppError bad_request when `after` was not written for this search by this
 * portal, or so long ago that its order means nothing now.
 */
export async function readCursor(search: ListingSearch, now: Date): Promise<SearchCursor | null> {
  if (search.after === null) return null;
  const bytes = Buffer.from(search.after, "base64url");
  const [mac, payload] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES)];
  const isOurs = mac.length === MAC_BYTES && timingSafeEqual(mac, await macOf(search, payload));
  // Another spelling of the same bytes would be another key of the cache.
  if (!isOurs || bytes.toString("base64url") !== search.after) throw refuseCursor(NOT_OF_THIS_SEARCH);
  const parsed = PAYLOAD.safeParse(JSON.parse(payload.toString()));
  if (!parsed.success) throw refuseCursor(OUTDATED);
  const [, keys, id, inspectedFromMs] = parsed.data;
  if (inspectedFromMs !== null && now.getTime() - inspectedFromMs > INSPECTED_FOR_MS)
    throw refuseCursor(OUTDATED);
  return { keys, id, inspectedFromMs };
}

async function macOf(search: ListingSearch, payload: Buffer): Promise<Buffer> {
  // The order's own name too: "newest" is another order among the sold than elsewhere, and may become another.
  const question = `${orderName(search)} ${canonicalQuery(searchWith(search, { after: null, limit: PAGE_SIZE }))}\n`;
  const mac = createHmac("sha256", await cursorKey())
    .update(question)
    .update(payload)
    .digest();
  return mac.subarray(0, MAC_BYTES);
}

const NOT_OF_THIS_SEARCH = "It does not belong to this search: leave it out to begin at the first page.";
const OUTDATED = "It is out of date: leave it out to begin at the first page.";

function refuseCursor(reason: string): AppError {
  return new AppError("bad_request", "This page of results cannot be found; begin at the first page.", {
    issues: [{ field: "after", reason }],
  });
}
