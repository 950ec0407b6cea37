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

const SHORT_CHARACTERS = 60;
/** Several short values that read well in one line. */
const IN_ONE_LINE: ReadonlySet<string> = new Set(["features", "agents"]);

/** Each field of a change: what it was, and what it became. */
export function ChangeList({ change, listing, isFirst = false }: Props) {
  const around = { currency: String(listing.fields.priceCurrency), agents: listing.agents };
  const textOf = (field: string, value: unknown) => {
    const text = valueText(field, value, around);
    return IN_ONE_LINE.has(field) ? text.replaceAll("\n", ", ") : text;
  };
  const told = Object.entries(change)
    .map(([field, { from, to }]) => ({ field, from: textOf(field, from), to: textOf(field, to) }))
    .filter(({ to }) => !isFirst || to !== "");
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
      {told.map(({ field, from, to }) => (
        <div key={field} className="contents">
          <dt className="text-muted">{fieldLabel(field)}</dt>
          <dd className="min-w-0 whitespace-pre-line break-words">
            {isFirst ? <span className="line-clamp-6">{to}</span> : <FromTo from={from} to={to} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FromTo({ from, to }: { from: string; to: string }) {
  const isShort = from.length + to.length < SHORT_CHARACTERS && !`${from}${to}`.includes("\n");
  return (
    <>
      <span className={`text-muted line-through decoration-edge ${isShort ? "" : "line-clamp-4"}`}>
        {from || "nothing"}
      </span>
      {isShort ? <span aria-hidden="true"> → </span> : null}
      <span className="sr-only"> became </span>
      <span className={isShort ? "" : "line-clamp-6"}>{to || "nothing"}</span>
    </>
  );
}
