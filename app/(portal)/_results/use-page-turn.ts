import { type RefObject, useEffect, useRef, useState } from "react";

type PageTurn = {
  /** The heading that a reader is led to once the page is there. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly hasTurned: boolean;
  turn(href: string): void;
};

/**
 * Turns pages in place: the address changes at once (and back works, for it is a history entry); when the page has arrived,
 * focus and scroll go to its heading, as they would on a new document.
 */
export function usePageTurn(key: string, isLoading: boolean): PageTurn {
  const heading = useRef<HTMLHeadingElement>(null);
  const turnedFrom = useRef<string | null>(null);
  const [hasTurned, setHasTurned] = useState(false);

  useEffect(() => {
    if (turnedFrom.current === null || turnedFrom.current === key || isLoading) return;
    turnedFrom.current = null;
    setHasTurned(true);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [key, isLoading]);

  return {
    heading,
    hasTurned,
    turn(href) {
      turnedFrom.current = key;
      window.history.pushState(null, "", href);
    },
  };
}
