"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { FormFailure } from "@/app/_ui/form/form-failure";
import { textOf } from "@/app/_ui/form/text-of";
import { useForm } from "@/app/_ui/form/use-form";
import { sendOnce } from "@/app/_ui/send-json";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";

type Kind = "code" | "recoveryCode";

const FIELDS = {
  code: {
    label: "Code",
    hint: "The six digits that your authenticator app shows for Verandah now.",
    autoComplete: "one-time-code",
    inputMode: "numeric",
    missing: "Type the six digits.",
  },
  recoveryCode: {
    label: "Recovery code",
    hint: "One of the ten that you were given with the second factor. Each is good once.",
    autoComplete: "off",
    inputMode: "text",
    missing: "Type one of the recovery codes.",
  },
} as const;

export function CodeStep({ onDone, onAgain }: { onDone: () => void; onAgain: () => void }) {
  const [kind, setKind] = useState<Kind>("code");
  const { missing, ...field } = FIELDS[kind];
  const input = useFocusOn(kind);
  const form = useForm({
    read: (fields) => ({ [kind]: textOf(fields, kind).trim() }),
    check: (sent) => (sent[kind] === "" ? [{ field: kind, reason: missing }] : []),
    send: (sent) => sendOnce<void>("POST", "/api/account/session/second-factor", sent),
    onDone,
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormFailure failure={form.failure}>
        {kind === "code"
          ? "If the codes keep being wrong, check the clock of the device that shows them, or use a recovery code."
          : "Check it letter by letter, or use another one: each is good once."}
      </FormFailure>
      <TextField
        key={kind}
        {...field}
        name={kind}
        ref={input}
        autoCapitalize="off"
        spellCheck={false}
        error={form.errorOf(kind)}
      />
      <SubmitButton isBusy={form.isBusy} busyLabel="Signing in…">
        Sign in
      </SubmitButton>
      <div className="flex flex-wrap justify-between gap-x-4">
        <Button
          look="quiet"
          className="-ml-3"
          onClick={() => setKind(kind === "code" ? "recoveryCode" : "code")}
        >
          {kind === "code" ? "Use a recovery code" : "Use the app's code"}
        </Button>
        <Button look="quiet" className="-mr-3" onClick={onAgain}>
          Begin again
        </Button>
      </div>
    </form>
  );
}

/** The field that this step is about, as it comes up. */
function useFocusOn(kind: Kind) {
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind is another field.
  useEffect(() => input.current?.focus(), [kind]);
  return input;
}
