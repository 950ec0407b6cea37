"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Kbd } from "@/app/_ui/kbd";
import { Notice } from "@/app/_ui/notice";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useHydrated } from "@/app/_ui/use-hydrated";
import { AddressSection } from "@/app/console/listings/_edit/address-section";
import { askJson, type Refused } from "@/app/console/listings/_edit/ask-json";
import { type Edited, typedIn, valueIn } from "@/app/console/listings/_edit/edited-listing";
import { KeptNote } from "@/app/console/listings/_edit/kept-note";
import { PeopleSection } from "@/app/console/listings/_edit/people-section";
import { PriceSection } from "@/app/console/listings/_edit/price-section";
import { RoomsSection } from "@/app/console/listings/_edit/rooms-section";
import { TextSection } from "@/app/console/listings/_edit/text-section";
import { useFirstProblem } from "@/app/console/listings/_edit/use-first-problem";
import { usePlace } from "@/app/console/listings/_edit/use-place";
import { useSaveKey } from "@/app/console/listings/_edit/use-save-key";
import { problemText } from "@/app/console/listings/_words/field-words";
import type { AgencyRef } from "@/lib/agencies/agency";
import type { KeptDraft } from "@/lib/listings/listing-draft";
import type { ListingWritten } from "@/lib/listings/listing-write";
import { BegunDrafts } from "./begun-drafts";
import { BLANK_LISTING } from "./blank-listing";
import { newProblems, newValues } from "./new-values";
import { useNewDraft } from "./use-new-draft";

type Props = {
  draft: KeptDraft | null;
  drafts: readonly KeptDraft[];
  agencies: readonly AgencyRef[] | null;
};

/** A listing that is being made: a draft that nobody else sees until it is published. */
export function NewListing({ draft, drafts, agencies }: Props) {
  const router = useRouter();
  const say = useToast();
  const [edited, setEdited] = useState<Edited>({
    ...{ listing: BLANK_LISTING, version: 1, generation: 0 },
    changes: draft?.changes ?? {},
  });
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isAlive = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const focusFirst = useFirstProblem(form);
  const place = usePlace(null, valueIn(edited, "locality"));
  const problems = newProblems(edited);
  const kept = useNewDraft(draft, edited.changes);
  const count = Object.keys(edited.changes).length;

  const make = async () => {
    if (isBusy) return;
    setTouched(new Set(problems.keys()));
    if (problems.size > 0) return focusFirst();
    setIsBusy(true);
    const answer = await askJson<ListingWritten>("/api/console/listings", {
      method: "POST",
      body: newValues(edited),
    });
    setIsBusy(false);
    if (answer.refused !== undefined) {
      setRefused(answer.refused);
      return focusFirst();
    }
    await kept.forget();
    say({
      title: "The listing is made.",
      description: "It is a draft, which nobody else sees until it is published.",
    });
    router.replace(`/console/listings/${answer.value.id}`);
  };
  useSaveKey(() => void make());

  const fields = {
    ...{ listing: BLANK_LISTING, isNew: true, place },
    value: (field: string) => valueIn(edited, field),
    set: (field: string, value: unknown) => {
      setEdited((now) => typedIn(now, field, value));
      setRefused(null);
    },
    error: (field: string) => {
      const reason =
        refused?.issues.find((issue) => issue.field.split(".")[0] === field)?.reason ??
        (touched.has(field) ? problems.get(field) : undefined);
      return reason === undefined ? undefined : problemText(field, reason);
    },
  };
  return (
    <div className="grid max-w-4xl gap-4">
      <Breadcrumbs
        crumbs={[
          { label: "Listings", href: "/console/listings" },
          { label: "New", href: null },
        ]}
      />
      <h1 className="text-3xl">New listing</h1>
      <BegunDrafts drafts={drafts.filter(({ id }) => id !== draft?.id)} />
      {refused === null ? null : (
        <Notice tone="danger" role="alert" title="It was not made">
          {refused.message}
        </Notice>
      )}
      <form
        ref={form}
        noValidate
        // What is typed before the page listens would be lost.
        inert={!isAlive}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
        onBlur={({ target }) => {
          if ("name" in target && typeof target.name === "string" && target.name in edited.changes)
            setTouched(new Set([...touched, target.name]));
          void kept.keepNow();
        }}
      >
        <AddressSection form={fields} isPinShown={false} />
        <RoomsSection form={fields} />
        <PriceSection form={fields} />
        <TextSection form={fields} />
        {agencies === null ? null : <PeopleSection form={fields} agencies={agencies} />}
      </form>
      <div className="sticky bottom-0 z-20 -mx-4 -mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t bg-surface px-4 py-2 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8">
        {count === 0 ? (
          <p className="text-muted">Agents, inspections and pictures follow.</p>
        ) : (
          <KeptNote kept={kept.kept} count={count} />
        )}
        <div className="flex gap-2">
          {count === 0 ? null : (
            <ConfirmDialog
              trigger={<Button look="quiet">Discard…</Button>}
              title="Discard this listing?"
              confirmLabel="Discard"
              busyLabel="Discarding…"
              isDestructive
              onConfirm={async () => {
                await kept.forget();
                router.push("/console/listings");
              }}
            >
              <p>What you typed is forgotten. This cannot be undone.</p>
            </ConfirmDialog>
          )}
          <Button look="primary" isBusy={isBusy} busyLabel="Making it…" onClick={() => void make()}>
            Make the draft <Kbd>Ctrl S</Kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}
