"use client";

import { type ComponentProps, useId, useState } from "react";
import { Field } from "@/app/_ui/field";
import { type FieldTexts, fieldControl } from "@/app/_ui/field-control";
import { Icon } from "@/app/_ui/icon";

type Props = FieldTexts &
  Omit<ComponentProps<"input">, "id" | "type" | "className" | "required"> & {
    name: string;
    /** For the browser and password managers: the one there is, or one to be made. */
    autoComplete: "current-password" | "new-password";
  };

/** A password, which can be looked at while it is typed. */
export function PasswordField(props: Props) {
  const { label, hint, error, isRequired = false, isLabelHidden = false, ...input } = props;
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const texts = { label, hint, error, isRequired, isLabelHidden };
  return (
    <Field {...texts} id={id}>
      <span className="field flex items-center gap-2 py-0 pr-1">
        <input
          {...input}
          {...fieldControl(id, texts)}
          type={isShown ? "text" : "password"}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          className="bare-control self-stretch"
        />
        <button
          type="button"
          aria-label={`Show the ${label.toLowerCase()}`}
          aria-pressed={isShown}
          aria-controls={id}
          onClick={() => setIsShown(!isShown)}
          className="grid size-8 cursor-pointer place-items-center rounded-small text-muted hover:text-ink"
        >
          <Icon of={isShown ? "eye-off" : "eye"} className="size-4.5" />
        </button>
      </span>
    </Field>
  );
}
