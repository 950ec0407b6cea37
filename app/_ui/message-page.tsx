import type { ReactNode } from "react";

/** A page that says one thing, and the way on from it. */
export function MessagePage(props: { title: string; lead: ReactNode; children?: ReactNode }) {
  return (
    <div className="shell grid gap-8 py-14 md:py-24">
      <div className="grid max-w-2xl gap-4">
        <h1 className="text-4xl md:text-5xl">{props.title}</h1>
        <p className="text-lg text-muted">{props.lead}</p>
      </div>
      {props.children}
    </div>
  );
}
