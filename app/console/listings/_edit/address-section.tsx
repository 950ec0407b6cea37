import { Checkbox } from "@/app/_ui/checkbox";
import { Combobox } from "@/app/_ui/combobox/combobox";
import { NumberField } from "@/app/_ui/number-field";
import { TextField } from "@/app/_ui/text-field";
import { localityKey, localityLabel } from "@/lib/localities/locality";
import { EditorSection } from "./editor-section";
import { findPlaces } from "./find-places";
import { type Form, textIn } from "./form";
import { readNumber, writtenNumber } from "./written-number";

export function AddressSection({ form, isPinShown = true }: { form: Form; isPinShown?: boolean }) {
  const { place, set, error } = form;
  return (
    <EditorSection id="address">
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label="Street"
          name="street"
          defaultValue={textIn(form, "street")}
          hint="Number and street; empty where nobody knows it."
          error={error("street")}
          onChange={({ target }) => set("street", target.value.trim() === "" ? null : target.value)}
        />
        <Combobox
          label="Suburb"
          isRequired
          load={findPlaces}
          placeholder="Suburb or postcode"
          {...(place === null ? {} : { value: { value: localityKey(place), label: localityLabel(place) } })}
          error={error("locality")}
          onChange={(option) => set("locality", option?.value ?? null)}
        />
      </div>
      <Checkbox
        label="Hide the street from the public"
        name="hideStreet"
        hint="The page then says the type and the suburb, and shows no pin."
        defaultChecked={form.value("hideStreet") === true}
        onChange={({ target }) => set("hideStreet", target.checked)}
      />
      {isPinShown ? (
        <details>
          <summary className="w-fit text-muted hover:text-ink">Pin on the map</summary>
          <div className="grid gap-4 pt-3 md:grid-cols-2">
            {["latitude", "longitude"].map((field) => (
              <NumberField
                key={field}
                label={field === "latitude" ? "Latitude" : "Longitude"}
                name={field}
                defaultValue={writtenNumber(form.value(field))}
                error={error(field)}
                onChange={({ target }) => set(field, readNumber(target.value))}
              />
            ))}
          </div>
        </details>
      ) : null}
    </EditorSection>
  );
}
