import { Icon } from "@/app/_ui/icon";
import { type Column, type Sort, sortAfter } from "@/app/_ui/table/column";
import { SelectAll } from "@/app/_ui/table/select-all";
import type { Selection } from "@/app/_ui/table/selection";

type Props<Row> = {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  onSort: ((sort: Sort) => void) | undefined;
  selection: Selection | undefined;
  keys: readonly string[];
};

export function TableHead<Row>({ columns, sort, onSort, selection, keys }: Props<Row>) {
  return (
    <thead>
      <tr>
        {selection === undefined ? null : (
          <th scope="col" className="data-table-pick">
            <SelectAll selection={selection} keys={keys} />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            data-numeric={column.isNumeric || undefined}
            aria-sort={sort?.key === column.key ? sort.direction : undefined}
          >
            {column.isSortable && onSort !== undefined ? (
              <button
                type="button"
                onClick={() => onSort(sortAfter(sort, column.key))}
                className="data-table-sort"
              >
                {column.header}
                <SortMark direction={sort?.key === column.key ? sort.direction : undefined} />
              </button>
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortMark({ direction }: { direction: Sort["direction"] | undefined }) {
  if (direction === undefined) return <Icon of="chevrons-up-down" className="size-3.5" />;
  return <Icon of={direction === "ascending" ? "arrow-up" : "arrow-down"} className="size-3.5 text-accent" />;
}
