import type { ReactNode } from "react";

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** To the right, in figures of one width. */
  readonly isNumeric?: boolean;
  readonly isSortable?: boolean;
  /** What a row is known by: it comes first in a card, and cannot be hidden. */
  readonly isTitle?: boolean;
};

export type Sort = { readonly key: string; readonly direction: "ascending" | "descending" };

/** The next sort when the head of a column is pressed: its own way up, then down. */
export function sortAfter(sort: Sort | null, key: string): Sort {
  if (sort?.key !== key) return { key, direction: "ascending" };
  return { key, direction: sort.direction === "ascending" ? "descending" : "ascending" };
}
