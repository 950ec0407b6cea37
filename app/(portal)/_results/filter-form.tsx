"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Icon } from "@/app/_ui/icon";
import { wasChanged } from "@/app/_ui/was-changed";
import type { ListingSearch } from "@/lib/listings/search";
import type { Facets } from "@/lib/listings/search-answers";
import { CHANNEL_WORDS } from "./channel-words";
import { typeTicks } from "./filter-choices";
import { FilterMenu } from "./filter-menu";
import { homesWords } from "./filter-words";
import { formAddress } from "./form-address";
import { MoreFilters } from "./more-filters";
import { PriceFields } from "./price-fields";
import { RoomsField } from "./rooms-field";
import { TickList } from "./tick-list";
import { useFormCount } from "./use-form-count";

type Props = {
  /** Where the form goes: the path of the search, without what the form asks. */
  action: string;
  /** What the search asks beside, as names and values of hidden fields. */
  kept: readonly (readonly [name: string, value: string])[];
  search: ListingSearch;
  facets: Facets;
  activeCount: number;
};

/** Each search has a form of its own; who sent the one before goes on in the next. */
let wasSent = false;

/** Works as it is sent by a browser alone; with JavaScript its counts follow what is chosen, and no new document is loaded. */
export function FilterForm({ action, kept, search, facets, activeCount }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const summary = useRef<HTMLElement>(null);
  const [changed, setChanged] = useState<string | null>(null);
  const { found, refusal, isCounting } = useFormCount(action, changed);
  const counts = found?.facets ?? facets;

  useEffect(() => {
    if (form.current !== null && wasChanged(form.current)) setChanged(sentBy(form.current).toString());
  }, []);

  useEffect(() => {
    if (!wasSent) return;
    wasSent = false;
    submit.current?.focus({ preventScroll: true });
    // Folded away, it takes no focus.
    if (document.activeElement !== submit.current) summary.current?.focus({ preventScroll: true });
  }, []);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    wasSent = true;
    router.push(formAddress(action, sentBy(event.currentTarget)));
  };

  return (
    <details className="open-when-wide not-in-print group">
      <summary ref={summary} className="button-quiet flex list-none [&::-webkit-details-marker]:hidden">
        <Icon of="sliders-horizontal" />
        Filters{activeCount > 0 ? ` (${activeCount})` : ""}
        <Icon of="chevron-down" className="size-4 group-open:rotate-180" />
      </summary>
      <form
        ref={form}
        action={action}
        onSubmit={send}
        onChange={(event) => setChanged(sentBy(event.currentTarget).toString())}
        className="grid gap-5 max-lg:mt-4 max-lg:rounded-card max-lg:border max-lg:border-line max-lg:bg-surface max-lg:p-5 lg:grid-cols-[repeat(6,minmax(0,1fr))_auto] lg:items-end lg:gap-3"
      >
        <h2 className="sr-only">Filters</h2>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PriceFields price={search.price} words={CHANNEL_WORDS[search.channel]} />
        <div className="grid grid-cols-2 gap-2 lg:contents">
          <RoomsField label="Bedrooms" name="beds" word="bed" range={search.beds} counts={counts.beds} />
          <RoomsField label="Bathrooms" name="baths" word="bath" range={search.baths} counts={counts.baths} />
        </div>
        <FilterMenu label="Type" names={["type"]} changed={changed} chosenCount={search.types.length}>
          <TickList name="type" legend="Property type" ticks={typeTicks(search.types, counts.type)} />
        </FilterMenu>
        <MoreFilters search={search} facets={counts} changed={changed} />
        <div className="grid gap-1">
          <button
            ref={submit}
            type="submit"
            className="button lg:min-w-44"
            aria-busy={isCounting || undefined}
          >
            Show {found === null ? "homes" : homesWords(found.total)}
          </button>
        </div>
        <p role="status" className="text-danger text-sm empty:hidden lg:col-span-full">
          {refusal}
        </p>
      </form>
    </details>
  );
}

function sentBy(form: HTMLFormElement): URLSearchParams {
  const texts = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(texts);
}
