"use client";

import { Toast as Base } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import { IconButton } from "@/app/_ui/icon-button";
import { readTone } from "@/app/_ui/toast/use-toast";
import { ToneIcon } from "@/app/_ui/tone-icon";

const SHOWN_MAX = 3;

/** Around everything that says what it has done. F6 leads into it; while it has the focus or the pointer, nothing in it goes away. */
export function ToastRegion({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={SHOWN_MAX}>
      {children}
      <Base.Portal>
        <Base.Viewport
          aria-label="Messages"
          className="fixed right-4 bottom-4 left-4 z-50 grid gap-2 sm:left-auto sm:w-96"
        >
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const tone = readTone(toast.type);
    return (
      <Base.Root key={toast.id} toast={toast} className="toast">
        <Base.Content className="flex items-center gap-3 py-1.5 pr-1.5 pl-3.5">
          <ToneIcon tone={tone} className={`size-5 ${tone === "danger" ? "text-danger" : "text-accent"}`} />
          <div className="min-w-0 flex-1 py-1.5">
            <Base.Title className="font-medium font-sans text-sm" render={<p />} />
            <Base.Description className="text-muted text-sm" />
          </div>
          {toast.actionProps === undefined ? null : <Base.Action className="button-plain" />}
          <Base.Close render={<IconButton icon="x" label="Dismiss" />} />
        </Base.Content>
      </Base.Root>
    );
  });
}
