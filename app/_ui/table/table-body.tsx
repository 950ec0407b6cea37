import type { Column } from "@/app/_ui/table/column";
import { type Selection, withKeys } from "@/app/_ui/table/selection";
import { TableRow } from "@/app/_ui/table/table-row";
import { useRowKeys } from "@/app/_ui/table/use-row-keys";

type Props<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Of the rows, in their order. */
  keys: readonly string[];
  nameOf: (row: Row) => string;
  selection?: Selection;
  onOpen?: (row: Row) => void;
};

export function TableBody<Row>({ columns, rows, keys, nameOf, selection, onOpen }: Props<Row>) {
  const pick = (key: string) =>
    selection?.onSelect(withKeys(selection.selected, [key], !selection.selected.has(key)));
  const open = (key: string) => {
    const row = rows[keys.indexOf(key)];
    if (row !== undefined) onOpen?.(row);
  };
  const { stop, setLast, onKeyDown } = useRowKeys({
    keys,
    onPick: selection === undefined ? undefined : pick,
    onOpen: onOpen === undefined ? undefined : open,
  });
  return (
    <tbody onKeyDown={onKeyDown}>
      {rows.map((row, index) => {
        const key = keys[index] ?? "";
        const isSelected = selection?.selected.has(key) ?? false;
        return (
          <TableRow
            key={key}
            row={row}
            columns={columns}
            pickLabel={selection === undefined ? undefined : `Select ${nameOf(row)}`}
            onPick={() => pick(key)}
            isSelected={isSelected}
            isStop={key === stop}
            onFocus={() => setLast(key)}
          />
        );
      })}
    </tbody>
  );
}
