"use client";

import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import { useHydrated } from "@/app/_ui/use-hydrated";

type Props = {
  name: string;
  /** The answer in a few words; null while something is missing or wrong. */
  answer: string | null;
  /** The answer in sentences. */
  children: ReactNode;
  fields: ReactNode;
  /** Where the rates are from. */
  source?: ReactNode;
};

/** A calculation by its name and its answer; opened, by what it rests on. Without scripts its fields can be read. */
export function Calculator({ name, answer, children, fields, source }: Props) {
  const isLive = useHydrated();
  return (
    <details className="group border-line border-t">
      <summary className="flex min-h-14 list-none items-center gap-3 py-2 [&::-webkit-details-marker]:hidden">
        <Icon of="chevron-right" className="size-4.5 text-muted group-open:rotate-90" />
        <h3 className="flex-1 text-xl">{name}</h3>
        <span className="text-right font-semibold">{answer ?? "—"}</span>
      </summary>
      <div className="grid gap-4 pt-1 pb-6">
        <output aria-live="polite" className="block rounded-card bg-sunken p-4">
          {answer === null ? "Put in what is missing." : children}
        </output>
        <fieldset disabled={!isLive} className="grid min-w-0 gap-4 sm:grid-cols-2">
          <legend className="sr-only">What the answer rests on</legend>
          {fields}
        </fieldset>
        {source}
      </div>
    </details>
  );
}
