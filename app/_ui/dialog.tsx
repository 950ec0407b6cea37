"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "@/app/_ui/icon-button";

type Props = {
  /** The button that opens it, and gets the focus back. */
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  title: string;
  description?: string;
  children?: ReactNode;
  /** For what stands side by side. */
  isWide?: boolean;
  /** What can be done, the main one last; DialogClose closes. */
  actions?: ReactNode;
};

/** Work that has to be finished or left before the page goes on. Escape, and a press beside it, leave it. */
export function Dialog(props: Props) {
  const { trigger, isOpen, onOpenChange, title, description, children, actions, isWide = false } = props;
  return (
    <Base.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      onOpenChange={(open) => onOpenChange?.(open)}
    >
      {trigger === undefined ? null : <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport className="dialog-viewport">
          <Base.Popup className={`dialog ${isWide ? "[--dialog:56rem]" : ""}`}>
            <Base.Title className="pr-10 text-2xl">{title}</Base.Title>
            {description === undefined ? null : (
              <Base.Description className="text-muted">{description}</Base.Description>
            )}
            {children}
            {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
            {/* The last stop: what the dialog is for gets the focus first. */}
            <Base.Close render={<IconButton icon="x" label="Close" className="absolute top-4 right-4" />} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
