import { useEffect, useRef } from "react";

const TYPING = "input, textarea, select, [contenteditable], [role=textbox], [role=menu], [role=listbox]";
/** What lies behind a dialog. Not role="dialog", which toasts have too. */
const SCRIM = ".scrim";

/** What single keys do on a page, while nobody types and nothing lies above it. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event;
      const action = latest.current[key];
      if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest(TYPING) !== null) return;
      if (document.querySelector(SCRIM) !== null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
