"use client";

import { FormFailure } from "@/app/_ui/form/form-failure";
import { issuesOf } from "@/app/_ui/form/issues-of";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { PasswordField } from "@/app/_ui/password-field";
import { sendOnce } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { SignInInput } from "@/lib/accounts/account-input";

type SecondFactor = "needed" | "none";
type Props = { email?: string; onNext: (secondFactor: SecondFactor) => void };

export function PasswordStep({ email, onNext }: Props) {
  const form = useForm({
    read: (fields) => ({ email: textOf(fields, "email"), password: textOf(fields, "password") }),
    check: (sent) => [
      ...(sent.email.trim() === "" ? [{ field: "email", reason: "Type your e-mail address." }] : []),
      ...(sent.password === "" ? [{ field: "password", reason: "Type your password." }] : []),
      ...issuesOf(SignInInput, sent),
    ],
    send: (sent) => sendOnce<{ secondFactor: SecondFactor }>("POST", "/api/account/session", sent),
    onDone: ({ secondFactor }) => onNext(secondFactor),
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure}>
        Check the spelling and the capital letters. If you have forgotten your password, an administrator can
        give you a link for another.
      </FormFailure>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        defaultValue={email}
        readOnly={email !== undefined}
        tabIndex={email === undefined ? undefined : -1}
        error={form.errorOf("email")}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={form.errorOf("password")}
      />
      <SubmitButton isBusy={form.isBusy} busyLabel="Signing in…">
        Sign in
      </SubmitButton>
    </form>
  );
}
