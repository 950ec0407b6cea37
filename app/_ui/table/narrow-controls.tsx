import { useId } from "react";
import type { Column, Sort } from "@/app/_ui/table/column";
import { SelectAll } from "@/app/_ui/table/select-all";
import type { Selection } from "@/app/_ui/table/selection";

type Props<Row> = {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  onSort: ((sort: Sort) => void) | undefined;
  selection: Selection | undefined;
  keys: readonly string[];
};

/** What the head of the table does, where rows are cards and there is no head. */
export function NarrowControls<Row>({ columns, sort, onSort, selection, keys }: Props<Row>) {
  const id = useId();
  const sortable = columns.filter(({ isSortable }) => isSortable === true);
  return (
    <div className="data-table-narrow">
      {selection === undefined ? null : (
        <span className="flex items-center gap-2">
          <SelectAll selection={selection} keys={keys} />
          <span aria-hidden="true">All</span>
        </span>
      )}
      {onSort === undefined || sortable.length === 0 ? null : (
        <span className="ml-auto flex min-w-0 items-center gap-2">
          <label htmlFor={id} className="whitespace-nowrap text-muted">
            Sort by
          </label>
          <select
            id={id}
            value={sort === null ? "" : `${sort.key} ${sort.direction}`}
            onChange={({ target }) => onSort(readSort(target.value))}
            className="field w-auto"
          >
            {sort === null ? <option value="">as they came</option> : null}
            {sortable.map(({ key, header }) => [
              <option key={`${key} up`} value={`${key} ascending`}>{`${header}, lowest first`}</option>,
              <option key={`${key} down`} value={`${key} descending`}>{`${header}, highest first`}</option>,
            ])}
          </select>
        </span>
      )}
    </div>
  );
}

function readSort(value: string): Sort {
  const [key = "", direction] = value.split(" ");
  return { key, direction: direction === "descending" ? "descending" : "ascending" };
}
