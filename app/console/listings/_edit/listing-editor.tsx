"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { SectionNav } from "@/app/_ui/section-nav";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useHydrated } from "@/app/_ui/use-hydrated";
import { ConflictDialog } from "@/app/console/listings/_conflict/conflict-dialog";
import type { AgencyRef } from "@/lib/agencies/agency";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { KeptDraft } from "@/lib/listings/listing-draft";
import { EditorBar } from "./editor-bar";
import { EditorHeader } from "./editor-header";
import { EditorNotice } from "./editor-notice";
import { SECTIONS } from "./editor-section";
import { EditorSections } from "./editor-sections";
import { bigPriceChange, PriceQuestion } from "./price-question";
import { listingName, publicPath, statusOf } from "./public-place";
import { useEditor } from "./use-editor";
import { useFirstProblem } from "./use-first-problem";
import { usePlace } from "./use-place";
import { useSaveKey } from "./use-save-key";

type Props = {
  listing: EditableListing;
  draft: KeptDraft | null;
  agencies: readonly AgencyRef[] | null;
};

/** One listing with everything about it that can be changed. */
export function ListingEditor({ listing: first, draft, agencies }: Props) {
  const router = useRouter();
  const say = useToast();
  const editor = useEditor(first, draft);
  const { edited, problems, conflict, isBusy } = editor;
  const { listing } = edited;
  const isAlive = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const focusFirst = useFirstProblem(form);
  const place = usePlace(listing.locality, editor.value("locality"));
  const [isAsking, setIsAsking] = useState(false);
  const count = Object.keys(edited.changes).length;

  const tell = (result: Awaited<ReturnType<typeof editor.save>>) => {
    if (result === null) return;
    if ("message" in result) return focusFirst();
    const { listing: now, changed } = result;
    const isPublic = now.channel !== null;
    say({
      title: changed.length === 0 ? "There was nothing to change." : `${listingName(now)} is saved.`,
      description: isPublic ? "Its public page shows it now." : "It is not on show: nobody else sees it.",
      ...(isPublic
        ? { action: { label: "See its page", onPress: () => void window.open(publicPath(now), "_blank") } }
        : {}),
    });
  };
  const save = async (isSure = false) => {
    if (count === 0) return;
    editor.touch(Object.keys(edited.changes));
    if (problems.size > 0) {
      editor.touch(problems.keys());
      return focusFirst();
    }
    if (!isSure && bigPriceChange(edited) !== null) return setIsAsking(true);
    tell(await editor.save());
  };
  useSaveKey(() => void save());

  return (
    <div className="grid gap-4">
      <EditorHeader
        listing={listing}
        renew={editor.renew}
        blocked={count === 0 ? undefined : "Save or discard your changes first."}
      />
      <EditorNotice editor={editor} draft={draft} />
      <div className="grid gap-x-10 lg:grid-cols-[12rem_minmax(0,60rem)]">
        <div className="max-lg:hidden">
          <div className="sticky top-6">
            <SectionNav
              label="Parts of the listing"
              sections={SECTIONS.map(({ id, label, fields }) => ({
                ...{ id, label },
                problems: fields.filter((field) => editor.error(field) !== undefined).length,
              }))}
            />
          </div>
        </div>
        <form
          ref={form}
          noValidate
          // What is typed before the page listens would be lost.
          inert={!isAlive}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
          onBlur={({ target }) => {
            if ("name" in target && typeof target.name === "string") editor.touch([target.name]);
            void editor.drafts.keepNow();
          }}
        >
          <EditorSections
            key={edited.generation}
            agencies={agencies}
            form={{
              ...{ listing, isNew: false, place },
              ...{ value: editor.value, set: editor.set, error: editor.error },
            }}
          />
        </form>
      </div>
      <EditorBar
        status={statusOf(listing)}
        kept={editor.drafts.kept}
        count={count}
        isBusy={isBusy}
        onSave={() => void save()}
        onPreview={async () => {
          await editor.drafts.keepNow();
          router.push(`/console/listings/${listing.id}/preview`);
        }}
        onDiscard={editor.discard}
      />
      {isAsking ? (
        <PriceQuestion
          edited={edited}
          onClose={() => setIsAsking(false)}
          onSure={() => {
            setIsAsking(false);
            void save(true);
          }}
        />
      ) : null}
      {conflict === null ? null : (
        <ConflictDialog
          key={conflict.version}
          listing={listing}
          conflict={conflict}
          isBusy={isBusy}
          onClose={editor.dismiss}
          onChosen={async (changes) => tell(await editor.resolve(changes, conflict))}
        />
      )}
    </div>
  );
}
