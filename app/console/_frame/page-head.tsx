import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; actions?: ReactNode };

/** The heading of a page of the console, with what can be done on all of it. */
export function PageHead({ title, lead, actions }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-3 pb-5">
      <div className="grid gap-1">
        <h1 className="text-3xl">{title}</h1>
        {lead === undefined ? null : <div className="text-muted">{lead}</div>}
      </div>
      {actions}
    </div>
  );
}
