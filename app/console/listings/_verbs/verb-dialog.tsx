import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { askJson, type Refused } from "@/app/console/listings/_edit/ask-json";
import { WarningList } from "@/app/console/listings/_edit/price-warnings";
import { listingName } from "@/app/console/listings/_edit/public-place";
import { problemText } from "@/app/console/listings/_words/field-words";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { Verb } from "@/lib/listings/listing-workflow";
import type { ListingWritten } from "@/lib/listings/listing-write";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { LeaseFields, SaleFields } from "./day-and-price";
import { todayIn, verbUrl } from "./verb-request";
import type { VerbWords } from "./verb-words";

type Props = {
  verb: Verb;
  words: VerbWords;
  listing: EditableListing;
  onClose: () => void;
  onDone: () => Promise<void>;
  renew: () => Promise<EditableListing | null>;
};

/** Asks before a listing moves on, with what that does to its public page and what has to be known for it. */
export function VerbDialog({ verb, words, listing, onClose, onDone, renew }: Props) {
  const [body, setBody] = useState<Readonly<Record<string, unknown>>>(() => beginning(verb, listing));
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const error = (field: string) => {
    const reason = refused?.issues.find((issue) => issue.field === field)?.reason;
    return reason === undefined ? undefined : problemText(field, reason);
  };

  const confirm = async () => {
    setIsBusy(true);
    const answer = await askJson<ListingWritten>(verbUrl(listing.id, verb), {
      method: "POST",
      body: { version: listing.version, ...body },
    });
    if (answer.refused === undefined) await onDone();
    else {
      setRefused(answer.refused);
      // With the version that the next answer is about.
      if (answer.refused.conflict !== undefined) await renew();
    }
    setIsBusy(false);
  };
  const isShowing = verb === "publish" || verb === "relist";
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !isBusy) onClose();
      }}
      title={words.question.replace("NAME", () => listingName(listing))}
      description={words.effect}
      actions={
        <>
          <DialogClose>
            <Button>Leave as it is</Button>
          </DialogClose>
          <Button
            look={verb === "withdraw" ? "danger" : "primary"}
            isBusy={isBusy}
            busyLabel={words.busy}
            onClick={confirm}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      {isShowing && listing.fields.status !== "sold" ? (
        <p>
          The price that everybody reads: <b>{String(listing.fields.priceDisplay)}</b>
        </p>
      ) : null}
      {isShowing ? <WarningList warnings={listing.priceWarnings} /> : null}
      {verb === "sell" ? <SaleFields listing={listing} body={body} error={error} onChange={setBody} /> : null}
      {verb === "lease" ? <LeaseFields body={body} error={error} onChange={setBody} /> : null}
      {refused?.conflict === undefined ? null : (
        <ChangedMeanwhile conflict={refused.conflict} listing={listing} />
      )}
      {refused === null || refused.conflict !== undefined ? null : (
        <Notice tone="danger" title="It was not done" role="alert">
          {refused.message}
        </Notice>
      )}
    </Dialog>
  );
}

function beginning(verb: Verb, { timeZone }: EditableListing): Readonly<Record<string, unknown>> {
  if (verb === "sell") return { soldOn: todayIn(timeZone), soldPrice: "" };
  return verb === "lease" ? { leasedOn: todayIn(timeZone) } : {};
}
