"use client";

import { PasswordField } from "@/app/_ui/password-field";

const RULES =
  "12 characters or more; a few words in a row are easy to remember. Without the name of your e-mail address, and none that many people use.";

/** A password to be chosen, with its rules said before. */
export function NewPasswordField({
  error,
  label = "Password",
}: {
  error: string | undefined;
  label?: string;
}) {
  return (
    <PasswordField label={label} name="password" autoComplete="new-password" hint={RULES} error={error} />
  );
}
