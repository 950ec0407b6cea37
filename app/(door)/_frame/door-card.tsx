import type { ReactNode } from "react";

/** The one thing that a page before the console is for. */
export function DoorCard({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid w-full max-w-md gap-5 rounded-card border border-line bg-surface p-6 shadow-card sm:p-8">
      <div className="grid gap-1.5">
        <h1 className="text-3xl">{title}</h1>
        {lead === undefined ? null : <div className="text-muted">{lead}</div>}
      </div>
      {children}
    </div>
  );
}
