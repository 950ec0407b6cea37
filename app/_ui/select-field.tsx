import { type ComponentProps, useId } from "react";
import { Field } from "@/app/_ui/field";
import { type FieldTexts, fieldControl } from "@/app/_ui/field-control";
import { Icon } from "@/app/_ui/icon";

export type Choice = { readonly value: string; readonly label: string };

type Props = FieldTexts &
  Omit<ComponentProps<"select">, "id" | "className" | "required" | "value" | "children"> & {
    name: string;
    /** The one chosen to begin with; it must be among the choices. */
    value: string;
    choices: readonly Choice[];
  };

/** A labelled choice of one. */
export function SelectField(props: Props) {
  const { label, hint, error, isRequired = false, isLabelHidden = false, value, choices, ...select } = props;
  const id = useId();
  const texts = { label, hint, error, isRequired, isLabelHidden };
  return (
    <Field {...texts} id={id}>
      <span className="relative grid">
        <select
          {...select}
          {...fieldControl(id, texts)}
          defaultValue={value}
          className="field cursor-pointer appearance-none truncate pr-9"
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon
          of="chevron-down"
          className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-muted"
        />
      </span>
    </Field>
  );
}
