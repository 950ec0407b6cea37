import { type ComponentProps, type ReactNode, useId } from "react";
import { type ButtonLook, buttonClass } from "@/app/_ui/button-class";

type Props = Omit<ComponentProps<"button">, "disabled"> & {
  look?: ButtonLook;
  /** What it says while what it began is going on ("Saving…"). It keeps its width and the focus, and does nothing more. */
  busyLabel?: string | undefined;
  isBusy?: boolean;
  /** Why it cannot be used now. It stays in reach of the keyboard, so that everybody can learn the reason. */
  disabledReason?: string | undefined;
  children: ReactNode;
};

/** Does something here and now; what leads elsewhere is a LinkButton. */
export function Button(props: Props) {
  const { look = "secondary", busyLabel, isBusy = false, disabledReason, className = "", ...rest } = props;
  const { children, type = "button", onClick, ...others } = rest;
  const id = useId();
  const isStill = isBusy || disabledReason !== undefined;
  const button = (
    <button
      aria-describedby={disabledReason === undefined ? undefined : id}
      {...others}
      // A submit button in this state would still submit its form.
      type={isStill ? "button" : type}
      onClick={isStill ? undefined : onClick}
      aria-disabled={isStill || undefined}
      aria-busy={isBusy || undefined}
      className={`${buttonClass(look)} ${className}`}
    >
      {busyLabel === undefined ? children : <Either isSecond={isBusy} first={children} second={busyLabel} />}
    </button>
  );
  if (disabledReason === undefined) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span id={id} role="tooltip" className="button-reason">
        {disabledReason}
      </span>
    </span>
  );
}

/** One of two contents in the room of the larger, so that nothing moves when they change places. */
function Either(props: { isSecond: boolean; first: ReactNode; second: ReactNode }) {
  const { isSecond, first, second } = props;
  return (
    <span className="grid place-items-center *:col-start-1 *:row-start-1">
      <span className={`inline-flex items-center gap-2 ${isSecond ? "invisible" : ""}`}>{first}</span>
      <span className={isSecond ? "" : "invisible"}>{second}</span>
    </span>
  );
}
