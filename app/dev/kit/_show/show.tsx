import type { ReactNode } from "react";

/** A group of primitives, with its anchor. */
export function Show({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid min-w-0 scroll-mt-6 gap-6">
      <h2 id={`${id}-title`} className="border-line border-b pb-2 text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** One primitive in one state, or a few that belong side by side. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <h3 className="font-normal font-sans text-muted text-sm tracking-normal">{name}</h3>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** Specimens beside each other, as many as there is room for. */
export function Specimens({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-6 gap-y-6">
      {children}
    </div>
  );
}

/** Things in one line while there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
