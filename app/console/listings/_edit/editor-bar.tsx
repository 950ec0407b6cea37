import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Kbd } from "@/app/_ui/kbd";
import { statusName, statusTone } from "@/app/console/listings/_words/status-words";
import type { ListingStatus } from "@/lib/listings/listing";
import { KeptNote } from "./kept-note";
import type { Kept } from "./use-kept-draft";

type Props = {
  status: ListingStatus;
  kept: Kept;
  count: number;
  isBusy: boolean;
  onSave: () => void;
  onPreview: () => void;
  onDiscard: () => void;
};

/** Always in sight: where the listing stands, what is not saved, and the way to save it. */
export function EditorBar({ status, kept, count, isBusy, onSave, onPreview, onDiscard }: Props) {
  return (
    <div className="sticky bottom-0 z-20 -mx-4 -mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-surface px-4 py-2 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8">
      <Badge tone={statusTone(status)}>{statusName(status)}</Badge>
      <div className="min-w-0 flex-1">
        <KeptNote kept={kept} count={count} />
      </div>
      <div className="flex flex-wrap gap-2">
        {count === 0 ? null : (
          <ConfirmDialog
            trigger={<Button look="quiet">Discard…</Button>}
            title={count === 1 ? "Discard 1 unsaved change?" : `Discard ${count} unsaved changes?`}
            confirmLabel="Discard"
            busyLabel="Discarding…"
            isDestructive
            onConfirm={onDiscard}
          >
            <p>The fields go back to what is saved, and the draft is forgotten. This cannot be undone.</p>
          </ConfirmDialog>
        )}
        <Button onClick={onPreview}>Preview</Button>
        <Button
          look="primary"
          isBusy={isBusy}
          busyLabel="Saving…"
          disabledReason={count === 0 ? "There is nothing to save." : undefined}
          onClick={onSave}
        >
          Save <Kbd>Ctrl S</Kbd>
        </Button>
      </div>
    </div>
  );
}
