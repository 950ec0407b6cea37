import { RadioGroup } from "@/app/_ui/radio-group";

const OPTIONS = [
  { value: "shown", label: "Show what it was sold for" },
  { value: "withheld", label: "Withhold the price" },
];

/** Whether the public learns the price of a sale. */
export function WithheldChoice(props: { isWithheld: boolean; onChoose: (isWithheld: boolean) => void }) {
  return (
    <RadioGroup
      legend="Price"
      name="withheld"
      options={OPTIONS}
      value={props.isWithheld ? "withheld" : "shown"}
      onChange={(value) => props.onChoose(value === "withheld")}
    />
  );
}
