"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement } from "react";
import { Icon, type IconName } from "@/app/_ui/icon";
import { Kbd } from "@/app/_ui/kbd";

export type MenuItem = {
  readonly label: string;
  readonly icon?: IconName;
  readonly onSelect: () => void;
  readonly isDestructive?: boolean;
  readonly isDisabled?: boolean;
  /** The keys that do the same without the menu. */
  readonly keys?: string;
};

type Props = {
  trigger: ReactElement;
  /** Groups, with a line between them. */
  groups: readonly (readonly MenuItem[])[];
};

/** Things to do with one object, behind a button. */
export function Menu({ trigger, groups }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-50">
          <Base.Popup className="popup min-w-44 p-1">
            {groups.map((items, index) => (
              <Base.Group
                key={items.map(({ label }) => label).join()}
                className={index === 0 ? "" : "mt-1 border-line border-t pt-1"}
              >
                {items.map((item) => (
                  <Item key={item.label} {...item} />
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ label, icon, onSelect, isDestructive = false, isDisabled = false, keys }: MenuItem) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={isDisabled}
      className={`popup-item ${isDestructive && !isDisabled ? "text-danger" : ""}`}
    >
      {icon === undefined ? null : <Icon of={icon} className="size-4.5" />}
      <span className="flex-1">{label}</span>
      {keys === undefined ? null : <Kbd>{keys}</Kbd>}
    </Base.Item>
  );
}
