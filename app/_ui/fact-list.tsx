import type { ReactNode } from "react";

export type ListedFact = { readonly term: string; readonly detail: ReactNode };

/** What is known of one thing: names and values, side by side where there is room. */
export function FactList({ facts }: { facts: readonly ListedFact[] }) {
  return (
    <dl className="@container">
      {facts.map(({ term, detail }) => (
        <div
          key={term}
          className="grid @md:grid-cols-[minmax(8rem,12rem)_1fr] gap-x-4 border-line border-t py-2 first:border-t-0"
        >
          <dt className="text-muted">{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
