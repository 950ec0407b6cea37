"use client";

import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { OwnPasswordForm } from "./own-password-form";

/** From here down it is time for new ones. */
const FEW = 3;

type Props = {
  codesLeft: number;
  onRenewed: (codes: readonly string[]) => void;
  onRemoved: () => void;
};

export function FactorOn({ codesLeft, onRenewed, onRemoved }: Props) {
  const [asked, setAsked] = useState<"renewal" | "removal">();
  const isOpen = (dialog: typeof asked) => ({
    isOpen: asked === dialog,
    onOpenChange: (next: boolean) => setAsked(next ? dialog : undefined),
  });
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone="success">On</Badge>
        <span className="text-muted">
          {codesLeft === 1 ? "1 recovery code is left." : `${codesLeft} recovery codes are left.`}
        </span>
      </p>
      {codesLeft > FEW ? null : (
        <Notice tone="warning" title="You are running out of recovery codes">
          Without them and without your phone, only an administrator can let you in again. Make new ones now.
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Dialog
          {...isOpen("renewal")}
          trigger={<Button>New recovery codes…</Button>}
          title="Make new recovery codes?"
          description="The ones that you have now are then good for nothing."
        >
          <OwnPasswordForm<{ recoveryCodes: readonly string[] }>
            method="POST"
            url="/api/account/recovery-codes"
            label="Make new codes"
            busyLabel="Making them…"
            onDone={({ recoveryCodes }) => onRenewed(recoveryCodes)}
          >
            <DialogClose>
              <Button>Keep those there are</Button>
            </DialogClose>
          </OwnPasswordForm>
        </Dialog>
        <Dialog
          {...isOpen("removal")}
          trigger={<Button>Turn it off…</Button>}
          title="Turn the second factor off?"
          description="Your password alone then lets anybody in. The recovery codes go with it."
        >
          <OwnPasswordForm<void>
            method="DELETE"
            url="/api/account/second-factor"
            label="Turn it off"
            busyLabel="Turning it off…"
            isDestructive
            onDone={onRemoved}
          >
            <DialogClose>
              <Button>Leave it on</Button>
            </DialogClose>
          </OwnPasswordForm>
        </Dialog>
      </div>
    </div>
  );
}
