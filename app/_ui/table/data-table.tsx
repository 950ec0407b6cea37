"use client";

import "./data-table.css";
import type { ReactNode } from "react";
import { BusyRegion } from "@/app/_ui/busy-region";
import type { Column, Sort } from "@/app/_ui/table/column";
import { NarrowControls } from "@/app/_ui/table/narrow-controls";
import type { Selection } from "@/app/_ui/table/selection";
import { SkeletonRows } from "@/app/_ui/table/skeleton-rows";
import { TableBody } from "@/app/_ui/table/table-body";
import { TableHead } from "@/app/_ui/table/table-head";

type Props<Row> = {
  /** What the rows are. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What a row is called where it is selected. */
  nameOf: (row: Row) => string;
  /** loading keeps the rows there are; without any, skeletons of them stand there. */
  state?: "ready" | "loading";
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  onOpen?: (row: Row) => void;
  /** In place of the table: an EmptyState or an ErrorState. */
  instead?: ReactNode;
  /** Below: the pages. */
  footer?: ReactNode;
};

/** Rows to compare and to act on. In a narrow place each becomes a card. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, state = "ready", sort = null, onSort, selection, instead } = props;
  const keys = rows.map(props.keyOf);
  const head = { columns, sort, onSort, selection, keys };
  const isWaiting = state === "loading" && rows.length === 0;
  return (
    <BusyRegion isBusy={state === "loading"} says={isWaiting ? `Loading ${caption}…` : "Loading newer ones…"}>
      <div className="data-table">
        {rows.length === 0 ? null : <NarrowControls {...head} />}
        {instead ?? (
          <div className="data-table-scroll">
            <table>
              <caption className="sr-only">{caption}</caption>
              <TableHead {...head} />
              {isWaiting ? (
                <SkeletonRows columns={columns.length + (selection === undefined ? 0 : 1)} />
              ) : (
                <TableBody {...props} keys={keys} />
              )}
            </table>
          </div>
        )}
        {props.footer}
      </div>
    </BusyRegion>
  );
}
