import { fieldLabel } from "@/app/console/listings/_words/field-words";
import { valueText } from "@/app/console/listings/_words/value-words";
import type { AuditChange } from "@/lib/audit/audit-entry";
import type { EditableListing } from "@/lib/listings/editable-listing";

type Props = {
  change: AuditChange;
  listing: EditableListing;
  /** What it was when it was made is not told: everything was nothing. */
  isFirst?: boolean;
};

/** Each field of a change: what it was, and what it became. */
export function ChangeList({ change, listing, isFirst = false }: Props) {
  const around = { currency: String(listing.fields.priceCurrency), agents: listing.agents };
  const told = Object.entries(change)
    .map(([field, { from, to }]) => ({
      field,
      from: valueText(field, from, around),
      to: valueText(field, to, around),
    }))
    .filter(({ to }) => !isFirst || to !== "");
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
      {told.map(({ field, from, to }) => (
        <div key={field} className="contents">
          <dt className="text-muted">{fieldLabel(field)}</dt>
          <dd className="min-w-0 whitespace-pre-line break-words">
            {isFirst ? null : (
              <>
                <span className="line-clamp-4 text-muted line-through decoration-edge">
                  {from || "nothing"}
                </span>
                <span className="sr-only"> became </span>
              </>
            )}
            <span className="line-clamp-6">{to || "nothing"}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
