"use client";

import type { ReactNode } from "react";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { PasswordField } from "@/app/_ui/password-field";
import { type Answer, sendJson } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";

type Props<Got> = {
  method: "POST" | "DELETE";
  url: string;
  label: string;
  busyLabel: string;
  isDestructive?: boolean;
  onDone: (got: Got) => void;
  /** Beside the button: a way back. */
  children?: ReactNode;
};

/** Asks for the password of whoever is signed in, for what a session alone may not do. */
export function OwnPasswordForm<Got>(props: Props<Got>) {
  const { method, url, label, busyLabel, isDestructive = false, onDone, children } = props;
  const form = useForm({
    read: (fields) => ({ password: textOf(fields, "password") }),
    check: ({ password }) => (password === "" ? [{ field: "password", reason: "Type your password." }] : []),
    send: (sent): Promise<Answer<Got>> => sendJson(method, url, sent),
    onDone,
  });
  return (
    <form {...form.props} className="grid max-w-md gap-4">
      <FormFailure failure={form.failure} />
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        error={form.errorOf("password")}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton look={isDestructive ? "danger" : "primary"} isBusy={form.isBusy} busyLabel={busyLabel}>
          {label}
        </SubmitButton>
        {children}
      </div>
    </form>
  );
}
