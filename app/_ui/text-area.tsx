import { type ComponentProps, useId } from "react";
import { CharacterCount } from "@/app/_ui/character-count";
import { Field } from "@/app/_ui/field";
import { type FieldTexts, fieldControl } from "@/app/_ui/field-control";

type Props = FieldTexts &
  Omit<ComponentProps<"textarea">, "id" | "className" | "required"> & { countMax?: number };

const LINE_EM = 1.5;

/** Text of several lines; it grows with what is in it where the browser can do that. */
export function TextArea(props: Props) {
  const {
    countMax,
    rows = 4,
    label,
    hint,
    error,
    isRequired = false,
    isLabelHidden = false,
    ...rest
  } = props;
  const id = useId();
  const texts = { label, hint, error, isRequired, isLabelHidden };
  return (
    <Field
      {...texts}
      id={id}
      aside={countMax === undefined ? undefined : <CharacterCount controlId={id} max={countMax} />}
    >
      <textarea
        {...rest}
        {...fieldControl(id, texts)}
        rows={rows}
        style={{ minHeight: `${rows * LINE_EM + 1}em` }}
        className="field field-sizing-content max-h-120"
      />
    </Field>
  );
}
