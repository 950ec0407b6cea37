import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { askJson, type Refused } from "@/app/console/listings/_edit/ask-json";
import { fieldLabel } from "@/app/console/listings/_words/field-words";
import { valueText } from "@/app/console/listings/_words/value-words";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { ListingConflict } from "@/lib/listings/field-conflicts";
import type { HistoryEntry } from "@/lib/listings/listing-history";
import { ChangeList } from "./change-list";

type Props = {
  entry: HistoryEntry;
  listing: EditableListing;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** Asks before a change is taken back; where somebody has changed the same fields since, says which, and why that is in the way. */
export function UndoDialog({ entry, listing, onClose, onDone }: Props) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const back = Object.fromEntries(
    Object.entries(entry.change).map(([field, { from, to }]) => [field, { from: to, to: from }]),
  );
  const confirm = async () => {
    setIsBusy(true);
    const url = `/api/console/listings/${listing.id}/history/${entry.id}/reversal`;
    const answer = await askJson<unknown>(url, { method: "POST" });
    if (answer.refused === undefined) await onDone();
    else setRefused(answer.refused);
    setIsBusy(false);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !isBusy) onClose();
      }}
      title="Undo this change?"
      description={`${entry.actor} made it. Each field goes back to what it was before; the undoing is told in the history too, and can itself be undone.`}
      actions={
        <>
          <DialogClose>
            <Button>Leave as it is</Button>
          </DialogClose>
          <Button
            look="primary"
            isBusy={isBusy}
            busyLabel="Undoing…"
            disabledReason={refused === null ? undefined : "It cannot be undone as it stands."}
            onClick={confirm}
          >
            Undo it
          </Button>
        </>
      }
    >
      <ChangeList change={back} listing={listing} />
      {refused === null ? null : (
        <Notice tone="danger" role="alert" title="It was not undone">
          {refused.conflict === undefined ? (
            refused.message
          ) : (
            <SinceThen conflict={refused.conflict} listing={listing} />
          )}
        </Notice>
      )}
    </Dialog>
  );
}

function SinceThen({ conflict, listing }: { conflict: ListingConflict; listing: EditableListing }) {
  const around = { currency: String(listing.fields.priceCurrency), agents: listing.agents };
  return (
    <>
      <p>Something was changed again since then, and undoing this would undo that too:</p>
      <ul className="my-1 grid gap-1">
        {conflict.fields.map(({ field, base, theirs }) => (
          <li key={field}>
            <b>{fieldLabel(field)}</b> became {valueText(field, base, around) || "nothing"} here, and is{" "}
            {valueText(field, theirs, around) || "nothing"} now.
          </li>
        ))}
      </ul>
      <p>Undo what came later first, or change the fields in the editor.</p>
    </>
  );
}
