"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast/use-toast";
import { listingName, publicPath, statusOf } from "@/app/console/listings/_edit/public-place";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { Verb } from "@/lib/listings/listing-workflow";
import { VerbDialog } from "./verb-dialog";
import { verbWords } from "./verb-words";

type Props = {
  listing: EditableListing;
  /** Why nothing can be done now, such as unsaved changes; undefined is nothing. */
  blocked: string | undefined;
  /** The listing as it is by now. */
  renew: () => Promise<EditableListing | null>;
};

/** What can be done with a listing in its life, and why what cannot cannot. */
export function VerbButtons({ listing, blocked, renew }: Props) {
  const [asked, setAsked] = useState<Verb | null>(null);
  const say = useToast();
  const offer = listing.fields.offer === "rent" ? "rent" : "sale";
  const subject = { offer, status: statusOf(listing) } as const;
  const verbs = listing.verbs.filter(({ verb }) => verb !== (offer === "sale" ? "lease" : "sell"));

  const done = async (verb: Verb) => {
    const { done: became, publicly } = verbWords(verb, subject);
    const now = await renew();
    setAsked(null);
    const path = publicPath(now ?? listing);
    say({
      title: `${listingName(listing)} ${became}.`,
      description: publicly,
      action: { label: "See its page", onPress: () => window.open(path, "_blank") },
    });
  };
  return (
    <>
      <ul aria-label="What can be done" className="flex flex-wrap gap-2">
        {verbs.map(({ verb, isAllowed, reason }) => (
          <li key={verb}>
            <Button
              look={verb === "publish" && isAllowed ? "primary" : "secondary"}
              disabledReason={isAllowed ? blocked : (reason ?? "It cannot be done now.")}
              onClick={() => setAsked(verb)}
            >
              {verbWords(verb, subject).button}…
            </Button>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <VerbDialog
          key={asked}
          verb={asked}
          listing={listing}
          words={verbWords(asked, subject)}
          onClose={() => setAsked(null)}
          onDone={() => done(asked)}
          renew={renew}
        />
      )}
    </>
  );
}
