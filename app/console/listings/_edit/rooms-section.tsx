import { NumberField } from "@/app/_ui/number-field";
import { SelectField } from "@/app/_ui/select-field";
import { typeName } from "@/app/(portal)/_listing/listing-words";
import { fieldLabel } from "@/app/console/listings/_words/field-words";
import { PROPERTY_TYPES } from "@/lib/listings/listing";
import { EditorSection } from "./editor-section";
import { type Form, textIn } from "./form";
import { readNumber, writtenNumber } from "./written-number";

const TYPES = PROPERTY_TYPES.map((type) => ({ value: type, label: typeName(type) }));
const OFFERS = [
  { value: "sale", label: "Sale" },
  { value: "rent", label: "Rent" },
];
const COUNTS = [
  { field: "beds", isWhole: true },
  { field: "baths", isWhole: false },
  { field: "parking", isWhole: true },
  { field: "landAreaM2", isWhole: false, unit: "m²" },
  { field: "floorAreaM2", isWhole: false, unit: "m²" },
];

export function RoomsSection({ form }: { form: Form }) {
  const { isNew, set, error } = form;
  return (
    <EditorSection id="rooms">
      <div className="grid gap-4 sm:grid-cols-2">
        {isNew ? (
          <SelectField
            label="Offered for"
            name="offer"
            value={textIn(form, "offer")}
            choices={OFFERS}
            onChange={({ target }) => set("offer", target.value)}
          />
        ) : null}
        <SelectField
          label="Type"
          name="propertyType"
          value={textIn(form, "propertyType")}
          choices={TYPES}
          error={error("propertyType")}
          onChange={({ target }) => set("propertyType", target.value)}
        />
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3 xl:grid-cols-5">
        {COUNTS.map(({ field, isWhole, unit }) => (
          <NumberField
            key={field}
            label={fieldLabel(field)}
            name={field}
            isWhole={isWhole}
            {...(unit === undefined ? {} : { unit })}
            defaultValue={writtenNumber(form.value(field))}
            error={error(field)}
            onChange={({ target }) => set(field, readNumber(target.value))}
          />
        ))}
      </div>
    </EditorSection>
  );
}
