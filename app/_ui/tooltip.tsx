"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

const OPENS_AFTER_MS = 400;

/** A few words on a control, for eyes only: touch and screen readers do not meet it, so the control says the same as its name. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger delay={OPENS_AFTER_MS} render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className="max-w-60 rounded-control bg-ink px-2.5 py-1.5 text-ground text-sm transition-opacity duration-(--quick) data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
