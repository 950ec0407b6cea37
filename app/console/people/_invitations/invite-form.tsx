"use client";

import { Button } from "@/app/_ui/button";
import { DialogClose } from "@/app/_ui/dialog";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { issuesOf } from "@/app/_ui/form/issues-of";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { sendJson } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import type { Link } from "@/app/console/_people/made-link";
import { PositionFields } from "@/app/console/_people/position-fields";
import { positionIssues, readPosition } from "@/app/console/_people/read-position";
import { InvitationInput } from "@/lib/accounts/account-input";
import type { AgencyRef } from "@/lib/agencies/agency";

type Props = {
  agencies: readonly AgencyRef[];
  onDone: (made: Link & { readonly email: string }) => void;
};

const NEW = { role: "agent", agency: null } as const;

export function InviteForm({ agencies, onDone }: Props) {
  const form = useForm({
    read: (fields) => ({
      email: textOf(fields, "email"),
      name: textOf(fields, "name").trim(),
      ...readPosition(fields),
    }),
    check: (sent) => [...positionIssues(sent), ...issuesOf(InvitationInput, sent)],
    send: async (sent) => {
      const answer = await sendJson<Link>("POST", "/api/console/invitations", sent);
      return answer.ok ? { ok: true, value: { ...answer.value, email: sent.email.trim() } } : answer;
    },
    onDone,
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        isRequired
        hint="They sign in with it."
        error={form.errorOf("email")}
      />
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        hint="They can correct it as they accept."
        error={form.errorOf("name")}
      />
      <PositionFields agencies={agencies} now={NEW} errorOf={form.errorOf} />
      <div className="dialog-actions">
        <DialogClose>
          <Button>Invite nobody</Button>
        </DialogClose>
        <SubmitButton isBusy={form.isBusy} busyLabel="Making the link…">
          Make the invitation
        </SubmitButton>
      </div>
    </form>
  );
}
