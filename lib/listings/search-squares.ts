import type { Bounds, ListingSearch } from "@/lib/listings/search";
import { boundsOf } from "@/lib/listings/search-area";

/** A quarter of a degree each way: cache_square() in the database is the same. */
const SQUARES_PER_DEGREE = 4;
/** Four degrees each way: cache_search_tags() in the database is the same. */
const BLOCKS_PER_DEGREE = 1 / 4;
/** A window of more lies in as many blocks at most, or anywhere. */
const CELLS_MAX = 64;

/**
 * The squares of a grid that a search's window or outline lies in, as tags name them; the blocks, where those are too many; null where it
 * has none, or is wider than that.
 */
export function searchSquares({ bounds, area }: ListingSearch): readonly string[] | null {
  const window = bounds ?? (area === null ? null : boundsOf(area));
  if (window === null) return null;
  for (const [name, perDegree] of [
    ["square", SQUARES_PER_DEGREE],
    ["block", BLOCKS_PER_DEGREE],
  ] as const) {
    const found = cells(window, perDegree);
    if (found.length <= CELLS_MAX) return found.map((cell) => `${name}:${cell}`);
  }
  return null;
}

/** The blocks that a part of a map lies in, as tags name them. */
export function blocksOf(bounds: Bounds): readonly string[] {
  return cells(bounds, BLOCKS_PER_DEGREE).map((cell) => `block:${cell}`);
}

function cells({ west, south, east, north }: Bounds, perDegree: number): readonly string[] {
  const columns = span(west, east, perDegree);
  return span(south, north, perDegree).flatMap((row) => columns.map((column) => `${row}:${column}`));
}

function span(from: number, to: number, perDegree: number): readonly number[] {
  const first = Math.floor(from * perDegree);
  const last = Math.floor(to * perDegree);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
