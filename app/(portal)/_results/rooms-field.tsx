import { SelectField } from "@/app/_ui/select-field";
import type { NumberRange } from "@/lib/listings/search";
import type { CountFromMin } from "@/lib/listings/search-answers";
import { rangeText, roomChoices } from "./filter-choices";

type Props = {
  label: string;
  name: "beds" | "baths" | "parking";
  /** One of them, as a range is said in words: "bed". */
  word: string;
  range: NumberRange | null;
  counts: readonly CountFromMin[];
};

/** So many rooms or more. */
export function RoomsField({ label, name, word, range, counts }: Props) {
  return (
    <SelectField
      label={label}
      name={name}
      value={rangeText(range)}
      choices={roomChoices(counts, range, word)}
    />
  );
}
