import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Moment } from "@/app/console/listings/_words/moment";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { HistoryEntry } from "@/lib/listings/listing-history";
import { actionText } from "./action-words";
import { ChangeList } from "./change-list";

type Props = { entry: HistoryEntry; listing: EditableListing; onUndo: () => void };

export function HistoryRow({ entry, listing, onUndo }: Props) {
  const { id, at, actor, isPerson, address, action, change, version, undoes, undoneBy } = entry;
  const from = isPerson ? (address ?? "an unknown address") : "a program of the portal";
  return (
    <li
      id={`entry-${id}`}
      className="grid scroll-mt-6 gap-2 border-line border-b p-3 last:border-b-0 target:bg-accent-soft md:px-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-sans font-semibold text-sm">
          {actionText(action)}
          {undoes === null ? null : (
            <a href={`#entry-${undoes}`} className="link ml-2 font-normal">
              which one
            </a>
          )}
        </h2>
        <p className="text-muted">
          <span className="text-ink">{actor}</span> · <Moment at={at} /> · from {from}
          {version === null ? "" : ` · version ${version}`}
        </p>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1">
          <ChangeList change={change} listing={listing} isFirst={action === "create"} />
        </div>
        {undoneBy.length === 0 ? null : <Badge>Undone</Badge>}
        {action === "create" || undoneBy.length > 0 ? null : <Button onClick={onUndo}>Undo…</Button>}
      </div>
    </li>
  );
}
