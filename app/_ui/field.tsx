import type { ReactNode } from "react";
import type { FieldTexts } from "@/app/_ui/field-control";
import { Icon } from "@/app/_ui/icon";

type Props = FieldTexts & {
  /** Of the control; its hint and its error are named after it. */
  id: string;
  children: ReactNode;
  /** At the right of the hint: a counter. */
  aside?: ReactNode;
};

/** What stands around a control: its label above, its hint and what is wrong with it below. */
export function Field(props: Props) {
  const { id, label, hint, error, isRequired = false, isLabelHidden = false, children, aside } = props;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "font-medium text-sm"}>
        {label}
        {isRequired ? (
          <span aria-hidden="true" className="font-normal text-muted">
            {" "}
            · required
          </span>
        ) : null}
      </label>
      {children}
      {hint === undefined && aside === undefined ? null : (
        <div className="flex justify-between gap-4 text-muted text-sm">
          {hint === undefined ? <span /> : <p id={`${id}-hint`}>{hint}</p>}
          {aside}
        </div>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** What is wrong, and what would be right. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 font-medium text-danger text-sm">
      <Icon of="circle-alert" className="mt-0.5 size-4" />
      {error}
    </p>
  );
}
