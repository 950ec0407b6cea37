"use client";

import { NewPasswordField } from "@/app/_new-password/new-password-field";
import { passwordIssues } from "@/app/_new-password/password-issues";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { issuesOf } from "@/app/_ui/form/issues-of";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { sendOnce } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { AcceptanceInput } from "@/lib/accounts/account-input";
import type { Invited } from "./use-invitation";

export function AcceptForm({ token, invited: { email, name } }: { token: string; invited: Invited }) {
  const form = useForm({
    read: (fields) => ({ token, name: textOf(fields, "name"), password: textOf(fields, "password") }),
    check: (sent) => [
      ...(sent.name.trim() === "" ? [{ field: "name", reason: "Type your name." }] : []),
      ...passwordIssues(sent.password, email),
      ...issuesOf(AcceptanceInput, sent),
    ],
    send: (sent) => sendOnce<void>("POST", "/api/account/invitation", sent),
    // In place of this page: its address is used up.
    onDone: () => window.location.replace("/console"),
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        hint="You sign in with it."
      />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        defaultValue={name}
        hint="As your colleagues see it beside what you change."
        error={form.errorOf("name")}
      />
      <NewPasswordField error={form.errorOf("password")} />
      <SubmitButton isBusy={form.isBusy} busyLabel="Making your account…">
        Accept and sign in
      </SubmitButton>
    </form>
  );
}
