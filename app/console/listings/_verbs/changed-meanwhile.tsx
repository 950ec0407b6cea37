import { Notice } from "@/app/_ui/notice";
import { fieldLabel } from "@/app/console/listings/_words/field-words";
import { valueText } from "@/app/console/listings/_words/value-words";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { ListingConflict } from "@/lib/listings/field-conflicts";

/** What somebody else made of a listing, before one decides on it again. */
export function ChangedMeanwhile(props: { conflict: ListingConflict; listing: EditableListing }) {
  const { conflict, listing } = props;
  const around = { currency: String(listing.fields.priceCurrency), agents: listing.agents };
  return (
    <Notice
      tone="warning"
      role="alert"
      title={`${conflict.changedBy ?? "A feed, or somebody at the database,"} has changed it meanwhile; nothing was done`}
    >
      <ul className="grid gap-1">
        {conflict.fields.map(({ field, base, theirs }) => (
          <li key={field}>
            {fieldLabel(field)}: {valueText(field, base, around) || "nothing"} →{" "}
            <b>{valueText(field, theirs, around) || "nothing"}</b>
          </li>
        ))}
      </ul>
      <p className="mt-1">If it is still right, confirm again.</p>
    </Notice>
  );
}
