"use client";

import { NewPasswordField } from "@/app/_new-password/new-password-field";
import { passwordIssues } from "@/app/_new-password/password-issues";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { issuesOf } from "@/app/_ui/form/issues-of";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { sendOnce } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { ResetInput } from "@/lib/accounts/account-input";

export function ResetForm({ token, onDone }: { token: string; onDone: () => void }) {
  const form = useForm({
    read: (fields) => ({ token, password: textOf(fields, "password") }),
    check: (sent) => [...passwordIssues(sent.password, ""), ...issuesOf(ResetInput, sent)],
    send: (sent) => sendOnce<void>("POST", "/api/account/password-reset", sent),
    onDone,
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure} />
      <NewPasswordField label="New password" error={form.errorOf("password")} />
      <SubmitButton isBusy={form.isBusy} busyLabel="Changing it…">
        Change the password
      </SubmitButton>
    </form>
  );
}
