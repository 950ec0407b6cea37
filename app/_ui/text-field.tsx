import { type ComponentProps, type ReactNode, useId } from "react";
import { CharacterCount } from "@/app/_ui/character-count";
import { Field } from "@/app/_ui/field";
import { type FieldTexts, fieldControl } from "@/app/_ui/field-control";

type Props = FieldTexts &
  Omit<ComponentProps<"input">, "id" | "className" | "required" | "prefix"> & {
    /** Inside the frame: a sign before, a unit after. */
    before?: ReactNode;
    after?: ReactNode;
    /** Shows how many of these characters are used. It does not stop anybody from typing on. */
    countMax?: number;
  };

/** A line of text. */
export function TextField(props: Props) {
  const { label, hint, error, isRequired = false, isLabelHidden = false, ...rest } = props;
  const { before, after, countMax, ...input } = rest;
  const id = useId();
  const texts = { label, hint, error, isRequired, isLabelHidden };
  const control = fieldControl(id, texts, after === undefined ? [] : [`${id}-after`]);
  return (
    <Field
      {...texts}
      id={id}
      aside={countMax === undefined ? undefined : <CharacterCount controlId={id} max={countMax} />}
    >
      {before === undefined && after === undefined ? (
        <input type="text" {...input} {...control} className="field" />
      ) : (
        <span className="field flex items-center gap-2">
          {before === undefined ? null : <span className="text-muted">{before}</span>}
          <input type="text" {...input} {...control} className="bare-control" />
          {after === undefined ? null : (
            <span id={`${id}-after`} className="shrink-0 text-muted">
              {after}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
