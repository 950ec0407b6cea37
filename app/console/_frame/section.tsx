import { type ReactNode, useId } from "react";

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** A part of a page of the console: what it is for at the left, what can be done at the right where there is room. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-line border-t py-6 xl:grid-cols-[18rem_minmax(0,1fr)]"
    >
      <div className="grid max-w-prose content-start gap-1">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {lead === undefined ? null : <div className="text-muted">{lead}</div>}
      </div>
      <div className="min-w-0 max-w-3xl">{children}</div>
    </section>
  );
}
