import type { ListingSearch } from "@/lib/listings/search";
import { boundsOf } from "@/lib/listings/search-area";

/** A quarter of a degree each way: cache_square() in the database is the same. */
const SQUARES_PER_DEGREE = 4;
/** Of a window of more, the channel or the region is told as narrowly. */
const SQUARES_MAX = 64;

/** The squares of a grid that a search's window or outline lies in, as tags name them; null where it has none, or one of too many. */
export function searchSquares({ bounds, area }: ListingSearch): readonly string[] | null {
  const window = bounds ?? (area === null ? null : boundsOf(area));
  if (window === null) return null;
  const rows = span(window.south, window.north);
  const columns = span(window.west, window.east);
  if (rows.length * columns.length > SQUARES_MAX) return null;
  return rows.flatMap((row) => columns.map((column) => `${row}:${column}`));
}

function span(from: number, to: number): readonly number[] {
  const first = Math.floor(from * SQUARES_PER_DEGREE);
  const last = Math.floor(to * SQUARES_PER_DEGREE);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
