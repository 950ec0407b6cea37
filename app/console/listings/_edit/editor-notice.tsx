import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/console/listings/_words/moment";
import type { KeptDraft } from "@/lib/listings/listing-draft";
import type { useEditor } from "./use-editor";

type Props = { editor: ReturnType<typeof useEditor>; draft: KeptDraft | null };

/** One thing about the whole form: that saving was refused, or that an earlier draft stands in it. */
export function EditorNotice({ editor, draft }: Props) {
  const [isSeen, setIsSeen] = useState(false);
  const { refused, edited } = editor;
  if (refused !== null && refused.conflict === undefined)
    return (
      <Notice
        tone="danger"
        title="It was not saved"
        role="alert"
        actions={<Button onClick={editor.dismiss}>Close</Button>}
      >
        {refused.message}
      </Notice>
    );
  if (isSeen || draft === null || Object.keys(draft.changes).length === 0) return null;
  if (Object.keys(edited.changes).length === 0) return null;
  const isOld = draft.baseVersion !== null && draft.baseVersion < edited.listing.version;
  return (
    <Notice
      title="Your unsaved changes are back"
      actions={
        <>
          <Button onClick={() => setIsSeen(true)}>Go on with them</Button>
          <Button look="quiet" onClick={editor.discard}>
            Discard them
          </Button>
        </>
      }
    >
      You last typed them <Moment at={draft.updatedAt} />.
      {isOld ? " The listing was changed since: when you save, both versions are shown." : ""}
    </Notice>
  );
}
