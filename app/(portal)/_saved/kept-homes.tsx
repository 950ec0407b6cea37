"use client";

import { Skeleton } from "@/app/_ui/skeleton";
import { KeptHome } from "./kept-home";
import { dropAll, type Kept } from "./kept-ids";
import { useKeptListings } from "./use-kept-listings";

/** What this browser keeps, beside each other. The room for it is there from the start: nothing moves when it comes. */
export function KeptHomes() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
      <KeptRow
        kept="saved"
        title="Saved"
        empty="Save a home with the bookmark on its card: it is kept here."
      />
      <KeptRow
        kept="viewed"
        title="Looked at lately"
        empty="Homes whose pages you open are kept here, in this browser alone."
      />
    </div>
  );
}

function KeptRow({ kept, title, empty }: { kept: Kept; title: string; empty: string }) {
  const { count, listings } = useKeptListings(kept);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3">
      <div className="flex min-h-10 items-center justify-between gap-4">
        <h3 className="text-xl">{title}</h3>
        {kept === "viewed" && count > 0 ? (
          <button
            type="button"
            onClick={() => dropAll(kept)}
            className="link min-h-10 cursor-pointer text-sm"
          >
            Forget them
          </button>
        ) : null}
      </div>
      <div className="h-32">
        {count === 0 || listings?.length === 0 ? (
          <p className="grid h-28 place-content-center rounded-card border border-line border-dashed px-6 text-center text-muted">
            {empty}
          </p>
        ) : (
          <ul className="flex h-32 snap-x gap-3 overflow-x-auto overscroll-x-contain">
            {listings === undefined
              ? Array.from({ length: Math.min(count, 2) }, (_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: they stand for what is on its way, and are all alike.
                  <li key={at} className="h-28 w-72 shrink-0">
                    <Skeleton className="size-full rounded-card" />
                  </li>
                ))
              : listings.map((listing) => <KeptHome key={listing.id} listing={listing} />)}
          </ul>
        )}
      </div>
    </div>
  );
}
