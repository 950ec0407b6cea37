"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { useForm } from "@/app/_ui/form/use-form";
import { sendJson } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type Link, MadeLink } from "@/app/console/_people/made-link";
import type { Invitation } from "@/lib/accounts/account";

/** The same invitation by another link: of the one before only a digest is kept, so it cannot be shown again. */
export function NewLinkDialog({ invitation }: { invitation: Invitation }) {
  const { email, name, role, agency } = invitation;
  const router = useRouter();
  const [made, setMade] = useState<Link>();
  const form = useForm({
    read: () => ({ email, name, role, agency: agency?.slug ?? null }),
    send: (sent) => sendJson<Link>("POST", "/api/console/invitations", sent),
    onDone: setMade,
  });
  return (
    <Dialog
      trigger={
        <Button look="quiet" aria-label={`New link for ${email}…`}>
          New link…
        </Button>
      }
      onOpenChange={(next) => {
        // Not before: the row of an invitation that is made anew may move.
        if (!next && made !== undefined) router.refresh();
        if (next) setMade(undefined);
      }}
      title={`New link for ${email}`}
      {...(made === undefined
        ? {
            description:
              "A link is shown once. This makes another, good for seven days; the one before is then void.",
          }
        : {})}
    >
      {made === undefined ? (
        <form {...form.props} className="grid gap-4">
          <FormFailure failure={form.failure} />
          <div className="dialog-actions">
            <DialogClose>
              <Button>Leave it as it is</Button>
            </DialogClose>
            <SubmitButton isBusy={form.isBusy} busyLabel="Making it…">
              Make a new link
            </SubmitButton>
          </div>
        </form>
      ) : (
        <>
          <MadeLink {...made} />
          <div className="dialog-actions">
            <DialogClose>
              <Button look="primary">Done</Button>
            </DialogClose>
          </div>
        </>
      )}
    </Dialog>
  );
}
