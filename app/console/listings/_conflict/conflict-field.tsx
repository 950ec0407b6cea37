import { type Side, ValueConflict } from "@/app/_ui/conflict/value-conflict";
import { fieldLabel } from "@/app/console/listings/_words/field-words";
import { valueText } from "@/app/console/listings/_words/value-words";
import type { EditableListing } from "@/lib/listings/editable-listing";
import type { FieldConflict } from "@/lib/listings/field-conflicts";
import { standingOf } from "./conflict-sides";

type Props = { conflict: FieldConflict; listing: EditableListing };
type ChoiceProps = Props & {
  theirName: string;
  chosen: Side | null;
  onChoose: (side: Side) => void;
};

const NOTES = {
  both: "You both changed it.",
  mine: "Only you changed it.",
  theirs: "Only they changed it.",
  settled: "",
} as const;

/** A field on which two editors differ: what it was, and the choice between what each made of it. */
export function ConflictField({ conflict, listing, theirName, chosen, onChoose }: ChoiceProps) {
  const text = textOf(listing, conflict.field);
  const base =
    "base" in conflict ? `It was: ${text(conflict.base) || "nothing"}.` : "Nobody knows what it was.";
  return (
    <div className="grid gap-1">
      <ValueConflict
        label={fieldLabel(conflict.field)}
        theirs={text(conflict.theirs)}
        mine={text(conflict.mine)}
        theirName={theirName}
        chosen={chosen}
        onChoose={onChoose}
      />
      <p className="line-clamp-3 whitespace-pre-line text-muted text-sm">
        {NOTES[standingOf(conflict)]} {base}
      </p>
    </div>
  );
}

/** A field that is not for the editor to choose: its status, or what both made the same. */
export function SettledField({ conflict, listing }: Props) {
  const text = textOf(listing, conflict.field);
  return (
    <p>
      <span className="font-medium text-sm">{fieldLabel(conflict.field)}</span>
      <span className="block">
        {"base" in conflict ? `${text(conflict.base) || "nothing"} → ` : ""}
        {text(conflict.theirs) || "nothing"}
      </span>
    </p>
  );
}

function textOf(listing: EditableListing, field: string): (value: unknown) => string {
  const around = { currency: String(listing.fields.priceCurrency), agents: listing.agents };
  return (value) => valueText(field, value, around);
}
