import type { MapQuery } from "@/lib/listings/map-query";

/** The squares in which a map counts listings: cells of so many degrees, their columns and rows counted from longitude and latitude 0. */
export type MapGrid = {
  /** A power of two. */
  readonly cellDegrees: number;
  /** First and last. */
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
};

/** More does not come to one map: each cell of its grid is at most one thing on it. */
export const FEATURES_MAX = 400;

/** The side of a cell of listing_search is 2^-14 degrees: no grid is finer. */
export const FINEST_EXPONENT = -14;

/**
 * The grid of a window: cells of 2^(6 - zoom) degrees, 91 pixels of longitude, so that clusters are told apart by a finger; the next
 * coarser ones while there would be more than FEATURES_MAX of them.
 */
export function mapGrid({ bounds, zoom }: Pick<MapQuery, "bounds" | "zoom">): MapGrid {
  const { west, south, east, north } = bounds;
  let exponent = Math.max(6 - zoom, FINEST_EXPONENT);
  for (;;) {
    const cellDegrees = 2 ** exponent;
    const columns = [Math.floor(west / cellDegrees), Math.floor(east / cellDegrees)] as const;
    const rows = [Math.floor(south / cellDegrees), Math.floor(north / cellDegrees)] as const;
    if (countOf(columns) * countOf(rows) <= FEATURES_MAX) return { cellDegrees, columns, rows };
    exponent++;
  }
}

function countOf([first, last]: readonly [number, number]): number {
  return last - first + 1;
}
