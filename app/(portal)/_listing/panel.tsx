import type { ReactNode } from "react";

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 rounded-card border border-line bg-surface p-5 print:gap-1 print:p-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}
