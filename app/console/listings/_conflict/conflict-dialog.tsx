import { useState } from "react";
import { Button } from "@/app/_ui/button";
import type { Side } from "@/app/_ui/conflict/value-conflict";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import type { Changes } from "@/app/console/listings/_edit/edited-listing";
import { listingName } from "@/app/console/listings/_edit/public-place";
import { agoText } from "@/app/console/listings/_words/ago-text";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { ListingConflict } from "@/lib/listings/field-conflicts";
import { ConflictField, SettledField } from "./conflict-field";
import { chosenChanges, firstChoices, standingOf } from "./conflict-sides";

type Props = {
  listing: EditableListing;
  conflict: ListingConflict;
  isBusy: boolean;
  /** Leaves everything as it is typed. */
  onClose: () => void;
  onChosen: (changes: Changes) => void;
};

/** Somebody else has saved first: what it was, what they made of it, and mine, field by field. Nothing is saved before a choice. */
export function ConflictDialog({ listing, conflict, isBusy, onClose, onChosen }: Props) {
  const { changedBy, changedAt, isComplete, fields } = conflict;
  const [choices, setChoices] = useState(() => firstChoices(fields));
  const who = changedBy ?? "a feed, or somebody at the database";
  const when = changedAt === null ? "" : `, ${agoText(changedAt, Date.now())}`;
  const open = fields.filter((one) => standingOf(one) !== "settled");
  const settled = fields.filter((one) => standingOf(one) === "settled");
  const left = open.filter(({ field }) => !choices.has(field)).length;
  const all = (side: Side) => setChoices(new Map(open.map(({ field }) => [field, side])));
  const inOrder = open.toSorted((one, other) => rank(standingOf(one)) - rank(standingOf(other)));
  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={(isOpen) => {
        if (!isOpen && !isBusy) onClose();
      }}
      title={`${listingName(listing)} was changed while you edited it`}
      description={`By ${who}${when}. Nothing of yours is saved yet, and nothing of theirs is lost: choose for each field.`}
      actions={
        <>
          <DialogClose>
            <Button>Back to editing</Button>
          </DialogClose>
          <Button
            look="primary"
            isBusy={isBusy}
            busyLabel="Saving…"
            disabledReason={
              left === 0 ? undefined : `Choose for ${left === 1 ? "one field" : `${left} fields`} more.`
            }
            onClick={() => onChosen(chosenChanges(fields, choices))}
          >
            Save the choice
          </Button>
        </>
      }
    >
      {isComplete ? null : (
        <Notice tone="warning" title="Not every change since is on record">
          A feed or somebody at the database wrote too. Look through the whole listing after this.
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => all("theirs")}>All theirs</Button>
        <Button onClick={() => all("mine")}>All mine</Button>
      </div>
      <div className="dense grid gap-5">
        {inOrder.map((one) => (
          <ConflictField
            key={one.field}
            conflict={one}
            listing={listing}
            theirName={`${who}${when}`}
            chosen={choices.get(one.field) ?? null}
            onChoose={(side) => setChoices(new Map(choices).set(one.field, side))}
          />
        ))}
        {settled.map((one) => (
          <SettledField key={one.field} conflict={one} listing={listing} />
        ))}
      </div>
    </Dialog>
  );
}

function rank(standing: string): number {
  return ["both", "mine", "theirs"].indexOf(standing);
}
