"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { RefusedRequest } from "@/app/_ui/send-json";

type Props = {
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** The question, with the thing that it is about: "Withdraw 12 Smith Street?" */
  title: string;
  /** What will happen, and what cannot be undone. */
  children: ReactNode;
  /** The verb of the question, not "OK". */
  confirmLabel: string;
  busyLabel: string;
  isDestructive?: boolean;
  /** Closes when it resolves; when it rejects, the dialog stays and says so, with the reason of a RefusedRequest. */
  onConfirm: () => Promise<void> | void;
};

/** Asks before something is done that others will see or nobody can undo. Only an answer closes it, and the harmless one has the focus. */
export function ConfirmDialog(props: Props) {
  const { trigger, title, children, confirmLabel, busyLabel, isDestructive = false, onConfirm } = props;
  const [isOpenInside, setIsOpenInside] = useState(false);
  const [state, setState] = useState<"asked" | "busy" | "failed">("asked");
  const [reason, setReason] = useState<string>();
  const isOpen = props.isOpen ?? isOpenInside;

  const setOpen = (next: boolean) => {
    if (state === "busy") return;
    if (next) setState("asked");
    setIsOpenInside(next);
    props.onOpenChange?.(next);
  };
  const confirm = async () => {
    setState("busy");
    try {
      await onConfirm();
    } catch (thrown) {
      setReason(thrown instanceof RefusedRequest ? thrown.message : undefined);
      return setState("failed");
    }
    setState("asked");
    setIsOpenInside(false);
    props.onOpenChange?.(false);
  };

  return (
    <Base.Root open={isOpen} onOpenChange={setOpen}>
      {trigger === undefined ? null : <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport className="dialog-viewport">
          <Base.Popup className="dialog">
            <Base.Title className="text-2xl">{title}</Base.Title>
            <Base.Description render={<div />} className="grid gap-2 text-muted">
              {children}
            </Base.Description>
            {state === "failed" ? (
              <Notice tone="danger" title="It was not done">
                {reason ?? "Nothing has changed. Try again, or leave it as it is."}
              </Notice>
            ) : null}
            <div className="dialog-actions">
              <Base.Close render={<Button>Leave as it is</Button>} />
              <Button
                look={isDestructive ? "danger" : "primary"}
                isBusy={state === "busy"}
                busyLabel={busyLabel}
                onClick={confirm}
              >
                {confirmLabel}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
