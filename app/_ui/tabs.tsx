"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export type Tab = {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
  readonly isDisabled?: boolean;
  readonly content: ReactNode;
};

type Props = {
  /** What the tabs are parts of. */
  label: string;
  tabs: readonly Tab[];
  /** The one in sight to begin with; else the first. */
  value?: string;
  onChange?: (value: string) => void;
};

/** Parts of one thing, one in sight at a time. Parts that people share by their address are pages with links instead. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  return (
    <Base.Root defaultValue={value ?? tabs[0]?.value} onValueChange={(next: string) => onChange?.(next)}>
      <Base.List
        aria-label={label}
        className="flex gap-1 overflow-x-auto border-line border-b [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            disabled={tab.isDisabled ?? false}
            className="inline-flex min-h-(--control) shrink-0 cursor-pointer items-center gap-2 border-transparent border-b-2 px-3 font-medium text-muted -outline-offset-2 hover:text-ink data-active:border-accent data-active:text-accent data-disabled:cursor-not-allowed data-disabled:text-edge"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="rounded-full bg-sunken px-1.5 text-ink text-xs leading-5">{tab.count}</span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="py-4">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
