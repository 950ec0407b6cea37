"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import type { Column } from "@/app/_ui/table/column";
import { withKeys } from "@/app/_ui/table/selection";

type Props<Row> = {
  columns: readonly Column<Row>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
};

/** Which columns of a table are shown. */
export function ColumnMenu<Row>({ columns, hidden, onChange }: Props<Row>) {
  return (
    <Base.Root>
      <Base.Trigger
        render={
          <Button>
            <Icon of="columns-3" className="size-4.5" />
            Columns
          </Button>
        }
      />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50">
          <Base.Popup className="popup min-w-44 p-1">
            {columns.map(({ key, header, isTitle = false }) => (
              <Base.CheckboxItem
                key={key}
                checked={!hidden.has(key)}
                disabled={isTitle}
                onCheckedChange={(isShown) => onChange(withKeys(hidden, [key], !isShown))}
                className="popup-item"
              >
                <span className="size-4">
                  <Base.CheckboxItemIndicator>
                    <Icon of="check" className="size-4" />
                  </Base.CheckboxItemIndicator>
                </span>
                {header}
              </Base.CheckboxItem>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
