import { DateField } from "@/app/_ui/date-field";
import { MoneyField } from "@/app/_ui/money-field";
import { NumberField } from "@/app/_ui/number-field";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { TimeField } from "@/app/_ui/time-field";
import { Specimen, Specimens } from "./show";

export function Fields() {
  return (
    <Specimens>
      <Specimen name="Text">
        <TextField label="Street" placeholder="12 Smith Street" />
      </Specimen>
      <Specimen name="Required, with a hint">
        <TextField label="Email" type="email" isRequired hint="Enquiries go there." autoComplete="email" />
      </Specimen>
      <Specimen name="Wrong">
        <TextField
          label="Postcode"
          inputMode="numeric"
          defaultValue="204"
          hint="Of the suburb"
          error="A postcode has four digits, such as 2042."
        />
      </Specimen>
      <Specimen name="Not to be changed, and not in use">
        <div className="grid gap-3">
          <TextField label="Listing number" defaultValue="48-1120" readOnly />
          <TextField label="Lot" defaultValue="Has no lot" disabled />
        </div>
      </Specimen>
      <Specimen name="Counted">
        <TextField
          label="Headline"
          countMax={40}
          defaultValue="Light on three sides"
          hint="Shown in results"
        />
      </Specimen>
      <Specimen name="Counted, and too long">
        <TextField
          label="Subtitle"
          countMax={20}
          defaultValue="A cottage under tall gums"
          error="Take away 5 characters."
        />
      </Specimen>
      <Specimen name="Several lines">
        <TextArea label="Description" countMax={2000} hint="What a photo does not show" />
      </Specimen>
      <Specimen name="Several lines, wrong">
        <TextArea
          label="Terms"
          isRequired
          error="Say how the home is sold: by auction, or by private treaty."
        />
      </Specimen>
      <Specimen name="Numbers with their unit">
        <div className="grid gap-3">
          <NumberField label="Land" unit="m²" defaultValue="612" isWhole />
          <NumberField label="Ceiling" unit="m" defaultValue="-2" error="A height is above 0." />
        </div>
      </Specimen>
      <Specimen name="Money">
        <div className="grid gap-3">
          <MoneyField label="Price guide, from" defaultValue="1,250,000" />
          <MoneyField label="Rent" after="per week" defaultValue="720" isRequired />
        </div>
      </Specimen>
      <Specimen name="Day and time">
        <div className="grid grid-cols-2 gap-3">
          <DateField label="Auction on" defaultValue="2026-12-05" />
          <TimeField label="At" defaultValue="10:30" step={900} />
        </div>
      </Specimen>
      <Specimen name="Day and time, wrong">
        <div className="grid grid-cols-2 gap-3">
          <DateField label="Open on" defaultValue="2025-12-05" error="That day has passed." />
          <TimeField label="Until" defaultValue="09:00" disabled />
        </div>
      </Specimen>
    </Specimens>
  );
}
