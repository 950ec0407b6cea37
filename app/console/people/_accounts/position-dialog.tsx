"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { useForm } from "@/app/_ui/form/use-form";
import { sendJson } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { useToast } from "@/app/_ui/toast/use-toast";
import { PositionFields } from "@/app/console/_people/position-fields";
import { positionIssues, readPosition } from "@/app/console/_people/read-position";
import type { Account } from "@/lib/accounts/account";
import type { AgencyRef } from "@/lib/agencies/agency";

type Props = { account: Account; agencies: readonly AgencyRef[]; onClose: () => void };

export function PositionDialog({ account, agencies, onClose }: Props) {
  const router = useRouter();
  const say = useToast();
  const form = useForm({
    read: readPosition,
    check: positionIssues,
    send: (sent) => sendJson<void>("PATCH", `/api/console/accounts/${account.id}`, sent),
    onDone: () => {
      onClose();
      router.refresh();
      say({ title: `The role of ${account.name} is changed.` });
    },
  });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Change the role of ${account.name}`}
      description="It is in force at once, wherever they are signed in."
    >
      <form {...form.props} className="grid gap-4">
        <FormFailure failure={form.failure} />
        <PositionFields agencies={agencies} now={account} errorOf={form.errorOf} />
        <div className="dialog-actions">
          <DialogClose>
            <Button>Leave it as it is</Button>
          </DialogClose>
          <SubmitButton isBusy={form.isBusy} busyLabel="Changing it…">
            Change the role
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
