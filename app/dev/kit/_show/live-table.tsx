"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import type { Sort } from "@/app/_ui/table/column";
import { ColumnMenu } from "@/app/_ui/table/column-menu";
import { DataTable } from "@/app/_ui/table/data-table";
import { Pagination } from "@/app/_ui/table/pagination";
import { useToast } from "@/app/_ui/toast/use-toast";
import { COLUMNS, HOMES, type Home } from "./homes";

const PAGE_SIZE = 8;

/** A table that sorts, selects, hides columns and turns pages. */
export function LiveTable() {
  const say = useToast();
  const [sort, setSort] = useState<Sort | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [page, setPage] = useState(1);
  const rows = sorted(HOMES, sort).slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);

  return (
    <div className="dense grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="mr-auto text-muted">
          {selected.size === 0 ? "None selected" : `${selected.size} selected`}
        </p>
        <Button disabledReason={selected.size === 0 ? "Select listings first." : undefined}>Withdraw…</Button>
        <ColumnMenu columns={COLUMNS} hidden={hidden} onChange={setHidden} />
      </div>
      <DataTable
        caption="Listings of the agency"
        columns={COLUMNS.filter(({ key }) => !hidden.has(key))}
        rows={rows}
        keyOf={({ id }) => id}
        nameOf={({ address }) => address}
        sort={sort}
        onSort={(next) => {
          setSort(next);
          setPage(1);
        }}
        selection={{ selected, onSelect: setSelected }}
        onOpen={({ address }) => say({ title: `${address} was opened.` })}
        footer={<Pagination page={page} pageSize={PAGE_SIZE} total={HOMES.length} onPage={setPage} />}
      />
    </div>
  );
}

function sorted(homes: readonly Home[], sort: Sort | null): readonly Home[] {
  if (sort === null) return homes;
  const sign = sort.direction === "ascending" ? 1 : -1;
  return homes.toSorted((one, other) => sign * compare(one, other, sort.key));
}

function compare(one: Home, other: Home, key: string): number {
  if (key === "price") return one.price - other.price;
  if (key === "views") return one.views - other.views;
  const text = key === "suburb" ? "suburb" : "address";
  return one[text].localeCompare(other[text], "en-AU", { numeric: true });
}
