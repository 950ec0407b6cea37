"use client";

import { type RefObject, useRef, useState } from "react";

export type Strip = {
  readonly ref: RefObject<HTMLUListElement | null>;
  /** Which of its items is shown. */
  readonly index: number;
  /** Shows another, and says which it will be; there is none before the first or after the last. */
  go(to: number): number;
  /** The same without a movement on the way. */
  jump(to: number): void;
  /** To be told of its scrolling, and of a hand laid on it. */
  readonly events: { onScroll(): void; onPointerDown(): void; onWheel(): void };
};

/** A row of items that the browser scrolls and snaps: which one is shown, and how to show another. */
export function useStrip(first = 0): Strip {
  const ref = useRef<HTMLUListElement>(null);
  // While it moves there by itself, what it passes is not what is shown.
  const aim = useRef<number | null>(null);
  const [index, setIndex] = useState(first);

  function onScroll() {
    const shown = ref.current === null ? null : shownItem(ref.current);
    if (shown === null || (aim.current !== null && aim.current !== shown)) return;
    aim.current = null;
    setIndex(shown);
  }

  function go(to: number, behavior: ScrollBehavior = "auto"): number {
    const strip = ref.current;
    const next = Math.min(Math.max(0, to), (strip?.children.length ?? 1) - 1);
    aim.current = next;
    setIndex(next);
    strip?.scrollTo({ left: leftOf(strip, next), behavior });
    return next;
  }

  function letGo() {
    aim.current = null;
  }

  return {
    ref,
    index,
    go: (to) => go(to),
    jump: (to) => void go(to, "instant"),
    events: { onScroll, onPointerDown: letGo, onWheel: letGo },
  };
}

/** The item nearest the middle, but at either end the one that stands there. */
function shownItem(strip: HTMLUListElement): number {
  const { scrollLeft, scrollWidth, clientWidth, children } = strip;
  if (scrollLeft < 2) return 0;
  if (scrollLeft > scrollWidth - clientWidth - 2) return children.length - 1;
  const distances = Array.from(children, (_, at) => Math.abs(leftOf(strip, at) - scrollLeft));
  return distances.indexOf(Math.min(...distances));
}

/** How far the strip is scrolled when this item is in its middle. */
function leftOf(strip: HTMLUListElement, at: number): number {
  const item = strip.children[at];
  if (!(item instanceof HTMLElement)) return 0;
  return item.offsetLeft - strip.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2;
}
