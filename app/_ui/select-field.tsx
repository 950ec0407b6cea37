import { Icon } from "@/app/_ui/icon";

export type Choice = { readonly value: string; readonly label: string };

/** A labelled choice of one. `value` must be among the choices. */
export function SelectField(props: {
  label: string;
  name: string;
  value: string;
  choices: readonly Choice[];
  isLabelHidden?: boolean;
}) {
  const { label, name, value, choices, isLabelHidden = false } = props;
  return (
    <label className="relative block">
      <span className={isLabelHidden ? "sr-only" : "mb-1 block font-medium text-sm"}>{label}</span>
      <select name={name} defaultValue={value} className="field cursor-pointer appearance-none pr-9">
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" className="pointer-events-none absolute right-3 bottom-3.5 size-4.5 text-muted" />
    </label>
  );
}
