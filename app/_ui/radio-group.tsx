import { useId } from "react";
import { FieldError } from "@/app/_ui/field";

export type RadioOption = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
};

type Props = {
  legend: string;
  name: string;
  options: readonly RadioOption[];
  /** The one chosen to begin with. */
  value?: string;
  hint?: string;
  error?: string | undefined;
  isRequired?: boolean;
  onChange?: (value: string) => void;
};

/** One of a few, all in sight. */
export function RadioGroup(props: Props) {
  const { legend, options, hint, error, isRequired = false } = props;
  const id = useId();
  const texts = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`];
  return (
    <fieldset aria-describedby={texts.filter((text) => text !== "").join(" ") || undefined}>
      <legend className="mb-1 font-medium text-sm">
        {legend}
        {isRequired ? <span className="font-normal text-muted"> · required</span> : null}
      </legend>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mb-1 text-muted text-sm">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <Radio key={option.value} option={option} group={props} />
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

function Radio({ option, group }: { option: RadioOption; group: Props }) {
  const { value, label, hint, isDisabled = false } = option;
  const { name, isRequired = false, onChange } = group;
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 py-1">
      <input
        id={id}
        type="radio"
        name={name}
        value={value}
        defaultChecked={value === group.value}
        required={isRequired}
        disabled={isDisabled}
        onChange={onChange && (() => onChange(value))}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="check mt-[0.2em]"
      />
      <div className="grid">
        <label htmlFor={id} className={isDisabled ? "text-muted" : "cursor-pointer"}>
          {label}
        </label>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} className="text-muted text-sm">
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
