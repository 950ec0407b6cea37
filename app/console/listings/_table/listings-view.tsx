"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Kbd } from "@/app/_ui/kbd";
import { LinkButton } from "@/app/_ui/link-button";
import type { Sort } from "@/app/_ui/table/column";
import { ColumnMenu } from "@/app/_ui/table/column-menu";
import { DataTable } from "@/app/_ui/table/data-table";
import { useShortcuts } from "@/app/console/listings/_words/use-shortcuts";
import type { ConsoleRow } from "@/lib/listings/console-search";
import { SearchBox } from "./search-box";
import { StatusTabs } from "./status-tabs";
import { COLUMNS, rowName } from "./table-columns";
import { TableFilters } from "./table-filters";
import { TableFooter } from "./table-footer";
import { TableEmpty, TableFailed } from "./table-instead";
import { useHiddenColumns } from "./use-hidden-columns";
import { type FirstPage, useTableSearch } from "./use-table-search";

const NONE: readonly ConsoleRow[] = [];

/** Every listing that somebody may work on, to be found, compared and opened. */
export function ListingsView({ first, isAgencyShown }: { first: FirstPage; isAgencyShown: boolean }) {
  const router = useRouter();
  const { params, page, hasFailed, isLoading, retry, ask, turn } = useTableSearch(first);
  const columns = COLUMNS.filter(({ key }) => isAgencyShown || key !== "agency");
  const [hidden, setHidden] = useHiddenColumns(["type", "agency"]);
  const box = useRef<HTMLDivElement>(null);
  useShortcuts({
    "/": () => box.current?.querySelector("input")?.select(),
    n: () => router.push("/console/listings/new"),
  });
  const rows = page?.items ?? NONE;
  const status = params.get("status");
  const isFiltered = [...params.keys()].some((name) => name !== "sort" && name !== "order");

  return (
    <div className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Listings</h1>
        <LinkButton look="primary" href="/console/listings/new">
          New listing <Kbd>n</Kbd>
        </LinkButton>
      </header>
      <StatusTabs counts={page?.counts} status={status} onChoose={(next) => ask({ status: next })} />
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox box={box} asked={params.get("q") ?? ""} onAsk={(q) => ask({ q }, "replace")} />
        <TableFilters params={params} onAsk={ask} />
        <div className="ml-auto">
          <ColumnMenu columns={columns} hidden={hidden} onChange={setHidden} />
        </div>
      </div>
      <DataTable
        caption="Listings"
        columns={columns.filter(({ key }) => !hidden.has(key))}
        rows={rows}
        keyOf={({ id }) => String(id)}
        nameOf={rowName}
        state={isLoading ? "loading" : "ready"}
        sort={sortIn(params)}
        onSort={({ key, direction }) =>
          ask({ sort: key, order: direction === "ascending" ? "asc" : "desc" }, "replace")
        }
        onOpen={({ id }) => router.push(`/console/listings/${id}`)}
        instead={insteadOf({
          hasFailed,
          isEmpty: rows.length === 0 && !isLoading,
          isFiltered,
          retry,
          clear: () => router.push("/console/listings"),
        })}
        footer={
          page === undefined || rows.length === 0 ? undefined : (
            <TableFooter
              count={rows.length}
              total={countedOf(page.counts, status)}
              onNext={turn.next}
              onBack={turn.back}
            />
          )
        }
      />
    </div>
  );
}

type Instead = {
  hasFailed: boolean;
  isEmpty: boolean;
  isFiltered: boolean;
  retry: () => void;
  clear: () => void;
};

function insteadOf({ hasFailed, isEmpty, isFiltered, retry, clear }: Instead) {
  if (hasFailed) return <TableFailed onRetry={retry} />;
  return isEmpty ? <TableEmpty isFiltered={isFiltered} onClear={clear} /> : undefined;
}

function countedOf(counts: Readonly<Record<string, number>>, status: string | null): number {
  if (status !== null) return counts[status] ?? 0;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Without a choice the latest change comes first. */
function sortIn(params: Pick<URLSearchParams, "get">): Sort {
  const key = params.get("sort") ?? "changed";
  const usual = key === "address" || key === "status" ? "asc" : "desc";
  const order = params.get("order") ?? usual;
  return { key, direction: order === "asc" ? "ascending" : "descending" };
}
