import type { ReactNode } from "react";

/** Stands for something that is on its way, in its size, and still: what moves while one waits makes the wait longer. */
export function Skeleton({ className = "" }: { className?: string }) {
  return <span aria-hidden="true" className={`block rounded-small bg-line/70 ${className}`} />;
}

/** Around skeletons: says once what is on its way. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        Loading {what}…
      </p>
      {children}
    </div>
  );
}
