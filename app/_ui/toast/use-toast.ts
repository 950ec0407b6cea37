"use client";

import { Toast as Base } from "@base-ui/react/toast";

export type ToastTone = "success" | "danger";

export type Said = {
  /** What was done: "12 Smith Street is withdrawn." */
  readonly title: string;
  readonly description?: string;
  readonly tone?: ToastTone;
  /** Takes it back, or leads on. Whoever misses it must have another way. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

const SHOWN_MS = 6_000;
/** There must be time to read it and to reach the button. */
const WITH_ACTION_SHOWN_MS = 12_000;

/** Says in passing what has been done. A failure stays until it is dismissed. Needs a ToastRegion around. */
export function useToast(): (said: Said) => void {
  const { add, close } = Base.useToastManager();
  return ({ title, description, tone = "success", action }) => {
    const id = add({
      title,
      type: tone,
      priority: tone === "danger" ? "high" : "low",
      timeout: tone === "danger" ? 0 : action === undefined ? SHOWN_MS : WITH_ACTION_SHOWN_MS,
      ...(description === undefined ? {} : { description }),
      ...(action === undefined
        ? {}
        : {
            actionProps: {
              children: action.label,
              onClick: () => {
                close(id);
                action.onPress();
              },
            },
          }),
    });
  };
}

export function readTone(type: string | undefined): ToastTone {
  return type === "danger" ? "danger" : "success";
}
