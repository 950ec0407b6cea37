import type { MouseEvent } from "react";
import { Icon } from "@/app/_ui/icon";

type Props = {
  /** Addresses; null where there is no such page. */
  first: string | null;
  next: string | null;
  onTurn(href: string): void;
  onApproach(): void;
};

/** Plain links, so that they work before and without JavaScript, and open in a new tab when asked to. */
export function PageLinks({ first, next, onTurn, onApproach }: Props) {
  if (first === null && next === null) return null;
  const turn = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onTurn(event.currentTarget.pathname + event.currentTarget.search);
  };
  return (
    <nav aria-label="Pages of results" className="not-in-print flex flex-wrap justify-between gap-3">
      {first === null ? (
        <span />
      ) : (
        <a href={first} onClick={turn} className="button-quiet">
          <Icon of="arrow-left" />
          First page
        </a>
      )}
      {next === null ? (
        <p className="py-3 text-muted">That is all of them.</p>
      ) : (
        <a
          href={next}
          rel="next"
          onClick={turn}
          onPointerEnter={onApproach}
          onFocus={onApproach}
          className="button"
        >
          Next page
          <Icon of="arrow-right" />
        </a>
      )}
    </nav>
  );
}
