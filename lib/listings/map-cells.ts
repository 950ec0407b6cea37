import { FINEST_EXPONENT } from "@/lib/listings/map-grid";
import type { Bounds } from "@/lib/listings/search";

/** Cells from one on, up to another that is beyond them: numbers of map_cell() in the database. */
export type CellRange = { readonly first: bigint; readonly beyond: bigint };

/** A window is covered by so many squares at most: fewer hold more than it, and more are more to look up. */
const SQUARES_MAX = 16;
/** Columns and rows are counted from -256 degrees on. */
const ORIGIN_DEGREES = 256;

/**
 * The cells of a window of a map, and of a little around it, as few ranges: those of the finest squares of a power of two of a degree of
 * which SQUARES_MAX cover it (see map_cell: each is one range in Z-order), joined where one follows the other.
 */
export function cellRanges({ west, south, east, north }: Bounds): readonly CellRange[] {
  const [left, right, bottom, top] = [cell(west), cell(east), cell(south), cell(north)];
  for (let side = 1; ; side *= 2) {
    const columns = [Math.floor(left / side), Math.floor(right / side)] as const;
    const rows = [Math.floor(bottom / side), Math.floor(top / side)] as const;
    if ((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > SQUARES_MAX) continue;
    const squares = each(rows).flatMap((row) => each(columns).map((column) => square({ row, column, side })));
    return joined(squares.sort((one, other) => (one.first < other.first ? -1 : 1)));
  }
}

/** The column or row of the finest cells that some degrees lie in. */
function cell(degrees: number): number {
  return Math.floor(degrees / 2 ** FINEST_EXPONENT);
}

function each([first, last]: readonly [number, number]): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** The cells of a square of so many of them each way. */
function square({ row, column, side }: { row: number; column: number; side: number }): CellRange {
  const origin = cell(ORIGIN_DEGREES);
  const first = spread(column * side + origin) | (spread(row * side + origin) << 1n);
  return { first, beyond: first + BigInt(side) ** 2n };
}

/** The bits of a number with a zero before each. */
function spread(value: number): bigint {
  return [...value.toString(2)].reduce((bits, bit) => (bits << 2n) | BigInt(bit), 0n);
}

function joined(ranges: readonly CellRange[]): readonly CellRange[] {
  const found: CellRange[] = [];
  for (const range of ranges) {
    const before = found.at(-1);
    if (before?.beyond === range.first) found[found.length - 1] = { ...before, beyond: range.beyond };
    else found.push(range);
  }
  return found;
}
