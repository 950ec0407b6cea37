import { useSyncExternalStore } from "react";

const WIDE = "(width >= 64rem)";

/** Outlives the page of one search: who looks at the map goes on doing so in the next. */
let isShown = false;
const listeners = new Set<() => void>();

/** Whether the map is looked at where there is room for one thing alone, and whether there is room for both. */
export function useMapShown(): { readonly isShown: boolean; readonly isWide: boolean; toggle(): void } {
  return {
    isShown: useSyncExternalStore(listen, () => isShown, no),
    isWide: useSyncExternalStore(watchWidth, () => matchMedia(WIDE).matches, no),
    toggle() {
      isShown = !isShown;
      for (const tell of listeners) tell();
      scrollTo({ top: 0 });
    },
  };
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function watchWidth(tell: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}

function no(): boolean {
  return false;
}
