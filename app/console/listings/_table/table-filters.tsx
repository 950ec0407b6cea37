import { Checkbox } from "@/app/_ui/checkbox";
import { SelectField } from "@/app/_ui/select-field";
import { typeName } from "@/app/(portal)/_listing/listing-words";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import type { Asked } from "./use-table-search";

const TYPES = [
  { value: "", label: "Every type" },
  ...PROPERTY_TYPES.map((type) => ({ value: type, label: typeName(type) })),
];
const CHANNELS = [
  { value: "", label: "Shown anywhere" },
  { value: "buy", label: "Shown under Buy" },
  { value: "rent", label: "Shown under Rent" },
  { value: "sold", label: "Shown under Sold" },
];

type Props = {
  params: Pick<URLSearchParams, "get">;
  onAsk: (asked: Asked) => void;
};

/** Which listings are wanted, beside words and status. Made anew where the address changes past them. */
export function TableFilters({ params, onAsk }: Props) {
  const [type, channel, changedBy] = [params.get("type"), params.get("channel"), params.get("changedBy")];
  return (
    <div key={`${type} ${channel}`} className="flex flex-wrap items-center gap-2">
      <SelectField
        label="Type"
        isLabelHidden
        name="type"
        value={type ?? ""}
        choices={TYPES}
        onChange={({ target }) => onAsk({ type: target.value })}
      />
      <SelectField
        label="Where it is shown"
        isLabelHidden
        name="channel"
        value={channel ?? ""}
        choices={CHANNELS}
        onChange={({ target }) => onAsk({ channel: target.value })}
      />
      <Checkbox
        label="Changed by me"
        checked={changedBy === "me"}
        onChange={({ target }) => onAsk({ changedBy: target.checked ? "me" : undefined })}
      />
    </div>
  );
}
