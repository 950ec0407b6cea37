import { Checkbox } from "@/app/_ui/checkbox";
import { RadioGroup } from "@/app/_ui/radio-group";
import { SelectField } from "@/app/_ui/select-field";
import { Switch } from "@/app/_ui/switch";
import { Specimen, Specimens } from "./show";

const TYPES = [
  { value: "", label: "Choose" },
  { value: "house", label: "House" },
  { value: "unit", label: "Unit" },
];
const METHODS = [
  { value: "auction", label: "Auction", hint: "On a day that is announced" },
  { value: "treaty", label: "Private treaty" },
  { value: "tender", label: "Tender", hint: "Not in this state", isDisabled: true },
];

export function Choices() {
  return (
    <Specimens>
      <Specimen name="Select">
        <SelectField label="Type" name="type" value="house" choices={TYPES} hint="As it is on the title" />
      </Specimen>
      <Specimen name="Select, wrong">
        <SelectField label="Kind" name="kind" value="" choices={TYPES} isRequired error="Choose one." />
      </Specimen>
      <Specimen name="Select, not in use">
        <SelectField label="Former type" name="former" value="unit" choices={TYPES} disabled />
      </Specimen>
      <Specimen name="Radio buttons">
        <RadioGroup
          legend="Sold by"
          name="method"
          options={METHODS}
          value="treaty"
          hint="It can change later."
        />
      </Specimen>
      <Specimen name="Radio buttons, wrong">
        <RadioGroup
          legend="Way of sale"
          name="way"
          options={METHODS.slice(0, 2)}
          isRequired
          error="Choose how the home is sold."
        />
      </Specimen>
      <Specimen name="Checkboxes">
        <Checkbox label="Pool" defaultChecked />
        <Checkbox label="Show the street number" hint="Without it, only the street is shown." />
        <Checkbox label="Strata" disabled />
        <Checkbox label="Heritage" disabled defaultChecked />
        <Checkbox label="The owner has agreed" error="The owner has to agree before it is published." />
      </Specimen>
      <Specimen name="Switches">
        <Switch label="Email me each enquiry" defaultChecked />
        <Switch label="Weekly summary" hint="Monday at 7 in the morning" />
        <Switch label="Text messages" disabled />
        <Switch label="Security messages" disabled defaultChecked />
      </Specimen>
    </Specimens>
  );
}
