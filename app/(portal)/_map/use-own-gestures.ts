import { type RefObject, useEffect } from "react";

const OF_THE_MAP = ["wheel", "mousedown", "touchstart", "dblclick"];

/** Keeps from the map around an element what is done in it: scrolling it, or marking its text, is not to move the map. */
export function useOwnGestures(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = element;
    // By the element itself: React hears them only after the map has.
    const keep = (event: Event) => event.stopPropagation();
    for (const kind of OF_THE_MAP) current?.addEventListener(kind, keep);
    return () => {
      for (const kind of OF_THE_MAP) current?.removeEventListener(kind, keep);
    };
  }, [element]);
}
