import type { IconName } from "./icon-names";
import icons from "./icons.svg";

const SPRITE: string = icons.src;

export type { IconName };

/** A drawing that says nothing on its own: the words stand beside it. It is drawn once for all pages, in a file that browsers keep. */
export function Icon({ of, className = "size-5" }: { of: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={`shrink-0 ${className}`}>
      <use href={`${SPRITE}#${of}`} />
    </svg>
  );
}
