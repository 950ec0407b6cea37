"use client";

import { useState } from "react";
import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { useToast } from "@/app/_ui/toast/use-toast";
import { askJson } from "@/app/console/listings/_edit/ask-json";
import { listingName, publicPath } from "@/app/console/listings/_edit/public-place";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { HistoryEntry, HistoryPage } from "@/lib/listings/listing-history";
import { HistoryRow } from "./history-row";
import { UndoDialog } from "./undo-dialog";

type Props = { listing: EditableListing; first: HistoryPage };

/** Who did what to a listing, when and from where, the latest first; and the way to take a change back. */
export function HistoryView({ listing, first }: Props) {
  const say = useToast();
  const [{ items, next }, setPage] = useState(first);
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState<HistoryEntry | null>(null);
  const url = `/api/console/listings/${listing.id}/history`;

  const load = async (before: string | null) => {
    const answer = await askJson<HistoryPage>(before === null ? url : `${url}?before=${before}`);
    setFailure(answer.refused?.message ?? null);
    if (answer.refused !== undefined) return;
    const { value } = answer;
    setPage((now) => ({ ...value, items: before === null ? value.items : [...now.items, ...value.items] }));
  };
  const undone = async () => {
    setAsked(null);
    await load(null);
    say({
      title: "The change is undone.",
      description:
        listing.channel === null ? "Undoing that brings it back." : "The public page follows at once.",
      action: { label: "See its page", onPress: () => void window.open(publicPath(listing), "_blank") },
    });
  };
  return (
    <div className="grid max-w-5xl gap-4">
      <Breadcrumbs
        crumbs={[
          { label: "Listings", href: "/console/listings" },
          { label: listingName(listing), href: `/console/listings/${listing.id}` },
          { label: "History", href: null },
        ]}
      />
      <h1 className="text-3xl">History of {listingName(listing)}</h1>
      {items.length === 0 ? (
        <EmptyState title="Nothing is on record">
          Feeds keep their own record; what people change in the console is told here.
        </EmptyState>
      ) : (
        <ol className="grid rounded-control border border-line bg-surface">
          {items.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} listing={listing} onUndo={() => setAsked(entry)} />
          ))}
        </ol>
      )}
      {failure === null ? null : (
        <Notice tone="danger" role="alert" title="The history did not come">
          {failure}
        </Notice>
      )}
      {next === null ? null : <Button onClick={() => void load(next)}>Show older ones</Button>}
      {asked === null ? null : (
        <UndoDialog entry={asked} listing={listing} onClose={() => setAsked(null)} onDone={undone} />
      )}
    </div>
  );
}
