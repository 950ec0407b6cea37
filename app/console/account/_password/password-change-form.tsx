"use client";

import { useRouter } from "next/navigation";
import { NewPasswordField } from "@/app/_new-password/new-password-field";
import { passwordIssues } from "@/app/_new-password/password-issues";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { issuesOf } from "@/app/_ui/form/issues-of";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { PasswordField } from "@/app/_ui/password-field";
import { sendJson } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { PasswordChangeInput } from "@/lib/accounts/account-input";

export function PasswordChangeForm({ email, onDone }: { email: string; onDone: () => void }) {
  const router = useRouter();
  const form = useForm({
    read: (fields) => ({ current: textOf(fields, "current"), password: textOf(fields, "password") }),
    check: (sent) => [
      ...(sent.current === "" ? [{ field: "current", reason: "Type the password that you have now." }] : []),
      ...passwordIssues(sent.password, email),
      ...issuesOf(PasswordChangeInput, sent),
    ],
    send: (sent) => sendJson<void>("POST", "/api/account/password", sent),
    onDone: () => {
      router.refresh();
      onDone();
    },
  });
  return (
    <form {...form.props} className="grid max-w-md gap-4">
      <FormFailure failure={form.failure} />
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField
        label="Current password"
        name="current"
        autoComplete="current-password"
        error={form.errorOf("current")}
      />
      <NewPasswordField label="New password" error={form.errorOf("password")} />
      <div>
        <SubmitButton look="secondary" isBusy={form.isBusy} busyLabel="Changing it…">
          Change the password
        </SubmitButton>
      </div>
    </form>
  );
}
