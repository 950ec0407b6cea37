"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "@/app/_ui/icon-button";

/** Something small beside the button that opens it, while the page stays in use. */
export function Popover(props: { trigger: ReactElement; title: string; children: ReactNode }) {
  const { trigger, title, children } = props;
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-50">
          <Base.Popup className="popup dense grid w-80 gap-2 p-4">
            <div className="flex items-start justify-between gap-3">
              <Base.Title className="font-sans font-semibold text-base">{title}</Base.Title>
              <Base.Close render={<IconButton icon="x" label="Close" className="-mt-2 -mr-2" />} />
            </div>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
