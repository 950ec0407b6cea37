import type { ReactNode } from "react";

type Props = {
  isBusy: boolean;
  /** What goes on: "Sorting by price…". */
  says: string;
  children: ReactNode;
};

/** Keeps what is shown while something newer is on its way, and says so beside it, in words that take no room of their own. */
export function BusyRegion({ isBusy, says, children }: Props) {
  return (
    <div aria-busy={isBusy} className="relative">
      <p role="status" className="absolute right-0 bottom-full mb-1 text-muted text-sm">
        {isBusy ? says : ""}
      </p>
      {children}
    </div>
  );
}
