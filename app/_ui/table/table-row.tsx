import type { Column } from "@/app/_ui/table/column";

type Props<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  /** Of the checkbox that selects it; undefined where nothing can be selected. */
  pickLabel: string | undefined;
  onPick: () => void;
  isSelected: boolean;
  /** One row of a table is a stop of the Tab key; the arrow keys go on from there. */
  isStop: boolean;
  onFocus: () => void;
};

export function TableRow<Row>(props: Props<Row>) {
  const { row, columns, pickLabel, onPick, isSelected, isStop, onFocus } = props;
  return (
    <tr tabIndex={isStop ? 0 : -1} data-row data-selected={isSelected || undefined} onFocus={onFocus}>
      {pickLabel === undefined ? null : (
        <td className="data-table-pick">
          <input
            type="checkbox"
            className="check"
            aria-label={pickLabel}
            checked={isSelected}
            onChange={onPick}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.key}
          data-label={column.header}
          data-title={column.isTitle || undefined}
          data-numeric={column.isNumeric || undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
