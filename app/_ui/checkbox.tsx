import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError } from "@/app/_ui/field";

type Props = Omit<ComponentProps<"input">, "id" | "type" | "className"> & {
  label: ReactNode;
  hint?: string;
  error?: string | undefined;
};

/** Yes or no, to be sent with the form. What takes effect at once is a Switch. */
export function Checkbox({ label, hint, error, ...input }: Props) {
  const id = useId();
  const texts = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`];
  return (
    <div className="grid gap-1">
      <div className="flex items-start gap-2.5 py-1">
        <input
          {...input}
          id={id}
          type="checkbox"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={texts.filter((text) => text !== "").join(" ") || undefined}
          className="check mt-[0.2em]"
        />
        <div className="grid">
          <label htmlFor={id} className={input.disabled ? "text-muted" : "cursor-pointer"}>
            {label}
          </label>
          {hint === undefined ? null : (
            <span id={`${id}-hint`} className="text-muted text-sm">
              {hint}
            </span>
          )}
        </div>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
