"use client";

import { Drawer as Base } from "@base-ui/react/drawer";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "@/app/_ui/icon-button";

type Props = {
  trigger: ReactElement;
  title: string;
  /** From below for a few choices within the thumb's reach, from the right for a form. */
  side?: "bottom" | "right";
  children: ReactNode;
  actions?: ReactNode;
};

/** A sheet that comes over the page from an edge, for screens without room beside it. Swiped away, or closed as a dialog is. */
export function Drawer({ trigger, title, side = "bottom", children, actions }: Props) {
  return (
    <Base.Root swipeDirection={side === "bottom" ? "down" : "right"}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport
          className={`fixed inset-0 z-40 flex ${side === "bottom" ? "items-end" : "justify-end"}`}
        >
          <Base.Popup className="drawer" data-side={side}>
            <Base.Title className="border-line border-b px-5 py-4 pr-16 text-xl">{title}</Base.Title>
            <Base.Content className="grid content-start gap-4 overflow-y-auto overscroll-contain p-5">
              {children}
            </Base.Content>
            {actions === undefined ? null : (
              <div className="dialog-actions border-line border-t px-5 py-3">{actions}</div>
            )}
            <Base.Close render={<IconButton icon="x" label="Close" className="absolute top-2 right-3" />} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the drawer around it. */
export function DrawerClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
