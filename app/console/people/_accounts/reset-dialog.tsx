"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { useForm } from "@/app/_ui/form/use-form";
import { sendJson } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type Link, MadeLink } from "@/app/console/_people/made-link";
import type { Account } from "@/lib/accounts/account";

export function ResetDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { id, name, hasSecondFactor } = account;
  const router = useRouter();
  const [made, setMade] = useState<Link>();
  const form = useForm({
    read: (fields) => ({ removesSecondFactor: fields.has("removesSecondFactor") }),
    send: (sent) => sendJson<Link>("POST", `/api/console/accounts/${id}/reset-link`, sent),
    onDone: (link) => {
      setMade(link);
      router.refresh();
    },
  });
  const title = `Another password for ${name}`;
  if (made !== undefined)
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={title}
        description="They choose it at this link:"
        actions={
          <DialogClose>
            <Button look="primary">Done</Button>
          </DialogClose>
        }
      >
        <MadeLink {...made} />
      </Dialog>
    );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      description="You get a link by which they choose it, good for a day. The password that they have is good until then."
    >
      <form {...form.props} className="grid gap-4">
        <FormFailure failure={form.failure} />
        {hasSecondFactor ? (
          <Checkbox
            name="removesSecondFactor"
            label="They have lost their second factor as well"
            hint="It is turned off as soon as the link is made. Be sure that it is they who ask."
          />
        ) : null}
        <div className="dialog-actions">
          <DialogClose>
            <Button>Leave it as it is</Button>
          </DialogClose>
          <SubmitButton isBusy={form.isBusy} busyLabel="Making it…">
            Make the link
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
