import { type Selection, withKeys } from "@/app/_ui/table/selection";

/** Selects the rows of this page, or none of them. */
export function SelectAll({ selection, keys }: { selection: Selection; keys: readonly string[] }) {
  const { selected, onSelect } = selection;
  const count = keys.filter((key) => selected.has(key)).length;
  const isAll = count > 0 && count === keys.length;
  return (
    <input
      type="checkbox"
      aria-label="Select every row of this page"
      className="check"
      checked={isAll}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !isAll;
      }}
      onChange={() => onSelect(withKeys(selected, keys, !isAll))}
    />
  );
}
